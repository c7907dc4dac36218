/// Bounds on the work that one file may cause, so that no upload can exhaust memory or time.
public struct Limits: Sendable, Equatable {
    /// Bytes of the file as it came.
    public var fileBytes: Int
    /// Bytes of a web page: libxml2 needs seconds for a few megabytes made to hinder it.
    public var pageBytes: Int
    /// Bytes of all entries of an archive together, unpacked.
    public var unpackedBytes: Int
    /// How many times its packed size an entry may unpack to (entries under 1 MiB are let pass).
    public var entryRatio: Int
    /// Entries in an archive.
    public var entries: Int
    /// Columns of one table.
    public var columns: Int
    /// Rows of one table.
    public var rows: Int
    /// Cells of all tables of a document together.
    public var cells: Int
    /// Lines of text, or paragraphs of other formats outside tables.
    public var lines: Int
    /// Elements inside each other.
    public var depth: Int
    /// Attributes on one tag: XML and HTML parsers compare each with all before it.
    public var attributes: Int
    /// End tags of a web page that close nothing: libxml2 compares each with every open element.
    public var strayTags: Int
    /// Bytes of text that may come out of a document.
    public var textBytes: Int
    /// Seconds that an external program may run.
    public var programSeconds: Int
    /// Seconds that reading a file may take in all.
    public var readingSeconds: Int
    /// What is left of the reading that these limits bound; unbounded until it starts.
    public var budget: ReadingBudget

    /// The bounds given, the rest as a server has them.
    public init(
        fileBytes: Int = 64 << 20, pageBytes: Int = 16 << 20, unpackedBytes: Int = 32 << 20, entryRatio: Int = 200,
        entries: Int = 10_000, columns: Int = 512, rows: Int = 100_000, cells: Int = 100_000,
        lines: Int = 100_000, depth: Int = 256, attributes: Int = 1_000, strayTags: Int = 30_000,
        textBytes: Int = 4 << 20, programSeconds: Int = 20, readingSeconds: Int = 60,
        budget: ReadingBudget = .unbounded
    ) {
        self.fileBytes = fileBytes
        self.pageBytes = pageBytes
        self.unpackedBytes = unpackedBytes
        self.entryRatio = entryRatio
        self.entries = entries
        self.columns = columns
        self.rows = rows
        self.cells = cells
        self.lines = lines
        self.depth = depth
        self.attributes = attributes
        self.strayTags = strayTags
        self.textBytes = textBytes
        self.programSeconds = programSeconds
        self.readingSeconds = readingSeconds
        self.budget = budget
    }

    /// The same bounds with a budget that runs from now on; those of a reading that has started stay as they are.
    public func started() -> Limits {
        guard budget == .unbounded else { return self }
        var limits = self
        limits.budget = ReadingBudget(seconds: readingSeconds)
        return limits
    }

    /// What a server lets anyone upload.
    public static let standard = Limits()
}
