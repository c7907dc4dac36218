import Office
import Web

/// Where what is wrong with an organization stands on a form.
extension OrganizationError: FormProblem {
    package var field: String {
        switch self {
        case .nameMissing, .nameUnfit, .nameTaken, .nameSame, .alreadyFiled: "name"
        case .codeUnfit, .codeTaken: "code"
        case .jurisdictionUnfit: "jurisdiction"
        case .placeUnfit(_, _, nil), .unknown, .notFound, .ambiguous, .tooDeep, .cycle, .notActive, .intoItself: "parent"
        case .placeUnfit, .childUnfit: "kind"
        case .contact(let field, _): field.rawValue
        case .leader: "leaders"
        case .dayAhead, .dayTooEarly: "since"
        case .notEmpty: "way"
        }
    }
}
