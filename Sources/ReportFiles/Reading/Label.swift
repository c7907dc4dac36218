import AnnualReport

/// What a label of the statutory tables stands for.
enum Label: Hashable {
    /// 第二十条第（一）项; nil for an item that has no block in either form.
    case block(ProactiveBlock?)
    /// 信息内容
    case contents
    /// A column of table two; the form that alone has these words, where one does.
    case column(ProactiveColumn, ReportForm?)
    case row(ProactiveRow)
    /// 申请人情况
    case applicants
    /// 法人或其他组织
    case organizations
    case kind(ApplicantKind)
    case request(RequestRow)
    case group(RequestGroup)
    case review(ReviewGroup)
    /// 行政诉讼, over two groups
    case lawsuits
    case outcome(ReviewOutcome)
    /// 其他 and 总计 mean another thing in each table.
    case other
    case total

    /// The form's words that a printed label is compared with; nil where its words do not matter.
    func word(_ form: ReportForm?) -> (word: String, short: String?)? {
        switch self {
        case .block, .contents, .applicants: nil
        case .column(let column, let own):
            switch (column, own ?? form ?? .form2019) {
            case (.amount, .form2021): ("本年收费金额（单位：万元）", nil)
            case (.amount, .form2019): ("采购总金额", nil)
            case (let column, let form): (column.words(.licensing, form), nil)
            }
        case .row(let row): (row.words(form ?? .form2019), nil)
        case .organizations: ("法人或其他组织", nil)
        case .kind(let kind): (kind.title, nil)
        case .request(let row): (row.words, row.shortWords)
        case .group(let group): (group.words, nil)
        case .review(let group): (group.words, nil)
        case .lawsuits: ("行政诉讼", nil)
        case .outcome(let outcome): (outcome.title, nil)
        case .other: ("其他", nil)
        case .total: ("总计", nil)
        }
    }
}

/// The words of both forms, folded, and what they stand for.
struct Vocabulary {
    static let standard = Vocabulary()

    private var exact: [UInt64: (word: [UInt16], label: Label)] = [:]
    /// Hashes of all that longer words begin with.
    private var beginnings: Set<UInt64> = []

    private init() {
        for form in ReportForm.allCases {
            for block in ProactiveBlock.allCases {
                for column in block.columns(form) {
                    add(column.words(block, form), .column(column, Vocabulary.own(column, block, form)))
                }
                for row in block.rows(form) { add(row.words(form), .row(row)) }
            }
        }
        add("信息内容", .contents)
        add("申请人情况", .applicants)
        add("法人或其他组织", .organizations)
        for kind in ApplicantKind.kinds.dropLast() { add(kind.title, .kind(kind)) }
        for row in RequestRow.allCases where row != .otherRemaining && row != .total {
            add(row.words, .request(row))
            if let short = row.shortWords { add(short, .request(row)) }
        }
        for group in RequestGroup.allCases where group != .other { add(group.words, .group(group)) }
        for group in ReviewGroup.allCases { add(group.words, .review(group)) }
        add("行政诉讼", .lawsuits)
        for outcome in ReviewOutcome.allCases.dropLast() { add(outcome.title, .outcome(outcome)) }
        add("其他", .other)
        add("总计", .total)
    }

    /// The only form whose words these are; both forms share 采购.
    private static func own(_ column: ProactiveColumn, _ block: ProactiveBlock, _ form: ReportForm) -> ReportForm? {
        block == .procurement && column == .items ? nil : form
    }

    private mutating func add(_ word: String, _ label: Label) {
        for text in [word, word.prefix { $0 != "（" }.description] {
            let folded = Folding.fold(text)
            guard !folded.isEmpty else { continue }
            var key = WordHash()
            for c in folded {
                key.add(c)
                if key.count < folded.count { beginnings.insert(key.value) }
            }
            if exact[key.value] == nil { exact[key.value] = (folded, label) }
        }
    }

    /// False for words that no longer word of the forms begins with. True may be a collision.
    func mayGoOn(_ hash: WordHash) -> Bool {
        hash.count == 0 || hash.count < Self.longestWord && beginnings.contains(hash.value)
    }

    /// More characters than any word of the forms has.
    private static let longestWord = 48

    /// The label whose words these are to the letter.
    func exact(_ folded: [UInt16]) -> Label? {
        exact(folded[...], WordHash(folded[...]))
    }

    /// The same for words that are hashed already; a hit is compared, so that a collision misleads nobody.
    func exact(_ folded: ArraySlice<UInt16>, _ hash: WordHash) -> Label? {
        guard folded.count <= Self.longestWord, !folded.isEmpty, let entry = exact[hash.value], entry.word.elementsEqual(folded)
        else { return nil }
        return entry.label
    }
}

/// FNV-1a hash of folded words, made character by character: the words of several pieces hash as if they were one.
struct WordHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
    private(set) var count = 0

    init() {}

    init(_ folded: ArraySlice<UInt16>) {
        for c in folded { add(c) }
    }

    @inline(__always)
    mutating func add(_ c: UInt16) {
        value = (value ^ UInt64(c)) &* 0x100_0000_01B3
        count += 1
    }
}
