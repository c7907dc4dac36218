import CLibFuzzer
import Foundation

/// `FUZZ_TARGET` names the target. `fuzz --write-seeds EXAMPLES FOLDER` writes its seeds; all other arguments are
/// libFuzzer's.
@main
enum Fuzz {
    private static let target = FuzzTarget(rawValue: ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? "")

    static func main() {
        guard let target else { return fail("FUZZ_TARGET 应为：" + FuzzTarget.allCases.map(\.rawValue).joined(separator: "、")) }
        let words = CommandLine.arguments
        if words.count == 4, words[1] == "--write-seeds" {
            do {
                try Seeds.write(target, examples: URL(fileURLWithPath: words[2]), to: URL(fileURLWithPath: words[3]))
            } catch {
                fail("无法写出种子：\(error)")
            }
            return
        }
        var count = CommandLine.argc
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
        exit(LLVMFuzzerRunDriver(&count, &arguments, { bytes, size in Fuzz.run(Array(UnsafeBufferPointer(start: bytes, count: size))) }))
    }

    /// One input; ends the process where an invariant is broken, so that libFuzzer keeps the input.
    private static func run(_ bytes: [UInt8]) -> CInt {
        guard let target, let file = target.file(bytes) else { return 0 }
        if let what = Invariants.broken(by: file, name: "fuzz." + target.ending) {
            FileHandle.standardError.write(Data("BROKEN INVARIANT: \(what)\n".utf8))
            abort()
        }
        return 0
    }

    private static func fail(_ message: String) {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        exit(2)
    }
}
