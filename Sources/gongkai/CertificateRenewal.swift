import Foundation
import Logging
import ServiceLifecycle
import Web
import UnixSignals

/// Tells how long the certificate is still good, at the start and every day from two weeks before its end, and reads it again
/// at each SIGHUP.
struct CertificateRenewal: Service {
    let identity: TLSIdentity
    let logger: Logger

    func run() async throws {
        try await withThrowingDiscardingTaskGroup { group in
            group.addTask { try? await cancelWhenGracefulShutdown { try await watch() } }
            group.addTask { await renew() }
        }
    }

    private func watch() async throws {
        tell(at: Date())
        while true {
            try await Task.sleep(for: .seconds(86_400))
            if identity.validity(at: Date()).isUrgent { tell(at: Date()) }
        }
    }

    private func tell(at instant: Date) {
        let validity = identity.validity(at: instant)
        logger.log(level: validity.isUrgent ? .warning : .notice, "\(validity.words)", metadata: ["event": "certificate"])
    }

    private func renew() async {
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() {
            do {
                try identity.reload()
                logger.notice("已换用新证书", metadata: ["event": "certificate"])
                tell(at: Date())
            } catch {
                logger.error("新证书不能用，继续使用原来的证书", metadata: ["event": "certificate", "error": .stringConvertible(error)])
            }
        }
    }
}
