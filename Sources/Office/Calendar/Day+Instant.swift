import Foundation
import Law

extension Day {
    /// The day that it is in China at an instant.
    package init(inChina instant: Date) {
        self.init(ordinal: Int(((instant.timeIntervalSince1970 + 8 * 3600) / 86_400).rounded(.down)))
    }
}
