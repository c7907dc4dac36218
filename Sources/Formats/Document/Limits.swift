/// Bounds on the work that one file may cause, so that no upload can exhaust memory or time.
package struct Limits: Sendable, Equatable {
    /// Bytes of the file as it came.
    package var fileBytes: Int
    /// Bytes of a web page: libxml2 needs seconds for a few megabytes made to hinder it.
    package var pageBytes: Int
    /// Bytes of all entries of an archive together, unpacked.
    package var unpackedBytes: Int
    /// How many times its packed size an entry may unpack to (entries under 1 MiB are let pass).
    package var entryRatio: Int
    /// Entries in an archive.
    package var entries: Int
    /// Columns of one table.
    package var columns: Int
    /// Rows of one table.
    package var rows: Int
    /// Cells of all tables of a document together.
    package var cells: Int
    /// Lines of text, or paragraphs of other formats outside tables.
    package var lines: Int
    /// Elements inside each other.
    package var depth: Int
    /// Attributes on one tag: XML and HTML parsers compare each with all before it.
    package var attributes: Int
    /// End tags of a web page that close nothing: libxml2 compares each with every open element.
    package var strayTags: Int
    /// Bytes of text that may come out of a document.
    package var textBytes: Int
    /// Seconds that an external program may run.
    package var programSeconds: Int
    /// Seconds that reading a file may take in all.
    package var readingSeconds: Int
    /// What is left of the reading that these limits bound; unbounded until it starts.
    package var budget: ReadingBudget

    /// The bounds given, the rest as a server has them.
    package init(
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
    package func started() -> Limits {
        guard budget == .unbounded else { return self }
        var limits = self
        limits.budget = ReadingBudget(seconds: readingSeconds)
        return limits
    }

    /// What a server lets anyone upload.
    package static let standard = Limits()
}
