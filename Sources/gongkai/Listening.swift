import Hummingbird
import ServiceLifecycle
import Web

/// A server that tells in words why its address cannot be had.
struct Listening<Server: ApplicationProtocol>: Service {
    let address: ListenAddress
    let application: Server

    func run() async throws {
        do {
            try await application.run()
        } catch let error as CancellationError {
            throw error
        } catch {
            throw ListenFailure(address: "\(address)", error)
        }
    }
}
