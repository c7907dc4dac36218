import Formats

extension ReportSheet {
    /// The statutory tables as CSV, one under the other with their headings. What a cell spans stands in its first
    /// place, as spreadsheets save it.
    package func csv() -> [UInt8] {
        var rows = [[title]]
        for grid in forms {
            rows.append([""])
            rows.append([grid.table.topic.title])
            rows += grid.fields(below: true, beside: true)
        }
        // Names, regions and headings are those of files that strangers wrote.
        return CSVWriter.write(rows, guardingFormulas: true)
    }
}
