import Office

/// What the newest reports of a year add up to in one cell.
package struct CellTotal: Hashable, Sendable {
    /// Nil where the sum is beyond what a number can hold: no such count can be true.
    package var sum: Int?
    /// How many reports have a count in this cell. Cells that are blank, `/`, an amount or absent add nothing and are
    /// not counted.
    package var reports: Int
}
