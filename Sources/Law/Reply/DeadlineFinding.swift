/// What about the acts of a request does not hold, or cannot be judged: told by name, never passed over in silence.
package struct DeadlineFinding: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// Article 30: the notice left after its 7 working days.
        case supplementNoticeLate = "supplement-notice-late"
        /// Article 30: the supplement came after its own limit.
        case supplementLate = "supplement-late"
        /// Article 33: told after the period had ended.
        case extensionLate = "extension-late"
        /// A restart followed, and nobody said in which period the extension was told.
        case extensionUndated = "extension-undated"
        /// The fee measures: the notice left after the handling period.
        case feeNoticeLate = "fee-notice-late"
        /// The fee measures: paid after the 20 working days.
        case feePaymentLate = "fee-payment-late"
        /// Received after the due day, while the day of dispatch, which decides, is not known.
        case dispatchUnknown = "dispatch-unknown"
    }

    package let kind: Kind
    /// A sentence or two for the one who has to act.
    package let message: String
    package let basis: [Basis]

    init(_ kind: Kind, _ message: String, _ basis: Basis...) {
        (self.kind, self.message, self.basis) = (kind, message, basis)
    }
}
