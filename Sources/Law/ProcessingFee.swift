/// 信息处理费, by the measures 国办函〔2020〕109号: by item or by page, never both, and each yuan of it laid out by band.
package struct ProcessingFee: Sendable, Equatable {
    /// What is counted.
    package enum Measure: String, Sendable, CaseIterable {
        /// Requests of one applicant in one calendar month.
        case items
        /// Pages of A4 or smaller given for one request.
        case pages

        /// More than anybody asks for: a slip of the hand.
        package var most: Int {
            switch self {
            case .items: 100_000
            case .pages: 10_000_000
            }
        }

        package var unit: String {
            switch self {
            case .items: "件"
            case .pages: "页"
            }
        }
    }

    /// One band: from which number to which, how many fall into it, and what each costs.
    package struct Band: Sendable, Equatable {
        package let from: Int
        /// The band's last number; nil for the open one.
        package let to: Int?
        package let count: Int
        /// Yuan for each.
        package let rate: Int
        /// Yuan.
        package var sum: Int { count * rate }
    }

    /// Why no fee can be reckoned.
    package enum Problem: Error, Hashable, Sendable, CustomStringConvertible {
        case notInForce(NotInForce)
        case number(Int, Measure)

        package var description: String {
            switch self {
            case .notInForce(let error): error.description
            case .number(let n, let measure): "数量应为1至\(measure.most)\(measure.unit)，不能是\(n)。"
            }
        }
    }

    package let measure: Measure
    package let count: Int
    /// The bands that it reaches, in order.
    package let bands: [Band]
    /// Yuan.
    package var total: Int { bands.reduce(0) { $0 + $1.sum } }

    /// - Parameter day: the day of the fee notice, where it is to be checked that the measures held.
    /// - Throws: for a day before the measures, or a number that nobody asks for.
    package init(_ measure: Measure, _ count: Int, on day: Day? = nil) throws(Problem) {
        if let day {
            do { try NotInForce.check(.feeMeasures, on: day) } catch { throw .notInForce(error) }
        }
        guard (1...measure.most).contains(count) else { throw .number(count, measure) }
        (self.measure, self.count) = (measure, count)
        var bands: [Band] = []
        var from = 1
        while from <= count {
            let (to, rate) = ProcessingFee.band(from, measure)
            bands.append(Band(from: from, to: to, count: min(count, to ?? count) - from + 1, rate: rate))
            guard let to else { break }
            from = to + 1
        }
        self.bands = bands
    }

    /// The band that begins at a number: its last number and its rate in yuan.
    private static func band(_ from: Int, _ measure: Measure) -> (to: Int?, rate: Int) {
        switch (measure, from) {
        case (.items, ..<11): (10, 0)
        case (.items, ..<31): (30, 100)
        // 31 to 40: 200, and 100 more for each further ten.
        case (.items, _): (from + 9, (from - 31) / 10 * 100 + 200)
        case (.pages, ..<31): (30, 0)
        case (.pages, ..<101): (100, 10)
        case (.pages, ..<201): (200, 20)
        case (.pages, _): (nil, 40)
        }
    }
}
