import Office

/// The part of the table of permissions that is about annual reports.
extension Right {
    package static let viewDeskReports = Right(
        "viewDeskReports", "在办公区查看年度报告", isReading: true,
        [
            .informationClerk: .own, .reviewer: .own, .confidentialityReviewer: .own, .approver: .own, .requestHandler: .own,
            .supervisor: .below,
        ])
    package static let importReports = Right("importReports", "上传年度报告", [.informationClerk: .own, .supervisor: .below])
    package static let placeRows = Right("placeRows", "手工填写无法对位的行", [.informationClerk: .own, .supervisor: .below])
    package static let publishReports = Right("publishReports", "公布、撤回和恢复年度报告", [.informationClerk: .own, .supervisor: .below])
    package static let returnReports = Right("returnReports", "把年度报告退回整改", [.supervisor: .below])

    static let reports = [viewDeskReports, importReports, placeRows, publishReports, returnReports]
}
