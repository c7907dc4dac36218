/// What the applicant may do about the reply, and until when: from the day they received it, by the rules of the day it was
/// made.
extension ReplyPeriod {
    /// The remedy of each part of the reply; one for the whole where the parts are not known. Empty without a reply.
    package var partRemedies: [(part: ReplyPart?, remedy: Remedy)] {
        guard let made = events.replyLetter.leftBy else { return [] }
        let parts: [ReplyPart?] = events.parts.isEmpty ? [nil] : events.parts
        return parts.compactMap { part in
            (try? remedies.remedy(part?.ground ?? .general, on: made, body: events.body)).map { (part, $0) }
        }
    }

    var remedyDeadlines: [Deadline] {
        let parts = partRemedies
        return [review(parts)].compactMap { $0 } + lawsuits(parts)
    }

    private func review(_ parts: [(part: ReplyPart?, remedy: Remedy)]) -> Deadline? {
        let open = parts.filter { $0.remedy.reviewDays != nil }
        guard let received = events.replyLetter.recipientDay, let made = events.replyLetter.leftBy,
            let days = open.first?.remedy.reviewDays
        else { return nil }
        var notes = ["从申请人知道或者应当知道答复内容之日起计算，一般是收到之日。"]
        // The year is the revised law's (2024).
        if (try? NotInForce.check(.reviewLaw, on: made)) != nil {
            notes.append("答复没有告知复议权利、机关或者期限的，从知道这些之日起计算，最长一年（\(Basis(.reviewLaw, Article(20, paragraph: 3)))）。")
        }
        for (part, remedy) in open { notes += remedy.notes.map { said($0, of: part, among: parts.count) } }
        return Deadline(
            .review, after: ReplyEvents.Event.served.title, received, .days(days), in: calendar,
            basis: [Basis(51)] + open.flatMap(\.remedy.sources).filter { $0.statute != .litigationLaw }, notes: notes)
    }

    private func lawsuits(_ parts: [(part: ReplyPart?, remedy: Remedy)]) -> [Deadline] {
        if let decided = events.reviewDecided, parts.isEmpty || parts.contains(where: { $0.remedy.route != .reviewOnly }) {
            return [
                Deadline(
                    .lawsuit, after: ReplyEvents.Event.reviewDecided.title, decided, .days(15), in: calendar,
                    basis: [Basis(51), Basis(.litigationLaw, Article(45))], notes: ["不服行政复议决定的，自收到决定之日起十五日内起诉。"])
            ]
        }
        guard let received = events.replyLetter.recipientDay else { return [] }
        var list: [Deadline] = []
        for (part, remedy) in parts {
            guard let period = remedy.periodToSue(after: received, in: calendar) else { continue }
            var notes = remedy.notes.map { said($0, of: part, among: parts.count) }
            if parts.count > 1, let part { notes.insert("针对“\(part.outcome.title)”的部分。", at: 0) }
            notes.append("答复没有告知起诉期限的，从知道起诉期限之日起计算，最长一年（\(Basis(.litigationInterpretation, Article(64)))）。")
            let deadline = Deadline(
                .lawsuit, after: ReplyEvents.Event.served.title, received, period, in: calendar,
                basis: [Basis(51), Basis(.litigationLaw, Article(46))], notes: notes)
            // The same day for two parts is one line.
            if let place = list.firstIndex(where: { $0.due == deadline.due }) {
                list[place] = list[place].with(notes: deadline.notes)
            } else {
                list.append(deadline)
            }
        }
        return list
    }

    private func said(_ note: String, of part: ReplyPart?, among count: Int) -> String {
        guard count > 1, let part else { return note }
        return "“\(part.outcome.title)”的部分：\(note)"
    }
}
