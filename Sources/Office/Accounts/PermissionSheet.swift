/// The table of permissions as it is published: docs/permissions.md.
package enum PermissionSheet {
    /// Markdown in Chinese: a row a right, a column a role.
    package static func markdown(_ house: House) -> String {
        var lines = [
            "# 权限表", "", "由 `gongkai docs permissions` 生成，测试会核对；改动请改各部分源代码中的 `Right`。", "",
            "空白表示没有这项权限。三类管理员互不兼任，也不兼任业务角色。",
            "授予管理员角色、给管理员开具一次性链接，要由另一位管理员确认，提出的人和所涉及的人不能自己确认；离岗交接由安全管理员确认。", "",
            "例外：只有一个人的单位可以**一人办理**，由这个人兼任三类管理员和业务角色，权限仍是下表各列之和。要两个人办的，由本人再填一次密码确认，",
            "在事项和审计记录中注明“一人办理”。只限这一个账号；在“管理方式”中改为三员分立以后，例外即行取消。", "",
        ]
        lines += house.capabilities.compactMap(\.permissionNote).flatMap { [$0, ""] }
        lines.append("| 权限 | " + Role.allCases.map(\.title).joined(separator: " | ") + " |")
        lines.append("| --- |" + Role.allCases.map { _ in " --- |" }.joined())
        for right in house.rights {
            let cells = Role.allCases.map { Permission.reach($0, right)?.title ?? "" }
            lines.append("| \(right.title) | " + cells.joined(separator: " | ") + " |")
        }
        lines += ["", "| 角色 | 职责 |", "| --- | --- |"] + Role.allCases.map { "| \($0.title) | \($0.duty) |" }
        return lines.joined(separator: "\n") + "\n"
    }
}
