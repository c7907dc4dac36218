import Foundation
import Markup

/// A kind of background job that a capability brings: what is done later and again if it fails, such as a delivery or a warning.
package struct JobKind: Sendable {
    /// The capability and what is done: `reports.remind`. It is in the table and never changes.
    package let name: String
    /// In words for an operator.
    package let title: String
    /// How long one attempt may take.
    package let limit: Duration
    /// How often it is tried before it is given up.
    package let attempts: Int
    /// Does the work. It may be done more than once, since a worker may die after it: what it changes is the same then.
    /// What it throws is kept and shown to operators, so it tells no personal data.
    package let run: @Sendable (JobRun) async throws -> Void

    package init(
        _ name: String, _ title: String, limit: Duration = .seconds(60), attempts: Int = 8,
        _ run: @escaping @Sendable (JobRun) async throws -> Void
    ) {
        (self.name, self.title, self.limit, self.attempts, self.run) = (name, title, limit, attempts, run)
    }

    /// How long a job waits after its failure before it is tried again (exponential backoff): one minute, two, four, at most six hours.
    static func pause(after attempts: Int) -> TimeInterval {
        min(6 * 3600, 60 * pow(2, Double(max(0, attempts - 1))))
    }
}

/// A job that is due, as its kind gets it.
package struct JobRun: Sendable {
    package let records: Records
    package let id: Int
    package let payload: JSONValue
    /// When this attempt began.
    package let instant: Date
    /// From 1.
    package let attempt: Int
}
