import Office

/// What is found wrong with the tables of reports when they are compared with the audit events.
extension RowFault {
    /// A version of a report that no event brought.
    package static func version(_ id: Int) -> RowFault {
        RowFault("报告 report-version:\(id) 没有导入的记录：是绕过本程序加上的。请撤回，并查明是谁改动的。")
    }

    package static func versionGone(_ id: Int) -> RowFault {
        RowFault("报告 report-version:\(id) 有导入的记录，却不见了。请从备份恢复。")
    }

    package static func state(version id: Int) -> RowFault {
        RowFault("报告 report-version:\(id) 是否公布（表 report_version 的 state）与记录不符。请核对后重新公布或者撤回，并查明是谁改动的。")
    }

    /// That a version counts for its report, or that it does not.
    package static func current(version id: Int) -> RowFault {
        RowFault("报告 report-version:\(id) 是否为现行的一版（表 report_version 的 is_current）与记录不符。请核对后重新公布现行的一版，并查明是谁改动的。")
    }

    /// By whom a version was withdrawn, why, and whether by somebody above.
    package static func withdrawal(version id: Int) -> RowFault {
        RowFault("报告 report-version:\(id) 由谁撤回、原因（表 report_version 的 withdrawn_…）与记录不符。请核对后重新撤回，并查明是谁改动的。")
    }

    /// Whose report on which year it is.
    package static func report(version id: Int) -> RowFault {
        RowFault("报告 report-version:\(id) 所属的单位、年度（表 report）与这一版不符：它会算到别的单位、别的年度。请从备份恢复，并查明是谁改动的。")
    }

    package static func content(version id: Int) -> RowFault {
        RowFault("报告 report-version:\(id) 的内容（表 report_version）与导入时记下的校验码不符：被改动过。请从备份恢复，或者撤回后重新导入原件。")
    }

    package static func source(sha256: String) -> RowFault {
        RowFault("文件 \(sha256) 的文字（表 report_source）与导入时记下的校验码不符：被改动过。请从备份恢复。")
    }

    /// A printed name that is an organization's by somebody's word, and nobody gave it.
    package static func name(organization: Int, _ name: String) -> RowFault {
        RowFault(
            "报告中的名称“\(name)”算作机构 organization:\(organization)（表 organization_alias），没有确认的记录，或者不是由这个账号确认的。请取消这个名称，核对由此归入该单位的报告，并查明是谁改动的。")
    }
}
