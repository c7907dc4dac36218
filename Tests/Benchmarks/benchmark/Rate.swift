import AnnualReport
import CXML2
import Dispatch
import Formats
import ReportFiles

/// How often a work is done a second over files that are in memory already.
enum Rate {
    struct File: Sendable {
        var name: String
        var bytes: [UInt8]
    }

    /// Reads and checks one file as the program does; how many findings there were, or -1 where it cannot be read.
    @Sendable static func readAndCheck(_ file: File) -> Int {
        (try? ReportReader.read(file.bytes, name: file.name).report.findings().count) ?? -1
    }

    /// Reads the file and does not check it.
    @Sendable static func readOnly(_ file: File) -> Int {
        (try? ReportReader.read(file.bytes, name: file.name).report.remarks.count) ?? -1
    }

    /// Reads, checks and writes the line of JSON that `report check --json` prints.
    @Sendable static func readCheckAndWrite(_ file: File) -> Int {
        guard let report = try? ReportReader.read(file.bytes, name: file.name).report else { return -1 }
        return ReportJSON.line(report, findings: report.findings()).count
    }

    /// libxml2's own reading of the page into its tree, and nothing else.
    @Sendable static func parsePage(_ file: File) -> Int {
        file.bytes.withUnsafeBytes { bytes in
            let options =
                HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
            guard
                let tree = htmlReadMemory(
                    bytes.assumingMemoryBound(to: CChar.self).baseAddress, CInt(bytes.count), nil, "UTF-8", CInt(options))
            else { return -1 }
            xmlFreeDoc(tree)
            return 0
        }
    }

    /// Runs over all files again and again on a number of cores.
    ///
    /// - Returns: how many files were done a second by the clock on the wall, all cores together.
    static func measure(
        _ files: [File], seconds: Double, cores: Int, work: @escaping @Sendable (File) -> Int
    ) async -> Double {
        // Once over all: tables that are built at first use, and the allocator, are then warm.
        for file in files where work(file) < 0 { return 0 }
        let start = DispatchTime.now().uptimeNanoseconds
        let end = start + UInt64(seconds * 1e9)
        let done = await withTaskGroup(of: Int.self) { group in
            for core in 0..<cores {
                group.addTask {
                    var index = core * files.count / cores
                    var done = 0
                    while DispatchTime.now().uptimeNanoseconds < end {
                        _ = work(files[index])
                        index = index + 1 == files.count ? 0 : index + 1
                        done += 1
                    }
                    return done
                }
            }
            return await group.reduce(0, +)
        }
        return Double(done) / (Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9)
    }
}
