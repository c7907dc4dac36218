import Testing

@testable import Law

@Suite("Events of a request that cannot be")
struct ReplyEventsTests {
    private static let received = Day(2021, 3, 1)

    private func errors(_ change: (inout ReplyEvents) -> Void) -> [EventError] {
        var events = ReplyEvents(received: ReplyEventsTests.received)
        change(&events)
        return events.errors
    }

    @Test("art. 56: a receipt before the Regulation held says since when it holds")
    func beforeRegulation() throws {
        let early = NotInForce(statute: .regulation, since: Day(2019, 5, 15), day: Day(2019, 5, 14))
        #expect(errors { $0.received = Day(2019, 5, 14) } == [.notInForce(.received, early)])
        #expect(errors { $0.received = Day(2019, 5, 15) }.isEmpty)
        #expect(early.description.contains("2019年5月15日"))
        #expect(throws: EventError.notInForce(.received, early)) {
            try ReplyPeriod(ReplyEvents(received: Day(2019, 5, 14))).deadlines()
        }
    }

    @Test("the fee measures: no fee notice before 2021")
    func beforeFee() {
        let early = NotInForce(statute: .feeMeasures, since: Day(2021, 1, 1), day: Day(2020, 12, 31))
        #expect(
            errors { ($0.received, $0.feeNotice.received) = (Day(2020, 12, 7), Day(2020, 12, 31)) } == [.notInForce(.feeNotified, early)])
        #expect(errors { ($0.received, $0.feeNotice.received) = (Day(2020, 12, 7), Day(2021, 1, 1)) }.isEmpty)
    }

    @Test("an event needs the one that it follows")
    func missing() {
        #expect(errors { $0.supplementReceived = Day(2021, 3, 9) } == [.missing(.supplementAsked, for: .supplementReceived)])
        #expect(errors { $0.feePaid = Day(2021, 3, 9) } == [.missing(.feeNotified, for: .feePaid)])
    }

    @Test("nothing happens to a request before its receipt")
    func beforeReceipt() {
        let early = Day(2021, 2, 26)
        let received = ReplyEventsTests.received
        #expect(errors { $0.supplementNotice.dispatched = early } == [.order(.supplementAsked, early, after: .received, received)])
        #expect(errors { $0.feeNotice.received = early } == [.order(.feeNotified, early, after: .received, received)])
        #expect(errors { $0.replyLetter.received = early } == [.order(.served, early, after: .received, received)])
        #expect(errors { $0.reviewDecided = early } == [.order(.reviewDecided, early, after: .received, received)])
        for (kind, event) in [
            (Consultation.Kind.thirdParty, ReplyEvents.Event.consulted), (.jointMaker, .askedBody), (.otherBody(workdays: 5), .askedBody),
        ] {
            #expect(
                errors { $0.consultations = [Consultation(kind, asked: early, answered: nil)] }
                    == [.order(event, early, after: .received, received)])
        }
    }

    @Test("a judgment that orders a new decision does not come before the receipt either")
    func judgmentBeforeReceipt() {
        let early = Day(2021, 2, 26)
        #expect(errors { $0.order = NewDecisionOrder(early) }.map(\.event) == [.newDecisionOrdered])
    }

    @Test("an event does not come before the one that it follows")
    func order() {
        #expect(
            errors { ($0.supplementNotice.dispatched, $0.supplementReceived) = (Day(2021, 3, 9), Day(2021, 3, 8)) }
                == [.order(.supplementReceived, Day(2021, 3, 8), after: .supplementAsked, Day(2021, 3, 9))])
        #expect(
            errors { ($0.feeNotice.received, $0.feePaid) = (Day(2021, 3, 9), Day(2021, 3, 8)) }
                == [.order(.feePaid, Day(2021, 3, 8), after: .feeNotified, Day(2021, 3, 9))])
        #expect(
            errors { ($0.replyLetter.received, $0.reviewDecided) = (Day(2021, 3, 9), Day(2021, 3, 8)) }
                == [.order(.reviewDecided, Day(2021, 3, 8), after: .served, Day(2021, 3, 9))])
        #expect(
            errors { ($0.replyLetter.received, $0.order) = (Day(2021, 3, 9), NewDecisionOrder(Day(2021, 3, 8))) }
                == [.order(.newDecisionOrdered, Day(2021, 3, 8), after: .served, Day(2021, 3, 9))])
    }

    @Test("an answer does not come before its question")
    func answers() {
        let (asked, answered) = (Day(2021, 3, 9), Day(2021, 3, 8))
        #expect(
            errors { $0.consultations = [Consultation(.thirdParty, asked: asked, answered: answered)] }
                == [.answerFirst(.consulted, asked: asked, answered: answered)])
        #expect(
            errors { $0.consultations = [Consultation(.jointMaker, asked: asked, answered: answered)] }
                == [.answerFirst(.askedBody, asked: asked, answered: answered)])
    }

    @Test("art. 33: an extension takes 1 to 20 working days", arguments: [-1, 0, 21, 40])
    func extensionLength(days: Int) {
        #expect(errors { $0.extended = days } == [.extensionLength(days)])
    }

    @Test("what happens on one day may be so; so may an extension of 1 and of 20")
    func sameDay() {
        let received = ReplyEventsTests.received
        #expect(
            errors {
                ($0.supplementNotice.dispatched, $0.supplementReceived, $0.feeNotice.received, $0.feePaid) = (
                    received, received, received, received
                )
                ($0.replyLetter.received, $0.reviewDecided, $0.order) = (received, received, NewDecisionOrder(received))
                $0.consultations = [Consultation(.thirdParty, asked: received, answered: received)]
            }.isEmpty)
        #expect(errors { $0.extended = 1 }.isEmpty && errors { $0.extended = 20 }.isEmpty)
    }

    @Test("everything that is wrong is told at once, and deadlines are refused with the first of it")
    func several() {
        var events = ReplyEvents(received: ReplyEventsTests.received)
        (events.supplementReceived, events.extended, events.replyLetter.received) = (Day(2021, 3, 9), 21, Day(2021, 2, 1))
        #expect(events.errors.map(\.event) == [.supplementReceived, .extended, .served])
        #expect(throws: EventError.missing(.supplementAsked, for: .supplementReceived)) { try ReplyPeriod(events).deadlines() }
        #expect(events.errors.allSatisfy { $0.description.contains($0.event.title) || $0.event == .extended })
        #expect(Set(ReplyEvents.Event.allCases.map(\.title)).count == ReplyEvents.Event.allCases.count)
    }
}
