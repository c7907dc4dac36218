import Web

/// The paths of what two administrators decide together.
enum ProposalPath {
    static let list: Path<ProposalWord> = "/desk/proposals"
    static let proposal: Path<Never, Int> = "/desk/proposals/{id}"

    static let crumb = Crumb("待确认事项", list())
}

/// What was decided, as the form sends it and the list tells it.
enum ProposalWord: String, SuccessWord {
    case confirmed, declined

    var text: String? {
        switch self {
        case .confirmed: "已确认，立即生效。"
        case .declined: "已记为不同意，没有改动任何内容。"
        }
    }
}
