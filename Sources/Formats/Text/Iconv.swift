import Glibc

/// glibc's converter, for the encodings that are tables.
enum Iconv {
    static func decode(_ bytes: [UInt8], from encoding: TextEncoding) throws(FormatError) -> [UInt8] {
        let name = encoding == .big5 ? "BIG5-HKSCS" : "GB18030"
        guard let handle = iconv_open("UTF-8", name), handle != iconv_t(bitPattern: -1) else {
            throw .outOfResources(detail: "系统缺少 \(encoding.displayName) 转换表")
        }
        defer { iconv_close(handle) }
        // Two bytes become at most three; a byte alone (ASCII) stays one.
        let room = bytes.count * 2 + 16
        var failure: FormatError?
        let out = [UInt8](unsafeUninitializedCapacity: room) { target, written in
            bytes.withUnsafeBufferPointer { source in
                // iconv's C type is not const, but it only reads.
                var input = UnsafeMutableRawPointer(mutating: UnsafeRawPointer(source.baseAddress))?
                    .assumingMemoryBound(to: CChar.self)
                var inputLeft = source.count
                var output = UnsafeMutableRawPointer(target.baseAddress)?.assumingMemoryBound(to: CChar.self)
                var outputLeft = room
                let result = iconv(handle, &input, &inputLeft, &output, &outputLeft)
                written = room - outputLeft
                if result == -1 {
                    let offset = source.count - inputLeft
                    failure =
                        errno == EINVAL
                        ? .truncatedText(encoding: encoding, offset: offset)
                        : .undecodable(offset: offset, line: 1 + source.prefix(offset).reduce(0) { $0 + ($1 == 10 ? 1 : 0) })
                }
            }
        }
        if let failure { throw failure }
        return out
    }
}
