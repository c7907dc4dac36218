/// What an HTML element means for reading; found by the bytes of its name.
enum HTMLElement: UInt8 {
    case inline, block, lineBreak, preformatted, table, rowGroup, footGroup, row, cell, head, body, title, meta, raised, skipped

    private static let names: [(HTMLElement, [String])] = [
        (.lineBreak, ["br"]), (.preformatted, ["pre"]), (.table, ["table"]), (.rowGroup, ["thead", "tbody"]),
        (.footGroup, ["tfoot"]), (.row, ["tr"]), (.cell, ["td", "th"]), (.head, ["head"]), (.body, ["body"]),
        (.title, ["title"]), (.meta, ["meta"]),
        (.raised, ["sup", "sub"]),
        // Struck-out text no longer holds.
        (
            .skipped,
            [
                "script", "style", "noscript", "template", "svg", "object", "iframe", "canvas", "select", "del", "s",
                "strike",
            ]
        ),
        (
            .block,
            [
                "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "hr", "form", "main",
                "nav", "aside", "header", "footer", "section", "article", "center", "address", "fieldset", "legend",
                "caption", "figure", "figcaption", "blockquote", "option", "details", "summary",
            ]
        ),
    ]

    /// Name to element: open addressing on the first eight bytes of the name, which tell all of ours apart.
    struct Table {
        private var keys = [UInt64](repeating: 0, count: 256)
        private var elements = [HTMLElement](repeating: .inline, count: 256)

        fileprivate init() {
            for (element, names) in HTMLElement.names {
                for name in names {
                    let key = name.utf8CString.withUnsafeBufferPointer { name in
                        name.baseAddress.map { Table.key(UnsafeRawPointer($0).assumingMemoryBound(to: UInt8.self)) } ?? 0
                    }
                    var slot = Table.slot(key)
                    while keys[slot] != 0 { slot = (slot + 1) & 255 }
                    keys[slot] = key
                    elements[slot] = element
                }
            }
        }

        /// The element with a NUL-terminated name in lower case.
        func element(_ name: UnsafePointer<UInt8>) -> HTMLElement {
            let key = Self.key(name)
            var slot = Self.slot(key)
            while keys[slot] != 0 {
                if keys[slot] == key { return elements[slot] }
                slot = (slot + 1) & 255
            }
            return .inline
        }

        private static func key(_ name: UnsafePointer<UInt8>) -> UInt64 {
            var key: UInt64 = 0
            var i = 0
            while i < 8, name[i] != 0 {
                key = key << 8 | UInt64(name[i])
                i += 1
            }
            return key
        }

        private static func slot(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 56) }
    }

    static let lookup = Table()
}
