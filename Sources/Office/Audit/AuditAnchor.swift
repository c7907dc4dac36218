import Markup

/// How far the record of events went at some time, kept outside of the database: in a log that is sent elsewhere, in a
/// file on another machine.
///
/// The head's seal tells that the record was cut only to whoever has no earlier head to put back; an anchor tells it
/// even then.
package struct AuditAnchor: Hashable, Sendable, CustomStringConvertible {
    /// The number of the last event; 0 where there was none.
    package let sequence: Int
    /// That event's hash: an HMAC, of which nothing can be learned.
    package let hash: String

    init(sequence: Int, hash: String) {
        (self.sequence, self.hash) = (sequence, hash)
    }

    /// Reads what `description` writes: `120 9f86d0…`.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let sequence = Int(parts[0]), sequence >= 0, Hex.isSHA256(parts[1]) else { return nil }
        self.init(sequence: sequence, hash: String(parts[1]))
    }

    package var description: String { "\(sequence) \(hash)" }
}
