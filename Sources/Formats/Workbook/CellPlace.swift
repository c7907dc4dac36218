import Markup

/// Where a cell stands in a sheet, counted from 0; `B3` is row 2, column 1.
struct CellPlace: Equatable {
    var row: Int
    var column: Int

    init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// Nil for what is no reference within Excel's own bounds (XFD1048576).
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        var column = 0
        var row = 0
        var i = 0
        while i < text.count, text[i] | 0x20 >= 0x61, text[i] | 0x20 <= 0x7A, i < 3 {
            column = column * 26 + Int((text[i] | 0x20) - 0x60)
            i += 1
        }
        let digits = i
        while i < text.count, text[i].isASCIIDigit, i - digits < 7 {
            row = row * 10 + Int(text[i] - 0x30)
            i += 1
        }
        guard i == text.count, column >= 1, column <= 16_384, row >= 1, row <= 1_048_576 else { return nil }
        self.row = row - 1
        self.column = column - 1
    }
}

/// A rectangle of cells, such as `A1:C2`.
struct CellRange: Equatable {
    var first: CellPlace
    var last: CellPlace

    var isSingle: Bool { first == last }

    init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard let colon = text.firstIndex(of: 0x3A),
            let one = CellPlace(UnsafeBufferPointer(rebasing: text[..<colon])),
            let other = CellPlace(UnsafeBufferPointer(rebasing: text[(colon + 1)...]))
        else { return nil }
        first = CellPlace(row: min(one.row, other.row), column: min(one.column, other.column))
        last = CellPlace(row: max(one.row, other.row), column: max(one.column, other.column))
    }
}
