import AnnualReport
import TestValues
import Testing

/// Whose reports a merge adds up, by the tree: a table of cases, then properties that hold for any tree.
struct MergePlanTests {
    /// 市 1; its bureau 2 with branch 3; 县 4 with bureau 5 (branch 6), town 7; town 8 right below the city.
    private static let tree = [
        MergeBody(id: 1, name: "云泽市"), MergeBody(id: 2, name: "市水务局", parentID: 1),
        MergeBody(id: 3, name: "市河道站", parentID: 2, mustReport: false), MergeBody(id: 4, name: "青溪县", parentID: 1),
        MergeBody(id: 5, name: "县公安局", parentID: 4), MergeBody(id: 6, name: "石桥派出所", parentID: 5, mustReport: false),
        MergeBody(id: 7, name: "石桥镇", parentID: 4), MergeBody(id: 8, name: "白鹭镇", parentID: 1),
    ]

    private struct Case: CustomTestStringConvertible {
        var testDescription: String
        var head: Int?
        var reported: Set<Int>
        var counted: [Int]
        var missing: [Int]
        var covered: [Int: Int] = [:]
    }

    @Test(
        arguments: [
            Case(
                testDescription: "all bodies of a county, and its own report beside them", head: 4, reported: [4, 5, 7], counted: [5, 7],
                missing: [], covered: [6: 5]),
            Case(
                testDescription: "a county whose own report is the only one has no sum", head: 4, reported: [4], counted: [],
                missing: [5, 7]),
            Case(
                testDescription: "a county without its own report is the sum of its bodies", head: 4, reported: [7], counted: [7],
                missing: [5]),
            Case(
                testDescription: "a bureau stands for its branch", head: 4, reported: [5, 6, 7], counted: [5, 7], missing: [],
                covered: [6: 5]),
            Case(
                testDescription: "a branch stands in for a bureau without a report, which is missing all the same", head: 4,
                reported: [6, 7], counted: [6, 7], missing: [5]),
            Case(
                testDescription: "further up a government's report stands for all below it", head: 1, reported: [2, 4, 5, 7, 8],
                counted: [2, 4, 8], missing: [], covered: [3: 2, 5: 4, 6: 4, 7: 4]),
            Case(
                testDescription: "and their sum only where it has none", head: 1, reported: [2, 5, 7, 8], counted: [2, 5, 7, 8],
                missing: [4], covered: [3: 2, 6: 5]),
            Case(
                testDescription: "a whole tree has no government over it: the city's report stands for all", head: nil,
                reported: [1, 2, 4], counted: [1], missing: [], covered: [2: 1, 3: 1, 4: 1, 5: 1, 6: 1, 7: 1, 8: 1]),
            Case(testDescription: "nobody reported", head: 1, reported: [], counted: [], missing: [2, 4, 5, 7, 8]),
            Case(
                testDescription: "a report from outside of the government's own tree counts nowhere", head: 4, reported: [7, 8],
                counted: [7], missing: [5]),
        ])
    private func theTreeDecides(_ example: Case) {
        let plan = MergePlan(Self.tree, of: example.head, reported: example.reported)
        #expect(plan.counted == example.counted)
        #expect(plan.missing == example.missing)
        for (body, cover) in example.covered { #expect(plan.places[body] == .covered(by: cover), "\(body)") }
        if let head = example.head { #expect(plan.places[head] == .head) }
        #expect(plan.places.values.count { if case .covered = $0 { true } else { false } } == example.covered.count)
    }

    @Test func aHeadThatIsNotThereHasNobody() {
        let plan = MergePlan(Self.tree, of: 99, reported: [2])
        #expect(plan.order.isEmpty && plan.counted.isEmpty)
    }

    @Test func bodiesThatNameEachOtherAreAccountedForOnce() {
        let plan = MergePlan(
            [MergeBody(id: 1, name: "甲", parentID: 2), MergeBody(id: 2, name: "乙", parentID: 1), MergeBody(id: 1, name: "丙")],
            reported: [1, 2])
        #expect(plan.counted == [1] && plan.places[2] == .covered(by: 1) && plan.order.count == 2)
    }

    @Test func aChainAsLongAsAListMayBeIsWalkedWithoutDepth() {
        let tree = (0..<100_000).map { MergeBody(id: $0, name: "\($0)", parentID: $0 - 1) }
        #expect(MergePlan(tree, reported: [50_000, 99_999]).counted == [50_000])
    }

    @Test(arguments: 0..<200)
    func nobodyIsCountedTwiceAndEveryoneIsAccountedFor(_ seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let size = Int.random(in: 1...40, using: &random)
        var tree = (0..<size).map { id in
            MergeBody(
                id: id, name: "\(id)",
                parentID: id == 0 || Int.random(in: 0..<6, using: &random) == 0 ? nil : Int.random(in: 0..<id, using: &random),
                mustReport: Bool.random(using: &random))
        }
        tree.shuffle(using: &random)
        let reported = Set((0..<size).filter { _ in Int.random(in: 0..<3, using: &random) == 0 })
        let head = Bool.random(using: &random) ? Int.random(in: 0..<size, using: &random) : nil
        let plan = MergePlan(tree, of: head, reported: reported)
        let parents = Dictionary(uniqueKeysWithValues: tree.map { ($0.id, $0.parentID) })
        func above(_ id: Int) -> [Int] { (parents[id] ?? nil).map { [$0] + above($0) } ?? [] }
        let scope = Set(tree.map(\.id).filter { id in head.map { id == $0 || above(id).contains($0) } ?? true })
        // Everyone once.
        #expect(Set(plan.places.keys) == scope && plan.order.count == scope.count && Set(plan.order) == scope, "seed \(seed)")
        let counted = Set(plan.counted)
        #expect(counted.isSubset(of: reported))
        for body in counted { #expect(above(body).allSatisfy { !counted.contains($0) }, "seed \(seed): \(body) is added below another") }
        for body in scope where body != head {
            let standsIn = ([body] + above(body)).contains { counted.contains($0) }
            switch plan.places[body] {
            case .counted: #expect(reported.contains(body))
            case .covered(let cover): #expect(above(body).contains(cover) && counted.contains(cover))
            case .missing, .notExpected: #expect(!standsIn && !reported.contains(body), "seed \(seed): \(body)")
            case .head, nil: Issue.record("seed \(seed): \(body) has no place")
            }
        }
        // Who reported is added, stands below one that is, or is the head itself.
        for body in reported.intersection(scope) where body != head {
            #expect(([body] + above(body)).count { counted.contains($0) } == 1, "seed \(seed): \(body)")
        }
    }
}
