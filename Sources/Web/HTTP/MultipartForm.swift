import Foundation

/// A form with files as a browser sends it (multipart/form-data, RFC 7578), read within bounds.
package struct MultipartForm {
    package struct Part: Equatable {
        package var name: String
        /// The name of the file on the sender's machine, without its folders; nil for a plain field.
        package var fileName: String?
        package var bytes: [UInt8]

        package init(name: String, fileName: String? = nil, bytes: [UInt8]) {
            self.name = name
            self.fileName = fileName
            self.bytes = bytes
        }
    }

    private(set) var parts: [Part] = []

    /// Of a form with one file.
    package static let fewParts = 16
    package static let longestHeader = 8 << 10

    /// The boundary that a Content-Type names; nil for another type or a boundary that RFC 2046 does not allow.
    package static func boundary(ofContentType type: String?) -> String? {
        guard let type, MediaType.is("multipart/form-data", type), let value = parameters(Array(type.utf8)[...])["boundary"] else {
            return nil
        }
        let allowed = value.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\"") }
        return (1...70).contains(value.utf8.count) && allowed && value.utf8.last != 0x20 ? value : nil
    }

    /// - Throws: `MultipartError` where the body is not what the boundary promises.
    ///
    /// - Parameter most: how many parts it may have.
    package init(_ body: [UInt8], boundary: String, most: Int = fewParts) throws(MultipartError) {
        let delimiter = Array("--\(boundary)".utf8)
        let separator = Array("\r\n--\(boundary)".utf8)
        guard body.starts(with: delimiter) else { throw .noBoundary }
        var position = delimiter.count
        while true {
            if body[position...].starts(with: Array("--".utf8)) { return }
            guard let lineEnd = Self.find([13, 10], in: body, from: position),
                body[position..<lineEnd].allSatisfy({ $0 == 32 || $0 == 9 })
            else { throw .noBoundary }
            guard let headerEnd = Self.find([13, 10, 13, 10], in: body, from: lineEnd) else { throw .cutShort }
            guard headerEnd - lineEnd <= Self.longestHeader else { throw .headerTooLong }
            let start = headerEnd + 4
            // An empty part's closing line end is the one that ended its header.
            guard let end = Self.find(separator, in: body, from: start - 2) else { throw .cutShort }
            guard parts.count < most else { throw .tooManyParts }
            let header = body[lineEnd + 2..<max(headerEnd, lineEnd + 2)]
            parts.append(try Self.part(header, bytes: Array(body[min(start, end)..<end])))
            position = end + separator.count
        }
    }

    /// The first part of a form of which not all may be there yet; nil while it is not, or where it is no form.
    package static func first(of body: some Sequence<UInt8>, boundary: String) -> Part? {
        let body = Array(body)
        let separator = Array("\r\n--\(boundary)".utf8)
        guard let end = find(separator, in: body, from: 0) else { return nil }
        return try? MultipartForm(body[..<end] + separator + Array("--".utf8), boundary: boundary).parts.first
    }

    /// The text of a plain field.
    package func text(_ name: String) -> String? {
        parts.first { $0.name == name && $0.fileName == nil }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    /// The files of a file field that takes several; without the empty one that browsers send where nothing was chosen.
    package func files(_ name: String) -> [Part] {
        parts.filter { $0.name == name && $0.fileName != nil && !($0.fileName == "" && $0.bytes.isEmpty) }
    }

    /// The file of a file field; nil where nothing was chosen, which browsers send as a file without name and bytes.
    package func file(_ name: String) -> Part? {
        files(name).first
    }

    private static func part(_ header: ArraySlice<UInt8>, bytes: [UInt8]) throws(MultipartError) -> Part {
        for line in header.split(whereSeparator: { $0 == 13 || $0 == 10 }) {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), line[..<colon].isEqual("content-disposition", ignoringCase: true)
            else { continue }
            let fields = parameters(line[(colon + 1)...])
            guard let name = fields["name"] else { continue }
            let fileName = fields["filename"].map { path in
                let last = path.utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }.last
                return last.map { String(decoding: $0, as: UTF8.self) } ?? ""
            }
            return Part(name: name, fileName: fileName, bytes: bytes)
        }
        throw .noName
    }

    /// `form-data; name="file"; filename="a;b.docx"`: a semicolon within quotes ends nothing. Browsers write a quote in
    /// a name as %22. Of two parameters of one name the first counts.
    private static func parameters(_ text: ArraySlice<UInt8>) -> [String: String] {
        var fields: [String: String] = [:]
        var isQuoted = false
        let pieces = text.split { byte in
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            return byte == UInt8(ascii: ";") && !isQuoted
        }
        for piece in pieces {
            guard let equals = piece.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let name = String(decoding: piece[..<equals].trimmingBlanks.map(\.lowercasedASCII), as: UTF8.self)
            var value = piece[(equals + 1)...].trimmingBlanks
            if value.count >= 2, value.first == UInt8(ascii: "\""), value.last == UInt8(ascii: "\"") {
                value = value.dropFirst().dropLast()
            }
            if fields[name] == nil { fields[name] = String(decoding: value, as: UTF8.self).replacing("%22", with: "\"") }
        }
        return fields
    }

    /// Where `pattern` stands in `bytes`. The C library looks for its first byte, since a body may be 16 MiB.
    private static func find(_ pattern: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard let first = pattern.first else { return nil }
        return bytes.withUnsafeBytes { buffer -> Int? in
            guard let base = buffer.baseAddress else { return nil }
            var position = start
            while position + pattern.count <= buffer.count,
                let hit = memchr(base + position, Int32(first), buffer.count - position)
            {
                let place = UnsafeRawPointer(hit) - base
                guard place + pattern.count <= buffer.count else { return nil }
                if memcmp(hit, pattern, pattern.count) == 0 { return place }
                position = place + 1
            }
            return nil
        }
    }
}

/// Why a form's body could not be read. A browser's own form never causes one; a broken line or a program may.
package enum MultipartError: Error, Equatable {
    case noBoundary, cutShort, headerTooLong, tooManyParts, noName

    /// - Parameter page: the title of the page that the form stands on.
    package func page(backTo page: String) -> PageError {
        self == .tooManyParts
            ? .badRequest("一次选的文件太多，都没有保存。请回到“\(page)”，分几次上传，或者打成一个 ZIP 压缩包。")
            : .badRequest("上传的内容不完整，可能中途断了线。请回到“\(page)”重新选择文件上传。")
    }
}
