/// Numbers that Word puts before paragraphs: 「一、」「（二）」「3.」 are not in the text but in `numbering.xml`.
struct WordNumbering {
    struct Level {
        var start = 1
        var format = "decimal"
        /// Such as `（%1）`, where `%1` stands for the number of level 0.
        var text = ""
    }
    struct List {
        /// Lists that share one abstract list count on together.
        var counter = ""
        var levels: [Int: Level] = [:]
        /// Levels whose start this list sets anew.
        var restarts: [Int: Int] = [:]
    }
    struct Style {
        var parent: String?
        var list: String?
        var level: Int?
    }

    var lists: [String: List] = [:]
    var styles: [String: Style] = [:]
    private var counts: [String: [Int: Int]] = [:]
    private var begun: Set<String> = []

    /// False where no paragraph can have a number.
    var hasLists: Bool { !lists.isEmpty }

    /// The label of the next paragraph with these properties; nil where it has none.
    mutating func next(style: String?, list: String?, level: Int?) -> String? {
        let inherited = inheritedNumbering(style)
        guard let id = list ?? inherited.list, id != "0", let list = lists[id] else { return nil }
        let depth = min(max(level ?? inherited.level ?? 0, 0), 8)
        guard let definition = list.levels[depth] else { return nil }
        var numbers = counts[list.counter] ?? [:]
        if begun.insert(id).inserted {
            for (level, start) in list.restarts { numbers[level] = start - 1 }
        }
        // An overflowing start value comes only from a file made to do harm.
        numbers[depth] = (numbers[depth] ?? definition.start - 1) &+ 1
        for deeper in (depth + 1)..<10 { numbers[deeper] = nil }
        counts[list.counter] = numbers
        return label(definition.text, list: list, numbers: numbers)
    }

    private func label(_ text: String, list: List, numbers: [Int: Int]) -> String {
        var label = ""
        var isReference = false
        for character in text {
            if isReference, let digit = character.wholeNumberValue, (1...9).contains(digit) {
                let level = list.levels[digit - 1] ?? Level()
                label += ListNumber.format(numbers[digit - 1] ?? level.start, as: level.format)
                isReference = false
            } else if character == "%" {
                isReference = true
            } else {
                label.append(character)
                isReference = false
            }
        }
        return label
    }

    /// A style has its parent's numbering where it has none of its own.
    private func inheritedNumbering(_ name: String?) -> (list: String?, level: Int?) {
        var list: String?
        var level: Int?
        var next = name
        var steps = 0
        while let name = next, let style = styles[name], steps < 20 {
            list = list ?? style.list
            level = level ?? style.level
            next = style.parent
            steps += 1
        }
        return (list, level)
    }
}
