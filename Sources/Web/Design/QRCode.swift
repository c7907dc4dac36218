import CQREncode
import Markup

/// A QR code (ISO/IEC 18004), drawn as one path.
package struct QRCode: Sendable {
    /// How many modules it has on each side, without the quiet zone around it.
    package let side: Int
    /// True for a dark module, row by row from the top left.
    package let modules: [Bool]

    /// What readers need around it, in modules.
    private static let quiet = 4
    /// How large a module is on the screen, in pixels.
    private static let scale = 4

    /// Nil for a text that no QR code can hold (some 2,300 bytes).
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        // Level M reads through a finger's print on the screen; the smallest version that holds the text.
        guard let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        guard let data = code.pointee.data else { return nil }
        side = Int(code.pointee.width)
        // The lowest bit says whether it is dark, the others what it is there for.
        modules = (0..<side * side).map { data[$0] & 1 == 1 }
    }

    /// The picture.
    ///
    /// - Parameters:
    ///   - id: unique on the page.
    ///   - alternative: what those do who cannot scan it.
    package func render(id: String, alternative: String) -> HTML {
        let size = side + 2 * Self.quiet
        return """
            <svg class="qr" role="img" aria-labelledby="\(id)" viewBox="0 0 \(size) \(size)" width="\(size * Self.scale)" height="\(size * Self.scale)" shape-rendering="crispEdges"><title id="\(id)">\(alternative)</title><path d="\(path)"/></svg>
            """
    }

    /// A rectangle for each run of dark modules.
    private var path: String {
        var path = ""
        for y in 0..<side {
            let row = modules[y * side..<(y + 1) * side]
            var x = row.startIndex
            while let start = row[x...].firstIndex(of: true) {
                let end = row[start...].firstIndex(of: false) ?? row.endIndex
                path += "M\(start - row.startIndex + Self.quiet) \(y + Self.quiet)h\(end - start)v1h-\(end - start)z"
                x = end
            }
        }
        return path
    }
}
