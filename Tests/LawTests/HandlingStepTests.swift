import TestValues
import Testing

@testable import Law

@Suite("The twelve steps of handling (article 45) and their limits")
struct HandlingStepTests {
    private func steps(
        _ received: Day, limits: [HandlingStep: Int] = [:], _ change: (inout ReplyEvents) -> Void = { _ in }
    ) throws -> [HandlingStep: String] {
        var events = ReplyEvents(received: received)
        change(&events)
        let list = ReplyPeriod(events).steps(limits: limits)
        return Dictionary(uniqueKeysWithValues: try list.map { ($0.step, try $0.due.get().description) })
    }

    @Test(
        "the default plan, in working days from receipt",
        arguments: [
            (HandlingStep.receive, "接收", 0), (.register, "登记", 1), (.examine, "审查", 3), (.supplement, "补正", 7), (.transfer, "转办、移交", 3),
            (.search, "协助调查、检索", 8), (.consult, "征求意见", nil), (.confer, "会商", 12), (.draft, "拟稿", 15), (.review, "审核与保密审查", 17),
            (.serve, "签发与送达", 20), (.archive, "存档", 5),
        ] as [(HandlingStep, String, Int?)])
    func plan(step: HandlingStep, title: String, limit: Int?) {
        #expect(step.title == title)
        #expect(step.limit == limit)
    }

    @Test("twelve steps, in their order")
    func twelve() {
        #expect(HandlingStep.allCases.count == 12)
        #expect(HandlingStep.allCases.first == .receive && HandlingStep.allCases.last == .archive)
    }

    @Test("received on 2 March 2020: the day of each step; the same day for receiving, no day for asking others or the archive")
    func days() throws {
        #expect(
            try steps(Day(2020, 3, 2)) == [
                .receive: "2020-03-02", .register: "2020-03-03", .examine: "2020-03-05", .transfer: "2020-03-05", .supplement: "2020-03-11",
                .search: "2020-03-12", .confer: "2020-03-18", .draft: "2020-03-23", .review: "2020-03-25", .serve: "2020-03-30",
            ])
    }

    @Test("the archive within 5 working days of service")
    func archive() throws {
        #expect(try steps(Day(2020, 3, 2)) { $0.replyLetter.received = Day(2020, 3, 27) }[.archive] == "2020-04-03")
    }

    @Test("each limit is a setting")
    func settings() throws {
        let limits: [HandlingStep: Int] = [.register: 3, .draft: 12, .archive: 1, .consult: 7]
        let own = try steps(Day(2020, 3, 2), limits: limits) { $0.replyLetter.received = Day(2020, 3, 27) }
        #expect(own[.register] == "2020-03-05")
        #expect(own[.draft] == "2020-03-18")
        #expect(own[.archive] == "2020-03-30")
        #expect(own[.consult] == "2020-03-11")
        #expect(own[.review] == "2020-03-25")
    }

    @Test("art. 30: a supplement restarts what follows; while it is awaited only the first steps have a day")
    func supplement() throws {
        let awaited = try steps(Day(2020, 3, 2)) { $0.supplementNotice.dispatched = Day(2020, 3, 10) }
        #expect(Set(awaited.keys) == [.receive, .register, .examine, .supplement, .transfer])
        let anew = try steps(Day(2020, 3, 2)) {
            ($0.supplementNotice.dispatched, $0.supplementReceived) = (Day(2020, 3, 10), Day(2020, 3, 16))
        }
        #expect(anew[.register] == "2020-03-03")
        #expect(anew[.search] == "2020-03-26")
        #expect(anew[.confer] == "2020-04-01")
        #expect(anew[.serve] == "2020-04-14")
    }

    @Test("art. 33: days on which others were asked do not count; an extension moves the later steps")
    func excludedAndExtended() throws {
        let asked = try steps(Day(2020, 3, 2)) {
            $0.consultations = [Consultation(.thirdParty, asked: Day(2020, 3, 9), answered: Day(2020, 3, 20))]
        }
        #expect(asked[.search] == "2020-03-25")
        #expect(asked[.serve] == "2020-04-13")
        let extended = try steps(Day(2020, 3, 2)) { $0.extended = 10 }
        #expect(extended[.search] == "2020-03-12")
        #expect(extended[.confer] == "2020-04-01")
        #expect(extended[.serve] == "2020-04-14")
    }

    @Test("art. 30: asking others does not move the 7 working days in which a supplement may be asked")
    func supplementStaysPut() throws {
        let asked = try steps(Day(2020, 3, 2)) {
            $0.consultations = [Consultation(.thirdParty, asked: Day(2020, 3, 3), answered: Day(2020, 3, 10))]
        }
        #expect(asked[.supplement] == "2020-03-11")
    }

    @Test("for every day of receipt: serving ends with the reply, and no step of the plan ends behind a later one")
    func everyDay() throws {
        var wrong = Counterexamples()
        var generator = SeededRandom(31)
        let order: [HandlingStep] = [.receive, .register, .examine, .supplement, .search, .confer, .draft, .review, .serve]
        for received in knownDays where received >= Day(2019, 5, 15) && received <= Day(2026, 7, 31) && received.ordinal % 2 == 0 {
            var events = ReplyEvents(received: received)
            events.extended = Bool.random(using: &generator) ? Int.random(in: 1...20, using: &generator) : nil
            let asked = received.adding(Int.random(in: 10...25, using: &generator))
            events.consultations = [
                Consultation(.thirdParty, asked: asked, answered: asked.adding(Int.random(in: 0...9, using: &generator)))
            ]
            let period = ReplyPeriod(events)
            let due = Dictionary(uniqueKeysWithValues: try period.steps().map { ($0.step, try $0.due.get()) })
            wrong.check(try due[.serve] == period.reply?.due.get(), "\(received): serving and the reply")
            let days = order.compactMap { due[$0] }
            wrong.check(days.count == order.count && zip(days, days.dropFirst()).allSatisfy { $0 <= $1 }, "\(received): \(days)")
        }
        wrong.report()
    }
}
