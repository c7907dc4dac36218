import Testing

@testable import Formats

@Suite struct DetectionTests {
    func found(_ bytes: [UInt8], _ name: String?) -> FormatError? {
        Samples.error { () throws(FormatError) in try FileFormat.detect(bytes: bytes, name: name) }
    }

    @Test func contentDecides() throws {
        #expect(try FileFormat.detect(bytes: Array("%PDF-1.7".utf8), name: nil) == .pdf)
        #expect(try FileFormat.detect(bytes: Array(" <TABLE><tr>".utf8), name: "年报.xls") == .html)
        #expect(try FileFormat.detect(bytes: Array("<html>".utf8), name: "a.txt") == .html)
        #expect(try FileFormat.detect(bytes: Array("普通文字".utf8), name: "a.htm") == .text)
        #expect(try FileFormat.detect(bytes: Array("{\"a\": 1}".utf8), name: nil) == .json)
        #expect(try FileFormat.detect(bytes: Array("[2020]5号文件".utf8), name: nil) == .text)
        #expect(try FileFormat.detect(bytes: try Samples.docxBytes("<w:p/>"), name: "a.doc") == .docx)
        #expect(try FileFormat.detect(bytes: Array("甲\t乙\t丙\n1\t2\t3\n4\t5\t6\n".utf8), name: "a.xls") == .csv)
    }

    @Test func aFalseNameIsNamed() throws {
        let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10]
        #expect(found(jpeg, "年报.docx") == .contentMismatch(named: "DOCX", found: "JPEG 图像"))
        #expect(found(jpeg, "年报.docx")?.description.hasPrefix("文件名说是 DOCX，内容却是 JPEG 图像") == true)
        #expect(found(jpeg, nil) == .unreadable(kind: "JPEG 图像"))
        #expect(found(Array("普通文字".utf8), "a.pdf") == .contentMismatch(named: "PDF", found: "普通文本"))
        #expect(found(Array("<html>".utf8), "a.docx") == .contentMismatch(named: "DOCX", found: "网页（HTML）"))
        #expect(found(try Samples.docxBytes("<w:p/>"), "a.xlsx") == .contentMismatch(named: "XLSX", found: "DOCX"))
        #expect(found(try ZIPWriter.archive([(name: "OFD.xml", bytes: [])]), nil) == .unreadable(kind: "OFD 版式文件"))
        #expect(found([], "a.docx") == .empty)
    }

    @Test func oldOfficeFilesAreToldToBeSavedAnew() {
        let magic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 64)
        func ole(_ stream: String) -> [UInt8] { magic + stream.utf8.flatMap { [$0, 0] } }
        #expect(found(ole("WordDocument"), "a.doc")?.description.contains("另存为 DOCX/XLSX") == true)
        #expect(found(ole("Workbook"), "a.xls") == .legacyOffice(kind: "Excel 97-2003 工作簿 .xls"))
        #expect(found(ole("EncryptedPackage"), "a.docx") == .encrypted)
    }

    @Test func sizeIsLimited() {
        var small = Limits()
        small.pageBytes = 20
        let page = Samples.error { () throws(FormatError) in try Samples.html("x", limits: small) }
        #expect(page == .tooLarge(bytes: 42, limit: 20))
        var limits = Limits()
        limits.fileBytes = 10
        let found = Samples.error { () throws(FormatError) in try Samples.document("01234567890", limits: limits) }
        #expect(found == .tooLarge(bytes: 11, limit: 10))
    }
}
