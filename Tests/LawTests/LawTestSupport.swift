import Foundation
import TestValues
import Testing

@testable import Law

/// A day from its ISO text; a slip in a test's table fails the test.
func day(_ iso: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Day {
    try #require(Day(iso: iso), "\(iso) is no date", sourceLocation: sourceLocation)
}

/// `2020-03-09..2020-03-20` as an interval, or one day alone.
func interval(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> ClosedRange<Day> {
    let ends = text.components(separatedBy: "..")
    let first = try day(try #require(ends.first), sourceLocation: sourceLocation)
    let last = try day(try #require(ends.last), sourceLocation: sourceLocation)
    return first...last
}

/// Every day of 2019 to 2026, on which the holidays are known.
let knownDays: [Day] = (Day(2019, 1, 1).ordinal...Day(2026, 12, 31).ordinal).map(Day.init(ordinal:))

extension SeededRandom {
    /// What all generators of these tests are seeded with; `LAW_TEST_SEED` tries another.
    static let lawSeed = ProcessInfo.processInfo.environment["LAW_TEST_SEED"].flatMap(UInt64.init) ?? 711

    /// Each property's own numbers.
    init(_ salt: UInt64 = 0) {
        self.init(seed: SeededRandom.lawSeed &+ salt &* 0xD1B5_4A32_D192_ED03)
    }
}

/// Gathers what breaks a property and says it in one go, with the seed by which it is found again.
struct Counterexamples {
    private var found: [String] = []
    private(set) var checked = 0

    mutating func check(_ holds: Bool, _ words: @autoclosure () -> String) {
        checked += 1
        if !holds { found.append(words()) }
    }

    func report(sourceLocation: SourceLocation = #_sourceLocation) {
        let first = found.prefix(5).joined(separator: "; ")
        #expect(
            found.isEmpty, "seed \(SeededRandom.lawSeed), \(found.count) of \(checked): \(first)", sourceLocation: sourceLocation)
        #expect(checked > 0, "nothing was checked", sourceLocation: sourceLocation)
    }
}

/// The last day of a working-day period, found by walking: no table, no shortcut.
func walkedDue(after start: Day, _ count: Int, excluding excluded: [ClosedRange<Day>] = []) throws -> Day? {
    var (day, left) = (start, count)
    while left > 0 {
        day = day.adding(1)
        guard WorkdayCalendar.official.known.contains(day) else { return nil }
        if try WorkdayCalendar.official.isWorkday(day), !excluded.contains(where: { $0.contains(day) }) { left -= 1 }
    }
    return day
}

/// The year's official days, read from the rules' own file where it lies beside the project.
struct HolidayFile: Decodable {
    let off: [String: String]
    let work: [String]

    /// Nil where the file is not there.
    static func load(_ here: String = #filePath) throws -> [String: HolidayFile]? {
        var root = URL(fileURLWithPath: here).resolvingSymlinksInPath()
        for _ in 1...3 { root.deleteLastPathComponent() }
        let file = root.appendingPathComponent("../shared/law/holidays-2019-2026.json").standardizedFileURL
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        return try JSONDecoder().decode([String: HolidayFile].self, from: Data(contentsOf: file))
    }
}

extension ClosedRange<Day> {
    /// Each day of the interval.
    var days: [Day] { (lowerBound.ordinal...upperBound.ordinal).map(Day.init(ordinal:)) }
}
