import Foundation

/// Standard output and standard error, written whole and in order.
enum Console {
    /// Prints a line.
    static func print(_ text: String) {
        write(Array(plain(text).utf8))
        if !text.hasSuffix("\n") { write([0x0A]) }
    }

    /// Prints bytes as they are.
    static func write(_ bytes: [UInt8]) {
        FileHandle.standardOutput.write(Data(bytes))
    }

    /// Prints a line on standard error.
    static func complain(_ text: String) {
        let line = plain(text.hasSuffix("\n") ? text : text + "\n")
        FileHandle.standardError.write(Data(line.utf8))
    }

    /// Names of files and words of reports may hold escape sequences, which a terminal would obey.
    private static func plain(_ text: String) -> String {
        let isControl: (Unicode.Scalar) -> Bool = { $0 != "\n" && $0 != "\t" && $0.properties.generalCategory == .control }
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 }))
    }

    /// True if standard error is a terminal, so that a progress bar may be drawn on it.
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}

/// A bar with rate and remaining time for long work; nothing is drawn in a pipe or for a few files.
struct ProgressBar {
    private let started = ContinuousClock.now
    private var drawn = ContinuousClock.now
    private let isShown: Bool
    private var isDrawn = false

    init(of total: Int) {
        isShown = Console.isTerminal && total >= 50
    }

    /// Shows how far the work is; at most ten times a second.
    mutating func show(_ done: Int, of total: Int) {
        guard isShown, done > 0 else { return }
        let now = ContinuousClock.now
        guard now - drawn > .milliseconds(100) || done == total else { return }
        drawn = now
        isDrawn = true
        let seconds = Double((now - started).components.seconds) + Double((now - started).components.attoseconds) / 1e18
        let rate = Double(done) / max(seconds, 0.001)
        let remaining = Int((Double(total - done) / max(rate, 0.001)).rounded(.up))
        let filled = done * 30 / max(total, 1)
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
        FileHandle.standardError.write(
            Data("\r\(bar) \(done)/\(total)  每秒 \(Int(rate)) 份  还需 \(remaining / 60) 分 \(remaining % 60) 秒\u{1B}[K".utf8))
    }

    /// Leaves the line clean for what is printed next.
    mutating func finish() {
        guard isDrawn else { return }
        isDrawn = false
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
}
