/// The twelve steps of handling a request (article 45 asks for such a system; the limits are each office's own).
package enum HandlingStep: String, Sendable, CaseIterable {
    case receive, register, examine, supplement, transfer, search, consult, confer, draft, review, serve, archive

    package var title: String {
        switch self {
        case .receive: "接收"
        case .register: "登记"
        case .examine: "审查"
        case .supplement: "补正"
        case .transfer: "转办、移交"
        case .search: "协助调查、检索"
        case .consult: "征求意见"
        case .confer: "会商"
        case .draft: "拟稿"
        case .review: "审核与保密审查"
        case .serve: "签发与送达"
        case .archive: "存档"
        }
    }

    /// Working days from receipt, by default; from service for the archive. Nil for 征求意见, whose days do not count.
    package var limit: Int? {
        switch self {
        case .receive: 0
        case .register: 1
        case .examine, .transfer: 3
        case .supplement: 7
        case .search: 8
        case .consult: nil
        case .confer: 12
        case .draft: 15
        case .review: 17
        case .serve: 20
        case .archive: 5
        }
    }
}

extension ReplyPeriod {
    /// The internal limits of the steps: until when each should be done, as far as its starting day is known. The days on
    /// which others were asked do not count from the search on (the seven days of article 30 run whoever is asked); an
    /// extension moves the steps from conferring on.
    ///
    /// - Parameter limits: the office's own, in working days; the default plan where it has none.
    package func steps(limits: [HandlingStep: Int] = [:]) -> [(step: HandlingStep, due: Result<Day, CalendarError>)] {
        let reply = reply
        let extended = (reply?.period.count ?? ReplyPeriod.replyDays) - ReplyPeriod.replyDays
        return HandlingStep.allCases.compactMap { step in
            guard let limit = limits[step] ?? (step == .archive ? settings.archiveDays : step.limit) else { return nil }
            let start: Day
            var excluded: [ClosedRange<Day>] = []
            switch step {
            case .archive:
                guard let served = events.replyLetter.received ?? events.replyLetter.dispatched else { return nil }
                start = served
            case .receive, .register, .examine, .supplement, .transfer: start = events.received
            default:
                guard let reply else { return nil }
                (start, excluded) = (reply.start, reply.excluded)
            }
            let isLate = [.confer, .draft, .review, .serve].contains(step)
            let length = limit + (isLate ? extended : 0)
            return (step, Result { () throws(CalendarError) in try calendar.due(after: start, .workdays(length), excluding: excluded) })
        }
    }
}
