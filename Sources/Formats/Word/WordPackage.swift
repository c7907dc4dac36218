import Markup

/// The parts of a DOCX around its text: types, relations, styles, properties.
enum WordPackage {
    static func parts(title: String?, body: HTML) -> [(name: String, bytes: [UInt8])] {
        [
            ("[Content_Types].xml", contentTypes.bytes),
            ("_rels/.rels", relations.bytes),
            ("docProps/core.xml", core(title).bytes),
            ("word/_rels/document.xml.rels", documentRelations.bytes),
            ("word/styles.xml", styles.bytes),
            ("word/document.xml", document(body).bytes),
        ]
    }

    private static let declaration: HTML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"

    private static func document(_ body: HTML) -> HTML {
        """
        \(declaration)<w:document xmlns:w="\(main)"><w:body>\(body)<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>\
        <w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/>\
        </w:sectPr></w:body></w:document>
        """
    }

    private static var contentTypes: HTML {
        """
        \(declaration)<Types xmlns="\(package)/content-types">\
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Default Extension="xml" ContentType="application/xml"/>\
        <Override PartName="/word/document.xml" ContentType="\(word).document.main+xml"/>\
        <Override PartName="/word/styles.xml" ContentType="\(word).styles+xml"/>\
        <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
        </Types>
        """
    }

    private static var relations: HTML {
        """
        \(declaration)<Relationships xmlns="\(package)/relationships">\
        <Relationship Id="rId1" Type="\(office)/officeDocument" Target="word/document.xml"/>\
        <Relationship Id="rId2" Type="\(package)/relationships/metadata/core-properties" Target="docProps/core.xml"/>\
        </Relationships>
        """
    }

    private static var documentRelations: HTML {
        """
        \(declaration)<Relationships xmlns="\(package)/relationships">\
        <Relationship Id="rId1" Type="\(office)/styles" Target="styles.xml"/></Relationships>
        """
    }

    private static func core(_ title: String?) -> HTML {
        """
        \(declaration)<cp:coreProperties xmlns:cp="\(package)/metadata/core-properties" \
        xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>\(title.map(XMLText.clean))</dc:title></cp:coreProperties>
        """
    }

    /// Fonts and sizes of official documents: 仿宋 三号 for text, 黑体 for headings, 宋体 for titles and tables.
    private static var styles: HTML {
        """
        \(declaration)<w:styles xmlns:w="\(main)"><w:docDefaults><w:rPrDefault><w:rPr>\(fonts("仿宋"))\
        <w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>\
        </w:docDefaults>\
        \(style("Normal", "Normal", "<w:spacing w:line=\"560\" w:lineRule=\"exact\"/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:jc w:val=\"both\"/>", "", isDefault: true))\
        \(style("Title", "Title", "<w:spacing w:before=\"240\" w:after=\"240\"/><w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/><w:jc w:val=\"center\"/>", "\(fonts("宋体"))<w:b/><w:sz w:val=\"44\"/>"))\
        \(style("Heading1", "heading 1", "<w:keepNext/><w:outlineLvl w:val=\"0\"/>", fonts("黑体")))\
        \(style("Heading2", "heading 2", "<w:keepNext/><w:outlineLvl w:val=\"1\"/>", "\(fonts("楷体"))<w:b/>"))\
        \(style("TableText", "Table Text", "<w:spacing w:line=\"240\" w:lineRule=\"auto\"/><w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/><w:jc w:val=\"center\"/>", "\(fonts("宋体"))<w:sz w:val=\"21\"/>"))\
        </w:styles>
        """
    }

    private static func fonts(_ name: String) -> HTML {
        "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\" w:eastAsia=\"\(name)\"/>"
    }

    private static func style(
        _ id: String, _ name: String, _ paragraph: HTML, _ run: HTML, isDefault: Bool = false
    ) -> HTML {
        let flag: HTML? = isDefault ? " w:default=\"1\"" : nil
        let parent: HTML? = isDefault ? nil : "<w:basedOn w:val=\"Normal\"/>"
        return """
            <w:style w:type="paragraph"\(flag) w:styleId="\(id)"><w:name w:val="\(name)"/>\(parent)\
            <w:pPr>\(paragraph)</w:pPr><w:rPr>\(run)</w:rPr></w:style>
            """
    }
}
