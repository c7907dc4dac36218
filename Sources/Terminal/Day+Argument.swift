import ArgumentParser
import Law

/// A day of law on the command line: 2026-11-21.
extension Day: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(iso: argument)
    }
}
