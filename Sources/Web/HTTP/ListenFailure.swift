import Glibc
import NIOCore

/// Why the site cannot listen at an address, and what to do.
package struct ListenFailure: Error, CustomStringConvertible {
    package let address: String
    package let underlying: any Error

    /// - Parameter address: as the operator wrote it.
    package init(address: String, _ underlying: any Error) {
        self.address = address
        self.underlying = underlying
    }

    package var description: String {
        switch (underlying as? IOError)?.errnoCode {
        case EADDRINUSE: "地址 \(address) 已经有程序在监听，可能本站已经启动。请先停止它，或者换一个端口。"
        case EACCES, EPERM: "没有权限监听 \(address)：1024 以下的端口需要 root，或者 CAP_NET_BIND_SERVICE 权限。"
        case EADDRNOTAVAIL: "本机没有 \(address) 这个地址。请检查，或者用 0.0.0.0 监听全部地址。"
        case let code?: "无法监听 \(address)：\(String(cString: strerror(code)))。请换一个地址或端口。"
        case nil where underlying is SocketAddressError: "找不到 \(address) 这个地址。请写本机的 IP 地址，如 127.0.0.1:8080。"
        case nil: "无法监听 \(address)：\(underlying)。请换一个地址或端口。"
        }
    }
}
