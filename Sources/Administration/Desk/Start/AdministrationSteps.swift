import Office
import Web

/// The first steps of a new office that are administration's: accounts, the first organization, the site's address. While the
/// administrators are separate each of them does a part.
enum AdministrationSteps {
    static func list(_ steps: FirstSteps, address: SiteAddress?, viewer: Principal) -> [StartStep] {
        let isOnePerson = steps.administration != .separate
        return [isOnePerson ? begun(viewer) : administrators(steps), organization(steps), site(steps, address)]
            + (isOnePerson ? [] : people(steps))
    }

    private static func begun(_ viewer: Principal) -> StartStep {
        StartStep(title: "建立账号", words: "\(viewer.name)（\(viewer.login)），管理和业务都由一个人办理。", isDone: true)
    }

    private static func administrators(_ steps: FirstSteps) -> StartStep {
        let missing = Role.administrators.filter { !steps.administrators.contains($0) }
        return StartStep(
            title: "三位管理员",
            words: missing.isEmpty
                ? "系统管理员、安全管理员、审计管理员都已有人担任。" : "还没有\(missing.map(\.title).joined(separator: "、"))，请用网站启动时打印的一次性链接建立。",
            isDone: missing.isEmpty)
    }

    private static func organization(_ steps: FirstSteps) -> StartStep {
        StartStep(
            title: "填写单位", words: steps.organizations > 0 ? "已有 \(steps.organizations) 个单位。" : "只要名称和类别，其他资料以后再填。",
            isDone: steps.organizations > 0, address: StartPath.organization(), action: "填写单位")
    }

    private static func site(_ steps: FirstSteps, _ address: SiteAddress?) -> StartStep {
        StartStep(
            title: "网站名称和地址", words: address.map(words) ?? "名称显示在每页的页眉；地址用在发给别人的链接里。",
            isDone: address != nil && steps.isNamed, address: StartPath.address(), action: "填写名称和地址")
    }

    private static func words(_ address: SiteAddress) -> String {
        address.isThisMachine ? "现在从 \(address) 打开，只有这台电脑打得开；要给大家看的，请管服务器的人换一个监听地址，再来改。" : "大家从 \(address) 打开本站。"
    }

    private static func people(_ steps: FirstSteps) -> [StartStep] {
        [
            StartStep(
                title: "建立工作人员的账号", words: "由系统管理员建立，例如信息员。", isDone: steps.accounts > steps.administrators.count,
                address: AccountPath.new(), action: "新增人员"),
            StartStep(title: "授予角色，开具链接", words: "由安全管理员在“人员”里办理，工作人员用链接设置密码。", isDone: steps.workers > 0),
        ]
    }
}
