import HTTPTypes

/// An error that the sender of a form can mend: the page with the form comes again, with what was typed, the problem at
/// its field and on top of the page.
package protocol FormProblem: Error, CustomStringConvertible {
    /// The id of the field to mend, or `Problem.wholePage`. A form that names its field otherwise says so where its route is registered.
    var field: String { get }
    /// Of the answer; 422 unless more is known.
    var status: HTTPResponse.Status { get }
    /// What the security log calls it; nil for a slip.
    var event: SecurityEvent? { get }
}

extension FormProblem {
    package var status: HTTPResponse.Status { .unprocessableContent }
    package var event: SecurityEvent? { nil }
}

/// An error of a store that pages tell in their own way: a problem at a field, a page, or, by itself, our own fault.
package protocol ToldError: Error {
    /// What to throw for it.
    var told: any Error { get }
}

/// One thing that is wrong with a form, and where.
package struct Problem: FormProblem, Sendable, Equatable {
    package var message: String
    /// The id of the field.
    package var field: String

    /// The id of the main column, for what is no single field's fault.
    package static let wholePage = "main"

    package init(_ message: String, at field: String) { (self.message, self.field) = (message, field) }

    package var description: String { message }
}

/// All that is wrong with a form; thrown at once.
package struct Problems: Error, Sendable, Equatable, ExpressibleByArrayLiteral {
    package private(set) var list: [Problem]

    package init(_ list: [Problem] = []) { self.list = list }
    package init(arrayLiteral list: Problem...) { self.list = list }

    package var isEmpty: Bool { list.isEmpty }

    /// What is wrong with a field; nil if nothing is.
    package subscript(field: String) -> String? { list.first { $0.field == field }?.message }

    package mutating func add(_ message: String, at field: String) { list.append(Problem(message, at: field)) }

    package mutating func add(_ problem: some FormProblem) { add(problem.description, at: problem.field) }

    /// The same on a form that names fields otherwise.
    package func renaming(_ fields: [String: String]) -> Problems {
        Problems(list.map { Problem($0.message, at: fields[$0.field] ?? $0.field) })
    }

    /// Throws these, if there are any.
    package func check() throws(Problems) {
        if !isEmpty { throw self }
    }
}
