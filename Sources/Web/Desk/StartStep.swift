import Office

/// One of the first steps of a new office, each brought by the capability that it belongs to.
package struct StartStep: Sendable, Equatable {
    package var title: String
    /// What has been done, or what is to do and why.
    package var words: String
    package var isDone: Bool
    /// Where the viewer does it; nil where it is somebody else's.
    package var address: Address?
    /// The button's words.
    package var action: String

    package init(title: String, words: String, isDone: Bool, address: Address? = nil, action: String = "") {
        (self.title, self.words, self.isDone, self.address, self.action) = (title, words, isDone, address, action)
    }

    /// The number of the first step that is not done, from 1, and the step; nil where all are.
    package static func next(_ list: [StartStep]) -> (number: Int, step: StartStep)? {
        list.firstIndex { !$0.isDone }.map { ($0 + 1, list[$0]) }
    }
}

extension Wings {
    /// The steps of all wings in their order.
    ///
    /// - Parameter steps: how far the office has come, as `Records.firstSteps` tells.
    package func firstSteps(_ steps: FirstSteps, _ visit: DeskVisit) async throws -> [StartStep] {
        var list: [StartStep] = []
        for wing in self.list { list += try await wing.firstSteps(steps, visit) }
        return list
    }
}
