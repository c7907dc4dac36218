import Foundation
import Synchronization

/// A bar with rate and remaining time for long work; nothing is drawn in a pipe or for a few files.
package struct ProgressBar {
    private let started = ContinuousClock.now
    private var drawn = ContinuousClock.now
    private let isShown: Bool
    private var isDrawn = false

    package init(of total: Int) {
        isShown = Console.isTerminal && total >= 50
    }

    /// Shows how far the work is; at most ten times a second.
    package mutating func show(_ done: Int, of total: Int) {
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
    package mutating func finish() {
        guard isDrawn else { return }
        isDrawn = false
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
}

/// A progress bar that may be shown from another task.
package final class ProgressMeter: Sendable {
    private let bar = Mutex<ProgressBar?>(nil)

    package init() {}

    package func show(_ done: Int, of total: Int) {
        bar.withLock { bar in
            if bar == nil { bar = ProgressBar(of: total) }
            bar?.show(done, of: total)
        }
    }

    package func finish() {
        bar.withLock { $0?.finish() }
    }
}
