import Testing

@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

@Suite("Multipart forms")
struct MultipartFormTests {
    private func body(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test("a field and a file are read with their names and bytes")
    func fieldAndFile() throws {
        let form = try MultipartForm(
            body(
                "--B\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\nabc\r\n--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"报告;2021.txt\"\r\nContent-Type: text/plain\r\n\r\n一\r\n--二\r\n--B--\r\n"
            ), boundary: "B")
        #expect(form.text("token") == "abc")
        let file = try #require(form.file("file"))
        #expect(file.fileName == "报告;2021.txt")
        #expect(String(decoding: file.bytes, as: UTF8.self) == "一\r\n--二")
    }

    @Test("binary bytes survive, carriage returns among them")
    func binary() throws {
        let bytes = (0..<5000).map { UInt8(truncatingIfNeeded: $0 % 7 == 0 ? 13 : $0) }
        let whole = body("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n") + bytes + body("\r\n--x--")
        #expect(try MultipartForm(whole, boundary: "x").file("file")?.bytes == bytes)
    }

    @Test(
        "folders are cut from a file's name and an escaped quote is read",
        arguments: [
            ("C:\\\\reports\\\\a.docx", "a.docx"), ("../../etc/passwd", "passwd"), ("%22x%22.txt", "\"x\".txt"),
        ])
    func fileNames(sent: String, name: String) throws {
        let form = try MultipartForm(
            body("--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(sent)\"\r\n\r\nx\r\n--B--"), boundary: "B")
        #expect(form.file("file")?.fileName == name)
    }

    @Test("a file field in which nothing was chosen is no file")
    func nothingChosen() throws {
        let form = try MultipartForm(
            body("--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n--B--"), boundary: "B")
        #expect(form.file("file") == nil)
    }

    @Test("a chosen empty file is a file without bytes")
    func emptyFile() throws {
        let form = try MultipartForm(
            body("--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n\r\n--B--"), boundary: "B")
        #expect(form.file("file")?.bytes == [])
    }

    @Test("what is cut short, nameless or endless is refused")
    func broken() {
        #expect(throws: MultipartError.noBoundary) { try MultipartForm(body("hello"), boundary: "B") }
        #expect(throws: MultipartError.cutShort) {
            try MultipartForm(body("--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nabc"), boundary: "B")
        }
        #expect(throws: MultipartError.cutShort) { try MultipartForm(body("--B\r\nContent-Disposition: form"), boundary: "B") }
        #expect(throws: MultipartError.noName) { try MultipartForm(body("--B\r\nX: y\r\n\r\na\r\n--B--"), boundary: "B") }
        let long = String(repeating: "x", count: MultipartForm.longestHeader + 1)
        #expect(throws: MultipartError.headerTooLong) {
            try MultipartForm(body("--B\r\nX: \(long)\r\n\r\na\r\n--B--"), boundary: "B")
        }
        let part = "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n"
        let many = String(repeating: part, count: MultipartForm.fewParts + 1)
        #expect(throws: MultipartError.tooManyParts) { try MultipartForm(body(many + "--B--"), boundary: "B") }
    }

    @Test("a boundary is taken from the content type, plain or quoted, and nothing else is")
    func boundaries() {
        #expect(MultipartForm.boundary(ofContentType: "multipart/form-data; boundary=abc") == "abc")
        #expect(MultipartForm.boundary(ofContentType: "Multipart/Form-Data; charset=utf-8; Boundary=\"a b\"") == "a b")
        #expect(MultipartForm.boundary(ofContentType: "text/plain; boundary=abc") == nil)
        #expect(MultipartForm.boundary(ofContentType: "multipart/form-data") == nil)
        #expect(MultipartForm.boundary(ofContentType: "multipart/form-data; boundary=" + String(repeating: "a", count: 71)) == nil)
        #expect(MultipartForm.boundary(ofContentType: nil) == nil)
    }
}
