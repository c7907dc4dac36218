import Office
import Web

/// Requests for disclosure as a capability. So far it counts: deadlines, fees and remedies by the Regulation, for anybody.
package let capability = Capability(name: "requests", title: "依申请公开")

package let wing = Wing(
    capability,
    sections: [.deadlines],
    home: { _ in
        HomePart(doors: [HomePart.Door("期限计算", PortalSection.deadlines.address, "申请公开政府信息以后，哪一天以前应当得到答复，没有答复怎么办。")])
    },
    routes: { routes, site in
        DeadlineController(given: site.calendar, settings: site.records.settings).addRoutes(to: routes)
    },
    commands: [LawCommand.self])

extension PortalSection {
    static let deadlines = PortalSection("期限计算", DeadlinePath.page())
}
