import Subprocess

/// Runs an installed program with a time limit and a bound on what it may print.
enum ExternalProgram {
    /// What the program printed. `explaining` turns its complaint into an error that says more, where it can.
    static func run(
        _ program: String, package: String, _ arguments: [String], seconds: Int, outputLimit: Int,
        explaining: @escaping @Sendable (String) -> FormatError?
    ) async throws(FormatError) -> [UInt8] {
        var options = PlatformOptions()
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .milliseconds(200))]
        let result = await withTaskGroup(of: Result<[UInt8], FormatError>.self) { [options] group in
            group.addTask {
                do {
                    let record = try await Subprocess.run(
                        .name(program), arguments: Arguments(arguments), platformOptions: options, input: .none,
                        output: .bytes(limit: outputLimit), error: .string(limit: 1 << 20))
                    if case .exited(0) = record.terminationStatus { return .success(record.standardOutput) }
                    let complaint = record.standardError
                    if let known = explaining(complaint) { return .failure(known) }
                    return .failure(.programFailed(program: program, detail: summary(complaint)))
                } catch {
                    return .failure(failure(error, program, package, outputLimit))
                }
            }
            group.addTask {
                try? await Task.sleep(for: .seconds(seconds))
                return .failure(.programTimedOut(program: program, seconds: seconds))
            }
            let first = await group.next() ?? .failure(.programTimedOut(program: program, seconds: seconds))
            // Cancelling tears the program down if it still runs.
            group.cancelAll()
            return first
        }
        return try result.get()
    }

    private static func failure(_ error: any Error, _ program: String, _ package: String, _ limit: Int) -> FormatError {
        guard let error = error as? SubprocessError else {
            return .programFailed(program: program, detail: "\(error)")
        }
        if error.code == .executableNotFound { return .programMissing(program: program, package: package) }
        if error.code == .outputLimitExceeded { return .tooMuchText(limit: limit) }
        return .programFailed(program: program, detail: error.description)
    }

    private static func summary(_ complaint: String) -> String {
        let line = complaint.split(separator: "\n").first.map(String.init) ?? ""
        return line.isEmpty ? "没有说明原因" : String(line.prefix(200))
    }
}
