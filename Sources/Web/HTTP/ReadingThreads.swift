import Foundation
import Synchronization

/// A fixed number of threads that run tasks (a task executor), with a lower scheduling priority than all other threads of
/// the program. Whatever runs here takes no thread from those that answer requests, and yields the cores to them.
package final class ReadingThreads: TaskExecutor {
    /// What a thread's niceness is set to: above that of all others, which answer requests.
    package static let niceness: Int32 = 10

    private struct Job {
        let job: UnownedJob
        let executor: UnownedTaskExecutor
    }

    /// What the threads share. They hold no reference to the executor itself, so that it can go and end them.
    private final class Queue: Sendable {
        struct State {
            var jobs: [Job] = []
            var isOpen = true
        }
        let state = Mutex(State())
        let signal = DispatchSemaphore(value: 0)

        func work() {
            // On Linux this is the priority of the calling thread alone.
            setpriority(.init(PRIO_PROCESS.rawValue), 0, ReadingThreads.niceness)
            while true {
                signal.wait()
                let (next, isOpen) = state.withLock { state in (state.jobs.isEmpty ? nil : state.jobs.removeFirst(), state.isOpen) }
                if let next { next.job.runSynchronously(on: next.executor) } else if !isOpen { return }
            }
        }
    }

    private let queue = Queue()
    private let width: Int
    private let isStarted = Mutex(false)

    /// - Parameter width: how many threads; they start with the first task.
    package init(width: Int) { self.width = width }

    deinit {
        queue.state.withLock { $0.isOpen = false }
        for _ in 0..<width { queue.signal.signal() }
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = Job(job: UnownedJob(job), executor: asUnownedTaskExecutor())
        start()
        queue.state.withLock { $0.jobs.append(job) }
        queue.signal.signal()
    }

    private func start() {
        let isFirst = isStarted.withLock { isStarted in
            defer { isStarted = true }
            return !isStarted
        }
        guard isFirst else { return }
        for _ in 0..<width { Thread { [queue] in queue.work() }.start() }
    }
}
