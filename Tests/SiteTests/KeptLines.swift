import Foundation
import Logging
import Synchronization

@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

/// The lines of a log, kept for a test to read.
final class KeptLines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    func logger(
        _ label: String, _ format: LogLines.Format = .text, level: Logger.Level = .info
    ) -> Logger {
        Logger(label: label) { label in
            LogLines(label: label, format: format, level: level, clock: { Date(timeIntervalSince1970: 1_790_000_000.25) }) { line in
                self.lines.withLock { $0.append(line) }
            }
        }
    }

    /// Settings of a server whose three logs all end here.
    var settings: ServerSettings {
        var settings = ServerSettings()
        settings.server = logger("server")
        settings.access = logger("access")
        settings.security = logger("security")
        return settings
    }
}
