import ArgumentParser
import Formats
import Law
import Office

/// The days off that an office loads besides the official ones known to the program.
package struct CalendarFiles: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "另外载入的放假安排：国务院办公厅的放假通知（文本、网页、DOCX），或者 JSON；可以写多次。", valueName: "文件"))
    package var calendar: [String] = []

    package init() {}

    /// - Throws: `Refusal` where a file cannot be used.
    package func load() throws -> [HolidayFile] {
        try calendar.map { path in
            do {
                return try HolidayFile(try RegularFile.bytes(path), name: path)
            } catch let error as FileAccessError {
                throw Refusal(error.description)
            } catch let error as HolidayFileError {
                throw Refusal(error.description)
            }
        }
    }

    /// - Throws: `Refusal` where the files contradict each other or leave a year out, too.
    package func workdays(provisionalYears: Int = 0) throws -> WorkdayCalendar {
        let files = try load()
        do {
            let known = try WorkdayCalendar.loading(files)
            guard provisionalYears > 0 else { return known }
            return try WorkdayCalendar.loading(files, provisionalThrough: known.known.upperBound.year + provisionalYears)
        } catch {
            throw Refusal(error.description)
        }
    }
}
