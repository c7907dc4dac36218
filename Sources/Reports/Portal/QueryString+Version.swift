import Office
import Web

extension QueryString {
    /// The number of a report's version.
    func version(_ name: String) throws(PageError) -> Int? {
        guard let text = text(name) else { return nil }
        guard let id = Int(text), id > 0 else {
            throw .badRequest("报告的编号应为数字，网址中写的是「\(text)」。请从报告列表中重新选择。")
        }
        return id
    }
}
