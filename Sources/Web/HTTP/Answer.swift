import HTTPTypes
import Hummingbird
import Office

/// What a handler answers: a page, a file, or where to go on. The headers are made of it in one place.
package struct Answer: Sendable {
    enum Content: Sendable {
        case page(Page)
        case download(Download)
        case redirect(Address)
        /// A whole response, for what is neither page nor file, such as a stylesheet.
        case response(Response)
    }

    let content: Content
    private(set) var status = HTTPResponse.Status.ok
    private(set) var cookies: [Cookie] = []

    private init(_ content: Content) { self.content = content }

    package static func page(_ page: Page) -> Answer { Answer(.page(page)) }
    /// A page that says what is wrong, by itself.
    package static func page(_ page: Page, failing problems: Problems, _ status: HTTPResponse.Status) -> Answer {
        var page = page
        page.problems = problems
        return Answer(.page(page)).with(status)
    }

    package static func file(_ download: Download) -> Answer { Answer(.download(download)) }
    package static func response(_ response: Response) -> Answer { Answer(.response(response)) }

    /// Goes on to another page (303).
    package static func go(to address: Address) -> Answer { Answer(.redirect(address)) }

    /// A change is done: goes on to a page (303), which says so.
    package static func done<Word: SuccessWord, each Value: PathValue>(
        _ path: Path<Word, repeat each Value>, _ value: repeat each Value, says word: Word
    ) -> Answer {
        .go(to: path(repeat each value).with([SuccessQuery.name: word.key]))
    }

    /// The same with another status than 200.
    package func with(_ status: HTTPResponse.Status) -> Answer {
        var answer = self
        answer.status = status
        return answer
    }

    /// The same with a cookie to keep.
    package func with(_ cookie: Cookie) -> Answer {
        var answer = self
        answer.cookies.append(cookie)
        return answer
    }

    /// The status of a page that a form comes back on; what is no page, or says more itself, stays as it is.
    func failing(_ status: HTTPResponse.Status) -> Answer { self.status == .ok ? with(status) : self }
}

/// What a handler may return for an answer.
package protocol AnswerConvertible: Sendable {
    var answer: Answer { get }
}

extension Answer: AnswerConvertible {
    package var answer: Answer { self }
}

extension Page: AnswerConvertible {
    package var answer: Answer { .page(self) }
}

extension Download: AnswerConvertible {
    package var answer: Answer { .file(self) }
}

/// A file to keep: never shown within the site, whatever its bytes claim to be.
package struct Download: Sendable {
    enum Content: Sendable {
        case bytes([UInt8])
        /// Of which a piece at a time is in memory. If it proves to be damaged, the answer breaks off before its end.
        case kept(KeptFile)
    }

    let content: Content
    let mediaType: String
    let name: String

    package init(_ bytes: [UInt8], mediaType: String, name: String) {
        (content, self.mediaType, self.name) = (.bytes(bytes), mediaType, name)
    }

    package init(_ file: KeptFile, mediaType: String, name: String) {
        (content, self.mediaType, self.name) = (.kept(file), mediaType, name)
    }
}
