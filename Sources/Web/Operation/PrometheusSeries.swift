import CoreMetrics
import Synchronization

/// What a family of series is.
package enum PrometheusKind: String, Sendable { case counter, gauge, histogram }

/// One line, or for a histogram a group of lines, of the text format.
package protocol PrometheusSeries: AnyObject, Sendable {
    /// - Parameter labels: `a="b",c="d"` without braces, escaped.
    func write(name: String, labels: String, to text: inout String)
}

/// Only ever rises.
package final class PrometheusCounter: PrometheusSeries, CounterHandler, FloatingPointCounterHandler {
    private let value = Mutex(0.0)

    package func increment(by amount: Int64) { increment(by: Double(amount)) }
    package func increment(by amount: Double) {
        guard amount > 0, amount.isFinite else { return }
        value.withLock { $0 += amount }
    }
    package func reset() { value.withLock { $0 = 0 } }

    package func write(name: String, labels: String, to text: inout String) {
        text += PrometheusText.line(name, labels, value.withLock { $0 })
    }
}

/// Rises and falls.
package final class PrometheusGauge: PrometheusSeries, MeterHandler, RecorderHandler {
    private let value = Mutex(0.0)

    package func set(_ new: Int64) { set(Double(new)) }
    package func set(_ new: Double) { value.withLock { $0 = new } }
    package func increment(by amount: Double) { value.withLock { $0 += amount } }
    package func decrement(by amount: Double) { value.withLock { $0 -= amount } }
    package func record(_ new: Int64) { set(Double(new)) }
    package func record(_ new: Double) { set(new) }

    package func write(name: String, labels: String, to text: inout String) {
        text += PrometheusText.line(name, labels, value.withLock { $0 })
    }
}

/// Counts values below fixed bounds.
package final class PrometheusHistogram: PrometheusSeries, TimerHandler, RecorderHandler {
    private struct State {
        var counts: [Int]
        var count = 0
        var sum = 0.0
    }

    private let bounds: [Double]
    private let state: Mutex<State>

    package init(bounds: [Double]) {
        self.bounds = bounds
        state = Mutex(State(counts: Array(repeating: 0, count: bounds.count)))
    }

    package func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }
    package func record(_ value: Int64) { record(Double(value)) }
    package func record(_ value: Double) {
        guard value.isFinite else { return }
        state.withLock { state in
            if let place = bounds.firstIndex(where: { value <= $0 }) { state.counts[place] += 1 }
            state.count += 1
            state.sum += value
        }
    }

    package func write(name: String, labels: String, to text: inout String) {
        let state = state.withLock { $0 }
        let before = labels.isEmpty ? "" : labels + ","
        var below = 0
        for (bound, count) in zip(bounds, state.counts) {
            below += count
            text += PrometheusText.line(name + "_bucket", before + "le=\"\(PrometheusText.number(bound))\"", Double(below))
        }
        text += PrometheusText.line(name + "_bucket", before + "le=\"+Inf\"", Double(state.count))
        text += PrometheusText.line(name + "_sum", labels, state.sum)
        text += PrometheusText.line(name + "_count", labels, Double(state.count))
    }
}

/// The words of the text format.
package enum PrometheusText {
    /// Letters, digits, `_` and `:`, no digit first; anything else becomes `_`.
    package static func name(_ label: String) -> String {
        let bytes = label.utf8.map { byte -> UInt8 in
            let isPlain = (0x30...0x3A).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            return isPlain ? byte : UInt8(ascii: "_")
        }
        let text = String(decoding: bytes, as: UTF8.self)
        return text.utf8.first.map { (0x30...0x39).contains($0) } ?? true ? "_" + text : text
    }

    /// `a="b",c="d"`.
    package static func labels(_ pairs: [(String, String)]) -> String {
        pairs.map { "\(name($0.0).replacing(":", with: "_"))=\"\(escaped($0.1))\"" }.joined(separator: ",")
    }

    package static func line(_ name: String, _ labels: String, _ value: Double) -> String {
        labels.isEmpty ? "\(name) \(number(value))\n" : "\(name){\(labels)} \(number(value))\n"
    }

    /// Whole numbers without a point.
    package static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }

    package static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }

    package static func escapedHelp(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    }
}
