import Office
import Web

/// The first step of a new office that is of annual reports: uploading the first one.
enum ReportSteps {
    static func upload(_ steps: FirstSteps, reports: Int, _ viewer: Principal) -> StartStep {
        var step = StartStep(title: "上传第一份年度报告", words: "网站上还没有报告。", isDone: reports > 0)
        if step.isDone {
            step.words = "网站上已有 \(reports) 份报告。"
        } else if viewer.has(.importReports) {
            (step.address, step.action) = (DeskReportPath.new(), "上传年度报告")
        } else if viewer.has(.grantRoles), steps.organizations > 0 {
            step.words = "您还没有在单位里担任信息员，不能上传。请在自己的人员页授予。"
            (step.address, step.action) = (NeighbourPath.account(viewer.accountID), "授予角色")
        } else if steps.administration == .separate {
            step.words = "由信息员在办公区上传。"
        }
        return step
    }
}
