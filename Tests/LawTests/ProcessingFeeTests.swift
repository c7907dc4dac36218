import Testing

@testable import Law

@Suite("Processing fee, by item and by page")
struct ProcessingFeeTests {
    @Test(
        "by item: the worked sums and both sides of each band's edge",
        arguments: [
            (1, 0), (10, 0), (11, 100), (12, 200), (30, 2_000), (31, 2_200), (35, 3_000), (40, 4_000), (41, 4_300), (45, 5_500),
            (50, 7_000),
            (51, 7_400), (60, 11_000), (61, 11_500), (70, 16_000), (100, 37_000),
        ])
    func items(count: Int, total: Int) throws {
        #expect(try ProcessingFee(.items, count).total == total)
    }

    @Test(
        "by page: the worked sums and both sides of each band's edge",
        arguments: [
            (1, 0), (30, 0), (31, 10), (100, 700), (101, 720), (150, 1_700), (200, 2_700), (201, 2_740), (250, 4_700), (1_000, 34_700),
        ])
    func pages(count: Int, total: Int) throws {
        #expect(try ProcessingFee(.pages, count).total == total)
    }

    @Test("the sum laid out by band: 12 items, 45 items, 250 pages")
    func bands() throws {
        let few = try ProcessingFee(.items, 12).bands
        #expect(few.map { [$0.from, $0.to ?? 0, $0.count, $0.rate, $0.sum] } == [[1, 10, 10, 0, 0], [11, 30, 2, 100, 200]])
        let many = try ProcessingFee(.items, 45).bands
        #expect(
            many.map { [$0.from, $0.count, $0.rate, $0.sum] } == [
                [1, 10, 0, 0], [11, 20, 100, 2_000], [31, 10, 200, 2_000], [41, 5, 300, 1_500],
            ])
        let pages = try ProcessingFee(.pages, 250).bands
        #expect(
            pages.map { [$0.from, $0.count, $0.rate, $0.sum] } == [
                [1, 30, 0, 0], [31, 70, 10, 700], [101, 100, 20, 2_000], [201, 50, 40, 2_000],
            ])
        #expect(pages.last?.to == nil)
        #expect(try ProcessingFee(.pages, 30).bands.count == 1)
    }

    /// The rate of one item or page, from the measures' table.
    private func rate(_ n: Int, _ measure: ProcessingFee.Measure) -> Int {
        switch measure {
        case .items: n <= 10 ? 0 : n <= 30 ? 100 : (2 + (n - 31) / 10) * 100
        case .pages: n <= 30 ? 0 : n <= 100 ? 10 : n <= 200 ? 20 : 40
        }
    }

    @Test("each number up to 400: the bands make the sum of what each item or page costs", arguments: ProcessingFee.Measure.allCases)
    func everyNumber(measure: ProcessingFee.Measure) throws {
        var wrong = Counterexamples()
        var total = 0
        for n in 1...400 {
            total += rate(n, measure)
            let fee = try ProcessingFee(measure, n)
            wrong.check(fee.total == total, "\(n): \(fee.total), not \(total)")
            wrong.check(fee.bands.reduce(0) { $0 + $1.count } == n, "\(n): the bands hold another number")
            wrong.check(fee.bands.first?.from == 1, "\(n): begins elsewhere")
            wrong.check(zip(fee.bands, fee.bands.dropFirst()).allSatisfy { $0.to == $1.from - 1 }, "\(n): bands with a gap")
            wrong.check(fee.bands.allSatisfy { $0.count > 0 && $0.rate == rate($0.from, measure) }, "\(n): a band of another rate")
        }
        wrong.report()
    }

    @Test("since 2021-01-01, and not before")
    func since() throws {
        let early = NotInForce(statute: .feeMeasures, since: Day(2021, 1, 1), day: Day(2020, 12, 31))
        #expect(throws: ProcessingFee.Problem.notInForce(early)) { try ProcessingFee(.items, 12, on: Day(2020, 12, 31)) }
        #expect(try ProcessingFee(.items, 12, on: Day(2021, 1, 1)).total == 200)
        #expect(ProcessingFee.Problem.notInForce(early).description.contains("2021年1月1日"))
    }

    @Test("a number below one, or beyond all reason, is refused in words", arguments: ProcessingFee.Measure.allCases)
    func numbers(measure: ProcessingFee.Measure) throws {
        for count in [0, -1, Int.min, measure.most + 1, Int.max] {
            #expect(throws: ProcessingFee.Problem.number(count, measure)) { try ProcessingFee(measure, count) }
        }
        #expect(try ProcessingFee(measure, measure.most).count == measure.most)
        #expect(ProcessingFee.Problem.number(0, measure).description.contains(measure.unit))
    }
}
