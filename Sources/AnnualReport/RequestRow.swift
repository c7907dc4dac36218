import Law

/// The rows of table three, of both forms, in the form's order: the 21 results (`Outcome`, which knows their words), what came
/// in and what is carried over, and the row that the three other results share in the 2019 form.
package enum RequestRow: Int, Hashable, Sendable, CaseIterable {
    case received, carriedIn, granted, partlyGranted
    case refusedStateSecret, refusedForbiddenByLaw, refusedPublicSecurity, refusedThirdPartyRights
    case refusedInternalAffairs, refusedProcessInformation, refusedEnforcementFile, refusedAdministrativeQuery
    case unableNotHeld, unableNotCompiled, unableUnclear
    case declinedPetition, declinedRepeated, declinedPublication, declinedExcessive, declinedReissue
    case other
    case otherNotSupplemented, otherFeeUnpaid, otherRemaining
    case total, carriedOver

    /// The row in which a form counts a result.
    package init(_ outcome: Outcome, in form: ReportForm) {
        self = form == .form2019 && outcome.family == .other ? .other : RequestRow.of[outcome] ?? .other
    }

    /// The row of a key of report.schema.json; nil for any other.
    package init?(key: String) {
        guard let row = RequestRow.allCases.first(where: { $0.key == key }) else { return nil }
        self = row
    }

    /// The name in report.schema.json, and of a result in `Outcome`.
    package var key: String { RequestRow.facts[rawValue].key }

    /// The result that the row counts; nil for rows that count no single one.
    package var outcome: Outcome? { RequestRow.facts[rawValue].outcome }

    /// The row's words on the form, with its mark.
    package var title: String { mark.text + words }

    /// The row's words on the form, without its mark.
    package var words: String { RequestRow.facts[rawValue].words }

    /// The first half of a long label, which the form accepts alone.
    package var shortWords: String? { outcome?.shortTitle }

    /// The group that the row stands in; nil for 一, 二 and 四.
    package var group: RequestGroup? { RequestRow.facts[rawValue].group }

    /// The mark before the row's words on the form.
    package var mark: ItemMark { RequestRow.facts[rawValue].mark }

    // MARK: Forms

    /// The rows that a form has, in its order.
    package static func rows(_ form: ReportForm) -> [RequestRow] {
        form == .form2019 ? form2019 : form2021
    }

    private static let form2019 = allCases.filter { $0.outcome?.family != .other }
    private static let form2021 = allCases.filter { $0 != .other }

    /// The results that add up to 三（七）: 19 in the 2019 form, 21 in the 2021 form.
    package static func results(_ form: ReportForm) -> [RequestRow] {
        form == .form2019 ? results2019 : results2021
    }

    private static let results2019 = form2019.filter { $0.outcome != nil || $0 == .other }
    private static let results2021 = form2021.filter { $0.outcome != nil }

    /// A value for every row, by the row's number: a dictionary without hashing.
    package struct Values<Value> {
        /// In the form's order.
        package private(set) var all: [Value]

        package init(repeating value: Value) {
            all = Array(repeating: value, count: RequestRow.allCases.count)
        }

        package subscript(row: RequestRow) -> Value {
            get { all[row.rawValue] }
            set { all[row.rawValue] = newValue }
        }
    }

    // MARK: What is known of each row

    private struct Facts {
        var key: String
        var outcome: Outcome?
        var words: String
        var mark: ItemMark
        var group: RequestGroup?
    }

    /// By the row's number, made once.
    private static let facts = allCases.map(facts)
    private static let of = Dictionary(uniqueKeysWithValues: allCases.compactMap { row in row.outcome.map { ($0, row) } })

    private static func facts(_ row: RequestRow) -> Facts {
        // Rows of results bear the names of their results.
        let key = String(describing: row)
        guard let outcome = Outcome(rawValue: key) else {
            return switch row {
            case .received: Facts(key: key, words: "本年新收政府信息公开申请数量", mark: .section(1))
            case .carriedIn: Facts(key: key, words: "上年结转政府信息公开申请数量", mark: .section(2))
            case .carriedOver: Facts(key: key, words: "结转下年度继续办理", mark: .section(4))
            case .total: Facts(key: key, words: "总计", mark: .bracketed(7), group: .results)
            default: Facts(key: key, words: Outcome.Family.other.title, mark: RequestGroup.other.mark, group: .results)
            }
        }
        let (family, outcomes) = (outcome.family, outcome.family.outcomes)
        let isAlone = outcomes.count == 1
        return Facts(
            key: key, outcome: outcome, words: outcome.formWords,
            mark: isAlone ? .bracketed(family.number) : .digit((outcomes.firstIndex(of: outcome) ?? 0) + 1),
            group: isAlone ? .results : .family(family))
    }
}
