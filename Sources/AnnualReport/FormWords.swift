import Law

/// Whether printed labels are those of the form.
package enum FormWords {
    /// True if a printed label, its mark left away, says the form's word: after folding, a bracket that the form
    /// prints may be absent, but where it stands its words are compared; a bracket of the office's own is dropped.
    ///
    /// - Parameters:
    ///   - word: the form's words without mark.
    ///   - short: a shorter wording that is the form's too.
    package static func accepts(_ printed: String, word: String, short: String? = nil) -> Bool {
        if printed == word { return true }
        let printedFold = Folding.fold(printed)
        if printedFold == Folding.fold(word) { return true }
        if let short, printedFold == Folding.fold(short) { return true }
        let (outside, inside) = printed.bracketed
        let (formOutside, formInside) = word.bracketed
        let folded = Folding.fold(outside)
        guard folded == Folding.fold(formOutside) || short.map({ folded == Folding.fold($0) }) ?? false else { return false }
        guard let formInside else { return true }
        return inside.map { Folding.fold($0) == Folding.fold(formInside) } ?? true
    }
}
