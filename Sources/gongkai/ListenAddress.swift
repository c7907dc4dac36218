import ArgumentParser
import Foundation
import Hummingbird

/// An address and a port: 127.0.0.1:8080.
struct ListenAddress: ExpressibleByArgument, CustomStringConvertible {
    var host: String
    var port: Int

    init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    init?(argument: String) {
        guard let colon = argument.lastIndex(of: ":"), let port = Int(argument[argument.index(after: colon)...]),
            (0...65_535).contains(port)
        else { return nil }
        let host = String(argument[..<colon])
        self.init(host: host.isEmpty ? "0.0.0.0" : host.trimmingCharacters(in: ["[", "]"]), port: port)
    }

    /// The host as it stands in an address of the web.
    var urlHost: String { host.contains(":") ? "[\(host)]" : host }

    /// What the server binds to.
    var bind: BindAddress { .hostname(host, port: port) }

    /// True where it is every address of this machine, which nobody can open.
    var isEverywhere: Bool { host == "0.0.0.0" || host == "::" }

    /// What a browser on this machine opens.
    func origin(port: Int, isSecure: Bool) -> String {
        "\(isSecure ? "https" : "http")://\(isEverywhere ? "127.0.0.1" : urlHost):\(port)"
    }

    var description: String { "\(urlHost):\(port)" }
    var defaultValueDescription: String { description }
}
