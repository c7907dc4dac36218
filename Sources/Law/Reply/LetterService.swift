/// The service of a letter (送达), which has two legal days that are never one field: the day it left decides whether the
/// office was in time (国办公开办函〔2016〕235号), the day it arrived begins the other side's own periods (行政复议法 article 20).
package struct LetterService: Hashable, Sendable {
    /// Nil where the way is not known.
    package var method: ServiceMethod?
    /// The day it was sent: handed to the post, or out of the office's system.
    package var dispatched: Day?
    /// The day it reached the other side: signed for, or arrived in their system.
    package var received: Day?

    package init(method: ServiceMethod? = nil, dispatched: Day? = nil, received: Day? = nil) {
        (self.method, self.dispatched, self.received) = (method, dispatched, received)
    }

    private var isHandedOver: Bool { method?.isHandedOver ?? false }

    /// The day that the office's own period is judged by; nil where it cannot be known from what is given.
    package var officeDay: Day? { isHandedOver ? received ?? dispatched : dispatched }

    /// The day that the other side's periods run from; nil while it is not known.
    package var recipientDay: Day? { isHandedOver ? received ?? dispatched : received }

    /// The day by which it had surely left: the office's, else that of its receipt. Nil where there was no letter.
    package var leftBy: Day? { officeDay ?? received }
}
