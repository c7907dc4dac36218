/// Events that cannot be so.
package enum EventError: Error, Hashable, Sendable, CustomStringConvertible {
    case notInForce(ReplyEvents.Event, NotInForce)
    /// An event needs another that is not given.
    case missing(ReplyEvents.Event, for: ReplyEvents.Event)
    /// An event lies before the one that it follows.
    case order(ReplyEvents.Event, Day, after: ReplyEvents.Event, Day)
    /// The answer, or the receipt of the question, lies before the question.
    case answerFirst(ReplyEvents.Event, asked: Day, answered: Day)
    case extensionLength(Int)

    /// The event that is wrong.
    package var event: ReplyEvents.Event {
        switch self {
        case .notInForce(let event, _), .missing(_, let event), .order(let event, _, _, _), .answerFirst(let event, _, _): event
        case .extensionLength: .extended
        }
    }

    package var description: String {
        switch self {
        case .notInForce(let event, let error): "\(event.title)：\(error)"
        case .missing(.extended, let event): "有\(event.title)的日期，却没有延长的工作日数。请一并填写。"
        case .missing(let needed, let event): "有\(event.title)的日期，却没有\(needed.title)的日期。请一并填写。"
        case .order(let event, let day, let earlier, let earlierDay):
            "\(event.title)（\(day)）早于\(earlier.title)（\(earlierDay)）。请核对两个日期。"
        case .answerFirst(let event, let asked, let answered): "\(event.title)：答复日或者送达日（\(answered)）早于征求日（\(asked)）。请核对。"
        case .extensionLength(let n): "延长\(n)个工作日不符合第三十三条：延长的期限为1至20个工作日，只能延长一次。"
        }
    }
}

extension ReplyEvents {
    /// Everything that is wrong with them, in the order of the events; empty where all can be so.
    package var errors: [EventError] {
        var errors: [EventError] = []
        func check(_ statute: Statute, _ event: Event, _ day: Day?) {
            guard let day else { return }
            do { try NotInForce.check(statute, on: day) } catch { errors.append(.notInForce(event, error)) }
        }
        func follows(_ event: Event, _ day: Day?, _ earlier: Event, _ earlierDay: Day?, isNeeded: Bool = true) {
            guard let day else { return }
            guard let earlierDay else {
                if isNeeded { errors.append(.missing(earlier, for: event)) }
                return
            }
            if day < earlierDay { errors.append(.order(event, day, after: earlier, earlierDay)) }
        }
        check(.regulation, .received, received)
        follows(.supplementAsked, supplementNotice.dispatched, .received, received)
        // What is handed over needs no other day.
        follows(
            .supplementNoticeReceived, supplementNotice.received, .supplementAsked, supplementNotice.dispatched,
            isNeeded: !(supplementNotice.method?.isHandedOver ?? false))
        follows(.supplementUntil, supplementUntil, .supplementAsked, supplementNotice.leftBy)
        follows(.supplementReceived, supplementReceived, .supplementAsked, supplementNotice.leftBy)
        for consultation in consultations {
            let event = consultation.kind == .thirdParty ? Event.consulted : .askedBody
            follows(event, consultation.asked, .received, received)
            for day in [consultation.delivered, consultation.answered].compactMap({ $0 }) where day < consultation.asked {
                errors.append(.answerFirst(event, asked: consultation.asked, answered: day))
            }
        }
        if let extended, !(1...20).contains(extended) { errors.append(.extensionLength(extended)) }
        if let told = extensionNotice.leftBy {
            if extended == nil { errors.append(.missing(.extended, for: .extensionTold)) }
            follows(.extensionTold, told, .received, received)
        }
        check(.feeMeasures, .feeSent, feeNotice.dispatched)
        follows(.feeSent, feeNotice.dispatched, .received, received)
        check(.feeMeasures, .feeNotified, feeNotice.received)
        follows(.feeNotified, feeNotice.received, .received, received)
        follows(.feeNotified, feeNotice.received, .feeSent, feeNotice.dispatched, isNeeded: false)
        follows(.feePaid, feePaid, .feeNotified, feeNotice.leftBy)
        follows(.dispatched, replyLetter.dispatched, .received, received)
        follows(.served, replyLetter.received, .received, received)
        follows(.served, replyLetter.received, .dispatched, replyLetter.dispatched, isNeeded: false)
        for (event, day) in [(Event.reviewDecided, reviewDecided), (.newDecisionOrdered, order?.day)] {
            if let reply = replyLetter.leftBy {
                follows(event, day, replyLetter.received == nil ? .dispatched : .served, replyLetter.received ?? reply)
            } else {
                follows(event, day, .received, received)
            }
        }
        return errors
    }
}
