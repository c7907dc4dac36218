import Foundation
import Glibc
import Logging

/// A swift-log handler that writes one line an entry: JSON for machines, or Chinese for people.
package struct LogLines: LogHandler {
    /// How a line is written.
    package enum Format: String, Sendable, CaseIterable { case text, json }

    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?
    package var logLevel: Logger.Level
    private let label: String
    private let format: Format
    private let clock: @Sendable () -> Date
    private let write: @Sendable (String) -> Void

    /// - Parameters:
    ///   - level: what is below it is not written; of the security log nothing above `info` is left out, so that failed
    ///     sign-ins are always there.
    ///   - clock: what time it is.
    ///   - write: takes a whole line, its end included.
    package init(
        label: String, format: Format, level: Logger.Level, clock: @escaping @Sendable () -> Date,
        write: @escaping @Sendable (String) -> Void = LogLines.standardError
    ) {
        self.label = label
        self.format = format
        logLevel = label == SecurityLog.label ? min(level, .info) : level
        self.clock = clock
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var fields = metadata
        if let provided = metadataProvider?.get() { fields.merge(provided) { $1 } }
        if let own = event.metadata { fields.merge(own) { $1 } }
        // The framework's name for the number of a request.
        if let number = fields.removeValue(forKey: "hb.request.id"), fields["request"] == nil { fields["request"] = number }
        if let error = event.error, fields["error"] == nil { fields["error"] = .string("\(error)") }
        let pairs = fields.sorted { $0.key < $1.key }
        switch format {
        case .json: write(json(event, pairs))
        case .text: write(text(event, pairs))
        }
    }

    private func json(_ event: LogEvent, _ fields: [(key: String, value: Logger.MetadataValue)]) -> String {
        let millisecond = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        var line = "{\"time\":\"\(clock().formatted(millisecond))\",\"level\":\"\(event.level.rawValue)\",\"logger\":\(Self.quoted(label))"
        line += ",\"message\":\(Self.quoted("\(event.message)"))"
        for (key, value) in fields where !["time", "level", "logger", "message"].contains(key) {
            line += ",\(Self.quoted(key)):\(Self.json(value))"
        }
        return line + "}\n"
    }

    private static func json(_ value: Logger.MetadataValue) -> String {
        switch value {
        case .string(let text): quoted(text)
        case .stringConvertible(let number as any FixedWidthInteger): "\(number)"
        case .stringConvertible(let number as Double) where number.isFinite: "\(number)"
        case .stringConvertible(let flag as Bool): "\(flag)"
        case .stringConvertible(let other): quoted(other.description)
        case .array(let values): "[" + values.map(json).joined(separator: ",") + "]"
        case .dictionary(let values):
            "{" + values.sorted { $0.key < $1.key }.map { "\(quoted($0.key)):\(json($0.value))" }.joined(separator: ",") + "}"
        }
    }

    /// `2026-11-21 23:42:13 警告 [security] 请求过于频繁，已拒绝 address=192.0.2.1`, in Beijing time.
    private func text(_ event: LogEvent, _ fields: [(key: String, value: Logger.MetadataValue)]) -> String {
        let style = Date.ISO8601FormatStyle(dateTimeSeparator: .space, timeZone: TimeZone(secondsFromGMT: 8 * 3_600) ?? .gmt)
            .year().month().day().dateTimeSeparator(.space).time(includingFractionalSeconds: false)
        var line = "\(clock().formatted(style)) \(Self.words(event.level)) [\(label)] \(Self.plain("\(event.message)"))"
        for (key, value) in fields {
            let text = Self.plain("\(value)")
            line += text.contains(" ") || text.isEmpty ? " \(key)=\(Self.quoted(text))" : " \(key)=\(text)"
        }
        return line + "\n"
    }

    private static func words(_ level: Logger.Level) -> String {
        switch level {
        case .trace: "跟踪"
        case .debug: "调试"
        case .info: "信息"
        case .notice: "提示"
        case .warning: "警告"
        case .error: "错误"
        case .critical: "严重"
        }
    }

    /// Without what could begin a line of its own or steer a terminal.
    private static func plain(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 }))
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value)
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case _ where isControl(scalar):
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// Writes to standard error; a log that nobody can take is no reason to stop.
    package static let standardError: @Sendable (String) -> Void = { line in
        var bytes = Array(line.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            guard written > 0 else { return }
            bytes = bytes.dropFirst(written)
        }
    }
}
