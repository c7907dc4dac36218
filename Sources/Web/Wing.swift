import ArgumentParser
import Foundation
import Logging
import Markup
import Office

/// The rooms of a capability: its pages, its commands, and its parts of the pages that several capabilities share. What puts the
/// site together iterates over these values and names none of them.
package struct Wing: Sendable {
    package let capability: Capability
    /// What the site does with it, in the footer of every page: 读、查、汇总和公布年度报告.
    package let purpose: String?
    /// Its entries of the portal's navigation.
    package let sections: [PortalSection]
    /// Its entries of the desk's navigation.
    package let deskSections: [DeskSection]
    /// What an account can begin at the desk.
    package let acts: [DeskAct]
    /// Its part of the front page.
    package let home: (@Sendable (HomeVisit) async throws -> HomePart)?
    /// What it tells at the top of the desk's home.
    package let notices: @Sendable (DeskVisit) async throws -> DeskNotices
    /// What waits for an account.
    package let tasks: @Sendable (DeskVisit) async throws -> [DeskTask]
    /// Its first steps of a new office, up to the first work that is published.
    package let firstSteps: @Sendable (FirstSteps, DeskVisit) async throws -> [StartStep]
    /// The style of its own parts of pages.
    package let styles: [String]
    package let routes: @Sendable (Routes, SiteServices) -> Void
    /// What it does in the background after each start, on threads of lower priority.
    package let background: @Sendable (Records, Logger) async throws -> Void
    package let commands: [any ParsableCommand.Type]

    package init(
        _ capability: Capability, purpose: String? = nil, sections: [PortalSection] = [], deskSections: [DeskSection] = [],
        acts: [DeskAct] = [], home: (@Sendable (HomeVisit) async throws -> HomePart)? = nil,
        notices: @escaping @Sendable (DeskVisit) async throws -> DeskNotices = { _ in DeskNotices() },
        tasks: @escaping @Sendable (DeskVisit) async throws -> [DeskTask] = { _ in [] },
        firstSteps: @escaping @Sendable (FirstSteps, DeskVisit) async throws -> [StartStep] = { _, _ in [] },
        styles: [String] = [], routes: @escaping @Sendable (Routes, SiteServices) -> Void = { _, _ in },
        background: @escaping @Sendable (Records, Logger) async throws -> Void = { _, _ in },
        commands: [any ParsableCommand.Type] = []
    ) {
        (self.capability, self.purpose, self.sections, self.deskSections, self.acts) = (capability, purpose, sections, deskSections, acts)
        (self.home, self.notices, self.tasks, self.firstSteps) = (home, notices, tasks, firstSteps)
        (self.styles, self.routes, self.background, self.commands) = (styles, routes, background, commands)
    }
}

/// What the wings of one site make up together.
package struct Wings: Sendable {
    package let list: [Wing]

    package init(_ list: [Wing]) { self.list = list }

    /// The capabilities, with the ground floor before them.
    package var house: House { House(list.map(\.capability)) }
    package var commands: [any ParsableCommand.Type] { list.flatMap(\.commands) }

    /// What stands around every page.
    var menu: SiteMenu {
        SiteMenu(
            sections: list.flatMap(\.sections),
            deskSections: ([.home] + list.flatMap(\.deskSections)).ranked(by: \.rank),
            purposes: list.compactMap(\.purpose), stylesheet: stylesheet.path)
    }

    var stylesheet: Stylesheet { Stylesheet(list.flatMap(\.styles)) }
}

/// The navigation and what else every page of one site has around it.
package struct SiteMenu: Sendable {
    package var sections: [PortalSection] = []
    package var deskSections: [DeskSection] = []
    package var purposes: [String] = []
    /// The address of the stylesheet.
    package var stylesheet = ""
}
