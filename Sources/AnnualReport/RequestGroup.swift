import Law

/// A label of table three that stands over rows and bears no figures on the form.
package enum RequestGroup: Hashable, Sendable {
    /// 三、本年度办理结果, over all results.
    case results
    /// A family of several results.
    case family(Outcome.Family)

    package static let refused = RequestGroup.family(.refused)
    package static let unable = RequestGroup.family(.unable)
    package static let declined = RequestGroup.family(.declined)
    package static let other = RequestGroup.family(.other)

    /// In the form's order.
    package static let allCases: [RequestGroup] = [.results, .refused, .unable, .declined, .other]

    package var words: String {
        switch self {
        case .results: "本年度办理结果"
        case .family(let family): family.title
        }
    }

    package var mark: ItemMark {
        switch self {
        case .results: .section(3)
        case .family(let family): .bracketed(family.number)
        }
    }

    package var title: String { mark.text + words }

    /// The rows right below the label, in the form's order.
    package var rows: [RequestRow] {
        switch self {
        case .results: [.granted]
        case .family(let family): family.outcomes.map { RequestRow($0, in: .form2021) }
        }
    }
}

extension Outcome.Family {
    /// The rows of both forms that its results are counted in.
    package var rows: [RequestRow] {
        (self == .other ? [.other] : []) + outcomes.map { RequestRow($0, in: .form2021) }
    }
}
