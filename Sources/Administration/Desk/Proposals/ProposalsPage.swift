import Markup
import Office
import Web

/// The list of what waits for a second administrator.
enum ProposalsPage {
    struct View: Sendable {
        var proposals: [Proposal]
        var people: [Int: Account]
        var organizations: [Int: String]
        var administration: AdministrationMode
        var viewer: Principal
        var state: FormState
    }

    static func render(_ view: View) -> Page {
        var page = Page.desk(
            .people, title: "待确认事项", trail: [AccountPath.crumb],
            body: """
                <p class="prose">授予管理员角色、给管理员开具一次性链接，一个人不能办成，要由另一位管理员确认；离岗交接由安全管理员确认。确认之前，请向提出的人和本人核实。确认担任管理员以后，此人原来的密码作废，由安全管理员开具设置密码的链接，同样经确认后使用。\(view.administration.isOnePerson(view.viewer.accountID) ? "本站由您一人办理：您提出的事项由您自己再填一次密码确认，注明“一人办理”。" : "")</p>
                \(view.proposals.isEmpty ? "<p>现在没有。</p>\n" : table(view))
                """)
        page.failure = "没有办成："
        return page
    }

    private static func table(_ view: View) -> HTML {
        DataTable(
            caption: "待确认事项", hidesCaption: true, columns: ["事项", "处理", "提出的人", "提出时间"],
            rows: view.proposals.map { proposal in
                let what = words(proposal, view)
                return [
                    "<a href=\"\(AccountPath.account(proposal.accountID))\">\(what)</a>", answers(proposal, what, view),
                    "\(name(proposal.proposedBy, view))", "\(BeijingTime.text(proposal.proposedAt))",
                ]
            }
        ).html
    }

    private static func answers(_ proposal: Proposal, _ what: String, _ view: View) -> HTML {
        let id = view.viewer.accountID
        let mayConfirm = proposal.mayConfirm(id, view.viewer.grants, in: view.administration)
        if !mayConfirm, !proposal.mayDecline(id, view.viewer.grants, in: view.administration) { return "等待别人确认" }
        let isAlone = mayConfirm && proposal.isConfirmedAlone(by: id, in: view.administration)
        func button(_ answer: ProposalWord, _ title: String, isSecond: Bool) -> PostForm.Button {
            PostForm.Button(title, about: "：\(what)", isSecond: isSecond, sends: (name: "answer", value: answer.key))
        }
        let alone = HTML.when(isAlone) {
            "<a href=\"\(ProposalPath.proposal(proposal.id))\">去确认<span class=\"hidden\">：\(what)</span></a>"
        }
        let confirm = mayConfirm && !isAlone ? [button(.confirmed, "确认", isSecond: false)] : []
        let decline = button(.declined, id == proposal.proposedBy ? "撤回" : "不同意", isSecond: true)
        return "\(alone)\(PostForm(to: ProposalPath.proposal(proposal.id), view.state, look: .inline, buttons: confirm + [decline]))"
    }

    /// 由某人担任系统管理员
    static func words(_ proposal: Proposal, _ view: View) -> String {
        let person = name(proposal.accountID, view)
        return switch proposal.kind {
        case .role(let role): "由\(person)担任\(role.title)"
        case .link(let purpose): "给管理员\(person)开具一次性链接（\(purpose.title)）"
        case .leaving(let successor, let grants):
            "\(person)离岗，由\(name(successor, view))担任\(grants.map { AccountListPage.words($0, view.organizations) }.joined(separator: "、"))"
        }
    }

    private static func name(_ id: Int, _ view: View) -> String {
        view.people[id].map { "\($0.name)（\($0.login)）" } ?? "第 \(id) 号账号"
    }
}

/// What one person confirms alone (一人办理): what will happen, and the password once more.
enum AloneProposalPage {
    static func render(_ proposal: Proposal, _ view: ProposalsPage.View) -> Page {
        .desk(
            .people, title: "一人办理：确认事项", trail: [AccountPath.crumb, ProposalPath.crumb],
            body: """
                <p class="lead">\(ProposalsPage.words(proposal, view))</p>
                <p class="prose">这一步本来要两个人：一人提出，另一人确认。本站由您一人办理，由您再填一次密码确认；事项和审计记录中注明“一人办理”。</p>
                \(PostForm(
                    to: ProposalPath.proposal(proposal.id), view.state, look: .wide, hidden: ["answer": ProposalWord.confirmed.key],
                    button: "确认", cancel: .init("不确认", ProposalPath.list())
                ) { PasswordProof(view.state).html })
                """)
    }
}
