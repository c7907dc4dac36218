import Markup

/// The last day to publish an annual report, and what it rests on (article 49). The day stands, worked or not.
package struct ReportDue: Hashable, Sendable {
    package var day: Day
    package var basis: String

    /// Who publishes it.
    package enum Reporter: Hashable, Sendable {
        /// A department at county level and above: 31 January.
        case department
        /// The authority for a whole local government at county level and above: 31 March.
        case government
        /// A town or street office, which the article does not name: by the local order.
        case town
    }

    /// Nil for a report that was due before the Regulation of 2019: on 2018 and earlier.
    ///
    /// - Parameter towns: what the local order says of towns and street offices.
    package init?(on year: Int, by reporter: Reporter, towns: TownReportDay = .standard) {
        guard let end = Day(year: year, month: 12, day: 31), (try? NotInForce.check(.regulation, on: end)) != nil else { return nil }
        let (month, date, basis): (Int, Int, String) =
            switch reporter {
            case .department: (1, 31, Basis(49, paragraph: 1).description)
            case .government: (3, 31, Basis(49, paragraph: 2).description)
            case .town: (towns.month, towns.day, TownReportDay.basis)
            }
        guard let day = Day(year: year + 1, month: month, day: date) else { return nil }
        (self.day, self.basis) = (day, basis)
    }

    /// The year whose report is due in the year of that day.
    package static func year(on day: Day) -> Int { day.year - 1 }
}

/// The day of the year by which towns and street offices publish their reports. The county's government or a local order
/// sets it.
package struct TownReportDay: Hashable, Sendable, CustomStringConvertible {
    package let month: Int
    package let day: Int

    /// 31 January, as for departments.
    package static let standard = TownReportDay(known: 1, 31)

    /// What a finding rests on that speaks of this day.
    package static let basis = "当地对乡镇、街道公布年度报告的要求"

    private init(known month: Int, _ day: Int) { (self.month, self.day) = (month, day) }

    /// Nil for a day that not every year has.
    package init?(month: Int, day: Int) {
        guard Day(year: 2001, month: month, day: day) != nil else { return nil }
        (self.month, self.day) = (month, day)
    }

    /// Reads 2-28 and 02-28, and 2月28日.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        let isChinese = bytes.suffix(3) == Array("日".utf8)[...]
        let parts =
            isChinese
            ? text.dropLast().split(separator: "月", omittingEmptySubsequences: false)
            : text.split(separator: "-", omittingEmptySubsequences: false)
        guard bytes.count <= 12, parts.count == 2,
            parts.allSatisfy({ (1...2).contains($0.utf8.count) && $0.utf8.allSatisfy { $0.isASCIIDigit } }),
            let month = Int(parts[0]), let day = Int(parts[1])
        else { return nil }
        self.init(month: month, day: day)
    }

    /// Month times 100 and day: one number that is kept and compared.
    package var number: Int { month * 100 + day }

    /// Reads `number`; nil for a day that not every year has.
    package init?(number: Int) {
        guard (101...1231).contains(number) else { return nil }
        self.init(month: number / 100, day: number % 100)
    }

    /// 2月28日, as it is written and read.
    package var description: String { "\(month)月\(day)日" }
}
