import Database
import Foundation

/// A database of a test's own, empty, gone when the test lets go of it.
package final class TestDatabase: Sendable {
    package let engine: TestEngine
    package let url: DatabaseURL
    package let database: Database
    /// A folder of the test's own.
    package let folder: String
    private let server: DatabaseURL?
    private let name: String

    /// - Parameter parameters: of a server's address, `pool=2&replica=…`.
    package init(_ engine: TestEngine, parameters: String = "") throws {
        self.engine = engine
        name = "test_" + UUID().uuidString.replacingOccurrences(of: "-", with: "").lowercased()
        folder = NSTemporaryDirectory() + "gongkai-" + name
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        switch engine {
        case .sqlite:
            server = nil
            url = .sqlite(path: folder + "/test.sqlite")
        case .postgres:
            let address = TestEngine.serverAddress ?? "postgres:"
            let server = try DatabaseURL(address)
            try Database.administer(server, "create schema \(name)")
            self.server = server
            // A schema is made and dropped in a hundredth of the time that a database takes.
            // All tests run at once: each contents itself with a few connections, unless it is about them.
            // How long one waits says nothing on a machine that is busy with all the others.
            let patience = [("pool", 3), ("wait", 900), ("reconnect", 120), ("connect_timeout", 60), ("statement_timeout", 600)]
            let pool = patience.filter { !parameters.contains($0.0 + "=") }.map { "&\($0.0)=\($0.1)" }.joined()
            url = try DatabaseURL("\(address)?options=-csearch_path%3D\(name)&\(parameters)\(pool)")
        }
        database = try Database(url)
    }

    /// The same database once more, as another process has it.
    package func second() throws -> Database { try Database(url) }

    deinit {
        try? database.close()
        if let server { try? Database.administer(server, "drop schema \(name) cascade") }
        try? FileManager.default.removeItem(atPath: folder)
    }
}
