extension ReplyPeriod {
    /// Acts that came too late, and what cannot be judged, in the order in which they happened.
    package var findings: [DeadlineFinding] {
        supplementFindings + extensionFindings + feeFindings + replyFindings
    }

    private var supplementFindings: [DeadlineFinding] {
        var list: [DeadlineFinding] = []
        if isSupplementNoticeLate, let sent = events.supplementNotice.leftBy, let due = try? supplementNotice.due.get() {
            list.append(
                DeadlineFinding(
                    .supplementNoticeLate,
                    "补正告知书于\(sent.chinese)发出，晚于收到申请后7个工作日的最后一天（\(due.chinese)）。答复期限能否重新起算有争议\(bothDays)。", Basis(30)))
        }
        let isAssumed = events.supplementUntil == nil && events.supplementNotice.recipientDay == nil
        if let came = events.supplementReceived, let due = try? supplement?.due.get(), came > due {
            list.append(
                DeadlineFinding(
                    .supplementLate,
                    "补正于\(came.chinese)收到，晚于补正期限的最后一天（\(due.chinese)\(isAssumed ? "，没有填写收到补正告知书的日期，从发出之日推算" : "")）。没有正当理由的，视为放弃申请；继续办理的，答复期限从收到补正起算。",
                    Basis(30)))
        }
        return list
    }

    /// With and without the restart; the earlier day is the one to keep.
    private var bothDays: String {
        guard let reply, let due = try? reply.due.get() else { return "" }
        guard let alternative = reply.alternative else { return "：不重新起算的，答复期限为\(due.chinese)" }
        return "：两种算法分别为\(due.chinese)和\(alternative.chinese)，以较早的一天为准办理"
    }

    private var extensionFindings: [DeadlineFinding] {
        guard events.extended != nil else { return [] }
        guard let told = events.extensionNotice.leftBy else {
            let restarts = [events.supplementReceived, events.feePaid].contains { $0 != nil }
            return restarts
                ? [
                    DeadlineFinding(
                        .extensionUndated, "没有填写延长答复的告知日期，期限又重新起算过：按重新起算以后没有延长推算。延长是在重新起算以后告知的，请填写告知日期。",
                        Basis(33, paragraph: 2))
                ] : []
        }
        guard isExtensionLate(acceptingLateActs: false), let due = dueBeforeExtension(acceptingLateActs: false) else { return [] }
        return [
            DeadlineFinding(
                .extensionLate, "延长答复于\(told.chinese)告知，原期限在\(due.chinese)已经届满，延长无效。", Basis(33, paragraph: 2))
        ]
    }

    private var feeFindings: [DeadlineFinding] {
        var list: [DeadlineFinding] = []
        if isFeeNoticeLate, let due = try? feeNotice?.due.get(), let day = events.feeNotice.leftBy {
            let isSent = events.feeNotice.officeDay != nil
            list.append(
                DeadlineFinding(
                    .feeNoticeLate,
                    "收费通知\(isSent ? "于\(day.chinese)发出" : "于\(day.chinese)收到（没有填写发出的日期）")，晚于处理期限的最后一天（\(due.chinese)）。答复期限能否因缴费重新起算有争议\(bothDays)。",
                    Basis(42), Basis(.feeMeasures)))
        }
        if let paid = events.feePaid, let due = try? feePayment?.due.get(), paid > due {
            list.append(
                DeadlineFinding(
                    .feePaymentLate, "缴费日\(paid.chinese)晚于缴费期限的最后一天（\(due.chinese)）。逾期未缴费视为放弃申请；继续办理的，答复期限从缴费次日起算。",
                    Basis(42), Basis(.feeMeasures)))
        }
        return list
    }

    private var replyFindings: [DeadlineFinding] {
        guard events.replyLetter.officeDay == nil, let received = events.replyLetter.received, let due = try? reply?.due.get(),
            received > due
        else { return [] }
        return [
            DeadlineFinding(
                .dispatchUnknown,
                "答复于\(received.chinese)收到，晚于答复期限（\(due.chinese)）；是否按期要看发出的日期：当面交付的看签收之日，邮寄的看交邮之日。请填写发出答复的日期。",
                Basis(33, paragraph: 2), Basis(.serviceReply))
        ]
    }
}
