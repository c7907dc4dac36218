/// The Chinese words of the audit log: for actions, subjects and facts, whose names are in the events and never change.
package struct AuditWords: Sendable {
    /// By name: `account.made`.
    package var actions: [String: String]
    /// How a subject is called, by its kind, with `#` for its id: 第 # 号账号.
    package var subjects: [String: String]
    /// By the fact's name.
    package var facts: [String: String]
    /// Words for values of a fact that is a code of the program, by the fact's name.
    package var values: [String: @Sendable (String) -> String?]
    /// Facts that no person reads: message authentication codes and digests, kept to compare tables with events.
    package var unread: Set<String>

    package init(
        actions: [String: String] = [:], subjects: [String: String] = [:], facts: [String: String] = [:],
        values: [String: @Sendable (String) -> String?] = [:], unread: Set<String> = []
    ) {
        (self.actions, self.subjects, self.facts, self.values, self.unread) = (actions, subjects, facts, values, unread)
    }

    /// Adds those of another capability; the earlier one's words for the same name stay.
    package mutating func merge(_ other: AuditWords) {
        actions.merge(other.actions) { first, _ in first }
        subjects.merge(other.subjects) { first, _ in first }
        facts.merge(other.facts) { first, _ in first }
        values.merge(other.values) { first, second in { first($0) ?? second($0) } }
        unread.formUnion(other.unread)
    }
}
