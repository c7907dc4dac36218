import Formats
import Law
import Markup

/// A file of days off that an office loads: the State Council's notice as text, HTML or DOCX, or JSON as
/// `gongkai law holidays --json` prints it, in which days of one place alone may stand, too.
package struct HolidayFile: Sendable, Equatable {
    package private(set) var plans: [HolidayPlan] = []
    package private(set) var local: [LocalDays] = []

    /// Plans as JSON that can be read again.
    package static func json(_ plans: [HolidayPlan]) -> JSONValue {
        .object(
            plans.map { plan in
                JSONValue.Member(
                    key: "\(plan.year)",
                    value: [
                        "off": .object(plan.off.sorted { $0.key < $1.key }.map { .init(key: "\($0.key)", value: .string($0.value)) }),
                        "work": .array(plan.work.sorted().map { .string("\($0)") }),
                    ])
            })
    }

    /// - Parameter name: for the messages, and to tell the format.
    /// - Throws: `HolidayFileError` that says what is wrong and where.
    package init(_ bytes: [UInt8], name: String) throws(HolidayFileError) {
        let document: SourceDocument
        do { document = try SourceDocument(reading: bytes, name: name) } catch {
            throw HolidayFileError(file: name, detail: error.description)
        }
        if document.format == .json {
            try read(document.utf8, name)
        } else {
            let text = document.blocks.map { block in
                switch block {
                case .line(let range, _): String(decoding: document.utf8[range.indices], as: UTF8.self)
                case .grid(let grid):
                    grid.cells.map { String(decoding: document.utf8[$0.text.indices], as: UTF8.self) }.joined(separator: "\n")
                }
            }
            do {
                plans = [try HolidayNotice.read(text.joined(separator: "\n"))]
            } catch {
                throw HolidayFileError(file: name, detail: error.description)
            }
        }
    }

    private mutating func read(_ utf8: [UInt8], _ name: String) throws(HolidayFileError) {
        let values: [JSONValue]
        do { values = try JSONValue.values(in: utf8) } catch {
            throw HolidayFileError(file: name, detail: "第\(error.line)行：\(error.detail)")
        }
        guard values.count == 1, case .object(let members) = values[0], !members.isEmpty else {
            throw HolidayFileError(file: name, detail: "应为一个 JSON 对象，以年份为键：{\"2027\":{\"off\":{\"2027-01-01\":\"元旦\"},\"work\":[]}}。")
        }
        for member in members {
            let (off, work) = try days(member.value, at: member.key, name)
            if member.key == "local" {
                local.append(LocalDays(off: off, work: work))
            } else if let year = Int(member.key), (2000...2999).contains(year) {
                // A year without days off is a mistake, and would make every holiday a working day.
                guard !off.isEmpty else { throw HolidayFileError(file: name, detail: "\(year)年没有任何放假日期。") }
                for day in off.keys where abs(day.year - year) > 1 { throw HolidayFileError(file: name, detail: "\(day) 不属于\(year)年。") }
                plans.append(HolidayPlan(year: year, off: off, work: work))
            } else {
                throw HolidayFileError(file: name, detail: "「\(member.key)」不是年份，也不是 local。")
            }
        }
    }

    private func days(_ value: JSONValue, at key: String, _ name: String) throws(HolidayFileError) -> ([Day: String], Set<Day>) {
        func day(_ text: String) throws(HolidayFileError) -> Day {
            guard let day = Day(iso: text) else { throw HolidayFileError(file: name, detail: "「\(key)」中的「\(text)」不是日期，应写成 2027-01-01。") }
            return day
        }
        var off: [Day: String] = [:]
        var work: Set<Day> = []
        if case .object(let members)? = value["off"] {
            for member in members {
                guard case .string(let holiday) = member.value, !holiday.isEmpty else {
                    throw HolidayFileError(file: name, detail: "「\(key)」中的 \(member.key) 没有节日名称。")
                }
                off[try day(member.key)] = holiday
            }
        } else {
            throw HolidayFileError(file: name, detail: "「\(key)」缺少 off（放假日期和节日名称）。")
        }
        switch value["work"] {
        case nil: break
        case .array(let values)?:
            for value in values {
                guard case .string(let text) = value else { throw HolidayFileError(file: name, detail: "「\(key)」的 work 中应为日期。") }
                work.insert(try day(text))
            }
        default: throw HolidayFileError(file: name, detail: "「\(key)」的 work 应为日期的数组。")
        }
        return (off, work)
    }
}

/// A file of days off that cannot be used.
package struct HolidayFileError: Error, Hashable, Sendable, CustomStringConvertible {
    package let file: String
    package let detail: String

    package var description: String { "\(file)：\(detail)" }
}

extension WorkdayCalendar {
    /// The official years with what an office's files add.
    ///
    /// - Throws: `CalendarError` where the files contradict each other or leave a year out.
    package static func loading(_ files: [HolidayFile], provisionalThrough: Int? = nil) throws(CalendarError) -> WorkdayCalendar {
        try WorkdayCalendar(
            adding: files.flatMap(\.plans), local: files.flatMap(\.local), provisionalThrough: provisionalThrough)
    }
}
