import Law
import Markup
import Office
import Web

/// The form of the calculator.
enum DeadlineFormPage {
    static let title = "期限计算"
    static let trail = [HomePath.crumb]
    static let crumb = Crumb(title, DeadlinePath.page())

    static func render(_ form: DeadlineForm, problems: Problems = []) -> Page {
        let fields = Fields(form, problems)
        return Page(
            title: title, heading: title, section: .deadlines, trail: trail, problems: problems,
            body: """
                <p class="prose">申请政府信息公开以后，机关最晚哪一天答复、不服答复最晚哪一天申请行政复议或者起诉：填写日期，逐日推算。收到申请当天不算，从下一个工作日数起。填写的内容只在网址里，不保存。</p>
                <form class="deadlines" method="get" action="\(DeadlinePath.page())">
                \(fields.render(.received, hint: "当面提交的，为提交之日；邮寄的，为机关签收之日；平常信函、互联网、传真，为与申请人确认之日。"))
                \(fields.choice(.channel, Choice.list(ReceiptChannel.allCases, \.title), any: "不填"))
                \(fields.choice(
                    .body, Choice.list(BodyKind.allCases, \.title), any: "不填（按地方政府的工作部门推算）",
                    hint: "收到申请的机关属于哪一类，决定向谁申请行政复议、向哪个法院起诉。"))
                \(parts(fields))
                <button class="button" type="submit">计算期限</button>
                </form>
                \(examples)
                """)
    }

    /// What happens to some requests alone: closed until something in it is filled in or wrong.
    private static func parts(_ fields: Fields) -> HTML {
        """
        \(fields.part("答复和行政复议", "已经收到答复或者复议决定", [.dispatched, .served, .method, .outcome, .outcome2, .earlierDisclosed, .reviewDecided], reply(fields)))
        \(fields.part(
            "补正", "申请内容不明确，机关要求补充", [.supplementAsked, .supplementNoticeReceived, .supplementUntil, .supplementReceived],
            "\(fields.pair(.supplementAsked, .supplementNoticeReceived))\(fields.pair(.supplementUntil, .supplementReceived))"))
        \(fields.part("延长答复", "机关告知延长期限", [.extended, .extensionTold], """
            <div class="two">\(fields.number(.extended, hint: "1 至 20，只能延长一次。"))\(fields.render(.extensionTold, hint: "在原期限届满以后才告知的，延长无效。"))</div>
            """))
        \(fields.part("征求第三方意见", "涉及他人的商业秘密、个人隐私", rows(DeadlineForm.thirdParties), """
            <p class="hint">还没有收到意见的，收到意见的日期留空。</p>
            \(DeadlineForm.thirdParties.map { consultation($0, "征求第三方意见", fields) })
            """))
        \(fields.part("征求其他机关意见", "信息涉及其他机关或者共同制作", rows(DeadlineForm.otherBodies), """
            <p class="hint">还没有收到意见的，收到意见的日期留空。</p>
            \(DeadlineForm.otherBodies.map { consultation($0, "征求其他机关意见", fields) })
            """))
        \(fields.part("收费", "申请数量、频次明显超过合理范围", [.feeSent, .feeNotified, .feePaid], """
            \(fields.pair(.feeSent, .feeNotified))\(fields.render(.feePaid))
            """))
        """
    }

    private static func reply(_ fields: Fields) -> HTML {
        """
        <div class="two">\(fields.render(.dispatched, hint: "邮寄的看邮戳，即交邮之日。是否按期看这一天。"))\(fields.render(.served, hint: "签收之日。复议、起诉的期限从这一天起算。"))</div>
        \(fields.choice(
            .method, Choice.list(ServiceMethod.allCases, \.title), any: "不填",
            hint: "直接送达、委托送达的，发出和收到是同一天，填一个就够。"))
        \(fields.outcomes(.outcome, hint: "决定能不能直接起诉。不填的，按一般答复推算。"))
        \(fields.outcomes(.outcome2, hint: "一份答复对不同的内容有不同结果的，再选一项。"))
        \(fields.box(.earlierDisclosed, hint: "只在答复结果是“重复申请”时勾选。"))
        \(fields.render(.reviewDecided))
        """
    }

    private static func rows(_ rows: [DeadlineForm.ConsultationRow]) -> [DeadlineForm.Field] {
        rows.flatMap { [$0.asked, $0.delivered, $0.answered] + [$0.role].compactMap { $0 } }
    }

    private static func consultation(_ row: DeadlineForm.ConsultationRow, _ what: String, _ fields: Fields) -> HTML {
        let role: HTML? = row.role.map {
            fields.choice($0, [.init(value: DeadlineForm.jointRole, title: "共同制作了该信息（期限15个工作日）")], any: "信息涉及该机关（没有法定期限）")
        }
        return """
            <fieldset><legend>\(what)，\(row.name)</legend>
            \(fields.pair(row.asked, row.answered))\(fields.render(row.delivered, hint: "不知道的留空，从征求之日推算。"))\(role)
            </fieldset>
            """
    }

    /// Where somebody can see what comes out before typing anything.
    private static let examples: HTML = """
        <h2>算例</h2>
        <ul>
        <li><a href="\(DeadlinePath.page())?received=2020-01-20">2020年1月20日收到申请，中间是春节</a></li>
        <li><a href="\(DeadlinePath.page())?received=2024-04-01&amp;dispatched=2024-05-27&amp;served=2024-06-03&amp;outcome=refusedThirdPartyRights&amp;extended=10&amp;extension-told=2024-04-26&amp;third1-asked=2024-04-08&amp;third1-answered=2024-04-18">2024年4月1日收到申请，征求了第三方意见，延长10个工作日，5月27日寄出不予公开的答复，6月3日签收</a></li>
        </ul>
        """
}

/// The fields with what was typed and what is wrong with it.
private struct Fields {
    typealias Field = DeadlineForm.Field
    let form: DeadlineForm
    let problems: Problems

    init(_ form: DeadlineForm, _ problems: Problems) { (self.form, self.problems) = (form, problems) }

    /// A day.
    func render(_ field: Field, hint: String? = nil) -> HTML {
        FormField(
            name: field.rawValue, label: field.title, hint: hint, error: problems[field.rawValue],
            control: .date(form.day(field)?.description, typed: form.text(field))
        ).html
    }

    func pair(_ first: Field, _ second: Field) -> HTML {
        "<div class=\"two\">\(render(first))\(render(second))</div>\n"
    }

    func number(_ field: Field, hint: String) -> HTML {
        FormField(
            name: field.rawValue, label: field.title, hint: hint, error: problems[field.rawValue], control: .number(form.text(field))
        ).html
    }

    func choice(_ field: Field, _ options: [Choice], any: String, hint: String? = nil) -> HTML {
        choice(field, [.init(options: options)], any: any, hint: hint)
    }

    /// The 21 results under their families.
    func outcomes(_ field: Field, hint: String) -> HTML {
        let groups = Outcome.Family.allCases.map { family in
            FormField.Group(
                title: family.title,
                options: Outcome.allCases.filter { $0.family == family }.map { .init(value: $0.rawValue, title: $0.title) })
        }
        return choice(field, groups, any: "不填", hint: hint)
    }

    private func choice(_ field: Field, _ groups: [FormField.Group], any: String, hint: String?) -> HTML {
        let isInPart = field != .channel && field != .body
        return FormField(
            name: field.rawValue, label: field.title, isOptional: !isInPart, hint: hint, error: problems[field.rawValue],
            control: .choice(groups, chosen: form.text(field), any: any)
        ).html
    }

    func box(_ field: Field, hint: String) -> HTML {
        FormField(
            name: field.rawValue, label: field.title, hint: hint, error: problems[field.rawValue],
            control: .box(isTicked: form.isTicked(field))
        ).html
    }

    /// A part of the form that folds away.
    func part(_ title: String, _ when: String, _ fields: [Field], _ content: HTML) -> HTML {
        let isOpen = fields.contains { form.text($0) != nil || problems[$0.rawValue] != nil }
        return """
            <details\(HTML.when(isOpen) { " open" })><summary>\(title)<span class="optional">（选填）</span> <span class="quiet small">\(when)</span></summary>
            <div class="inset">\(content)</div></details>
            """
    }
}
