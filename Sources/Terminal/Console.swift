import Foundation

/// Standard output and standard error, written whole and in order.
package enum Console {
    /// Prints a line.
    package static func print(_ text: String) {
        write(Array(plain(text).utf8))
        if !text.hasSuffix("\n") { write([0x0A]) }
    }

    /// Prints bytes as they are.
    package static func write(_ bytes: [UInt8]) {
        FileHandle.standardOutput.write(Data(bytes))
    }

    /// Prints a line on standard error.
    package static func complain(_ text: String) {
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
    package static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
