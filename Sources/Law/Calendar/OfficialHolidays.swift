/// The days off and working weekends that the State Council's office fixed for each year. Facts, as its yearly notices
/// give them; weekends inside a break bear its name.
enum OfficialHolidays {
    static let plans: [HolidayPlan] = years.map(\.plan)

    /// One year in short: 春节 1.24-2.2 is every day from 24 January to 2 February.
    private struct Year {
        let year: Int
        let off: String
        let work: String

        init(_ year: Int, off: String, work: String) {
            self.year = year
            self.off = off
            self.work = work
        }

        var plan: HolidayPlan {
            var off: [Day: String] = [:]
            for span in self.off.split(separator: ";") {
                let words = span.split(separator: " ")
                let ends = words[1].split(separator: "-").map(day)
                for ordinal in ends[0].ordinal...ends[ends.count - 1].ordinal { off[Day(ordinal: ordinal)] = String(words[0]) }
            }
            return HolidayPlan(year: year, off: off, work: Set(work.split(separator: " ").map(day)))
        }

        private func day(_ text: Substring) -> Day {
            let numbers = text.split(separator: ".").compactMap { Int($0) }
            return Day(year, numbers[0], numbers[1])
        }
    }

    private static let years: [Year] = [
        Year(
            2019, off: "元旦 1.1; 春节 2.4-2.10; 清明节 4.5-4.7; 劳动节 5.1-5.4; 端午节 6.7-6.9; 中秋节 9.13-9.15; 国庆节 10.1-10.7",
            work: "2.2 2.3 4.28 5.5 9.29 10.12"),
        Year(
            2020, off: "元旦 1.1; 春节 1.24-2.2; 清明节 4.4-4.6; 劳动节 5.1-5.5; 端午节 6.25-6.27; 国庆节、中秋节 10.1; 国庆节 10.2-10.8",
            work: "1.19 4.26 5.9 6.28 9.27 10.10"),
        Year(
            2021, off: "元旦 1.1-1.3; 春节 2.11-2.17; 清明节 4.3-4.5; 劳动节 5.1-5.5; 端午节 6.12-6.14; 中秋节 9.19-9.21; 国庆节 10.1-10.7",
            work: "2.7 2.20 4.25 5.8 9.18 9.26 10.9"),
        Year(
            2022, off: "元旦 1.1-1.3; 春节 1.31-2.6; 清明节 4.3-4.5; 劳动节 4.30-5.4; 端午节 6.3-6.5; 中秋节 9.10-9.12; 国庆节 10.1-10.7; 元旦 12.31",
            work: "1.29 1.30 4.2 4.24 5.7 10.8 10.9"),
        Year(
            2023, off: "元旦 1.1-1.2; 春节 1.21-1.27; 清明节 4.5; 劳动节 4.29-5.3; 端午节 6.22-6.24; 中秋节 9.29; 国庆节 9.30-10.6; 元旦 12.30-12.31",
            work: "1.28 1.29 4.23 5.6 6.25 10.7 10.8"),
        Year(
            2024, off: "元旦 1.1; 春节 2.10-2.17; 清明节 4.4-4.6; 劳动节 5.1-5.5; 端午节 6.10; 中秋节 9.15-9.17; 国庆节 10.1-10.7",
            work: "2.4 2.18 4.7 4.28 5.11 9.14 9.29 10.12"),
        Year(
            2025, off: "元旦 1.1; 春节 1.28-2.4; 清明节 4.4-4.6; 劳动节 5.1-5.5; 端午节 5.31-6.2; 国庆节 10.1-10.5; 中秋节 10.6; 国庆节 10.7-10.8",
            work: "1.26 2.8 4.27 9.28 10.11"),
        Year(
            2026, off: "元旦 1.1-1.3; 春节 2.15-2.23; 清明节 4.4-4.6; 劳动节 5.1-5.5; 端午节 6.19-6.21; 中秋节 9.25-9.27; 国庆节 10.1-10.7",
            work: "1.4 2.14 2.28 5.9 9.20 10.10"),
    ]
}
