import Foundation
import Office

extension DataOptions {
    /// The master key: in the file that was named, in `GONGKAI_KEY`, else in the file `key` beside an SQLite file; nil where there is
    /// none of these.
    ///
    /// - Throws: `Refusal`.
    package func masterKey(in file: String? = nil) throws -> MasterKey? {
        do {
            if let file {
                guard let master = try MasterKey.existing(file) else { throw Refusal("没有密钥文件 \(file)。请检查 --key。") }
                return master
            }
            if let text = ProcessInfo.processInfo.environment["GONGKAI_KEY"] {
                return try MasterKey(base64: text, place: "环境变量 GONGKAI_KEY")
            }
            guard let path = try place.keyFile else { return nil }
            return try MasterKey.existing(path)
        } catch let error as KeyError {
            throw Refusal(error.description)
        }
    }
}
