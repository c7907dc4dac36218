import Markup
import Office
import Web

/// What administration tells at the top of the desk's home: the next of the first steps, and how the site is administered.
enum AdministrationNotices {
    static func notices(_ visit: DeskVisit) async throws -> DeskNotices {
        var notices = DeskNotices()
        if try await visit.records.accounts.administration().isOnePerson(visit.principal.accountID) {
            notices.standing =
                "<p>本站由您一人办理，兼任三类管理员和业务角色。<a href=\"\(AdministrationPath.page())\">\(AdministrationPage.title)</a></p>\n"
        }
        // Who keeps the settings brings the office up.
        guard visit.principal.has(.manageSettings) else { return notices }
        let steps = try await visit.records.firstSteps()
        notices.nextStep = StartStep.next(try await visit.wings.firstSteps(steps, visit)).map { start($0.number, $0.step.title) }
        if steps.hasOutgrownOnePerson { notices.warnings.append(outgrown(steps)) }
        return notices
    }

    private static func start(_ number: Int, _ title: String) -> HTML {
        """
        <div class="inset"><p><strong>\(StartPage.title)</strong>：第\(StartPage.ordinal(number))步，\(title)。</p><p><a class="button" href="\(StartPath.list())">接着做</a></p></div>

        """
    }

    private static func outgrown(_ steps: FirstSteps) -> HTML {
        """
        <div class="inset warning"><p>本站已有 \(steps.organizations) 个单位、\(steps.accounts) 个账号，仍由一人管理。单位和人多了，管理和审计应当由不同的人担任。<a href="\(AdministrationPath.page())">怎样改为三员分立</a></p></div>

        """
    }
}
