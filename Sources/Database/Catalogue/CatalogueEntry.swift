/// One object of the database's catalogue: a table, an index, a trigger, a view, a rule, a function. Triggers and views act in the
/// name of whoever reads and writes, so a database has those of the program's migrations and no other.
struct CatalogueEntry: Hashable, Sendable {
    enum Kind: String, Sendable {
        case table = "表"
        case index = "索引"
        case constraint = "约束"
        case trigger = "触发器"
        case view = "视图"
        case rule = "规则"
        case policy = "行级策略"
        case function = "函数"
        case op = "运算符"
        case type = "类型"
        case sequence = "序列"
        case inheritance = "继承的表"
        case disabledTrigger = "停用的约束触发器"
        case other = "对象"
    }

    let kind: Kind
    let name: String
    /// The table that it belongs to; empty for what stands by itself.
    let table: String
    /// All that the engine knows of it, in the engine's own words.
    let definition: String

    /// What it is and where, for a person.
    var title: String { table.isEmpty || table == name ? "\(kind.rawValue) \(name)" : "表 \(table) 的\(kind.rawValue) \(name)" }
}

/// What a database's catalogue has otherwise than the program made it.
package enum CatalogueFault: Hashable, Sendable, CustomStringConvertible {
    case extra(String)
    case missing(String)
    case changed(String)

    package var description: String {
        switch self {
        case .extra(let title): "\(title) 不是本程序建立的"
        case .missing(let title): "\(title) 不见了"
        case .changed(let title): "\(title) 的定义被改动过"
        }
    }

    /// Compares two catalogues.
    static func faults(of found: [CatalogueEntry], expected: [CatalogueEntry]) -> [CatalogueFault] {
        struct Key: Hashable {
            let kind: CatalogueEntry.Kind
            // Bytes: two names that look and compare alike may be two objects.
            let name: [UInt8]
            let table: [UInt8]

            init(_ entry: CatalogueEntry) {
                (kind, name, table) = (entry.kind, Array(entry.name.utf8), Array(entry.table.utf8))
            }
        }
        let there = Dictionary(grouping: found, by: Key.init)
        let wanted = Dictionary(grouping: expected, by: Key.init)
        var faults: [CatalogueFault] = []
        for entry in found where wanted[Key(entry)] == nil { faults.append(.extra(entry.title)) }
        for entry in expected {
            guard let same = there[Key(entry)] else { faults.append(.missing(entry.title)); continue }
            if same.count != 1 || !same[0].definition.utf8.elementsEqual(entry.definition.utf8) { faults.append(.changed(entry.title)) }
        }
        return faults
    }
}
