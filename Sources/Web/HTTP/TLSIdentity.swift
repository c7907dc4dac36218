import Formats
import Foundation
import NIOSSL
import Synchronization

/// Certificate and key of this server, from two PEM files that may be renewed while it runs.
package final class TLSIdentity: Sendable {
    private let certificatePath: String
    private let keyPath: String

    private struct State {
        var certificate: Certificate
        var renewals: [@Sendable (TLSConfiguration) throws -> Void] = []
    }

    private struct Certificate {
        var configuration: TLSConfiguration
        var ends: Date
    }

    private let state: Mutex<State>

    /// Reads both files.
    ///
    /// - Throws: `TLSIdentityError` where one is missing or unreadable, or where they do not belong together.
    package init(certificate: String, key: String) throws(TLSIdentityError) {
        certificatePath = certificate
        keyPath = key
        state = Mutex(State(certificate: try Self.read(certificate, key)))
    }

    /// When the certificate in use ends.
    package var ends: Date { state.withLock { $0.certificate.ends } }

    /// Reads the files again; connections made from now on get the new certificate. What is in use stays in use if
    /// anything is wrong with the new files.
    ///
    /// - Throws: `TLSIdentityError`.
    package func reload() throws(TLSIdentityError) {
        let certificate = try Self.read(certificatePath, keyPath)
        let renewals = state.withLock { $0.renewals }
        do {
            for renew in renewals { try renew(certificate.configuration) }
        } catch {
            throw .notTogether(certificate: certificatePath, key: keyPath)
        }
        state.withLock { $0.certificate = certificate }
    }

    package var configuration: TLSConfiguration { state.withLock { $0.certificate.configuration } }

    /// Calls `renew` with each certificate that replaces the one in use.
    package func onRenewal(_ renew: @escaping @Sendable (TLSConfiguration) throws -> Void) {
        state.withLock { $0.renewals.append(renew) }
    }

    // MARK: Reading

    private static func read(_ certificatePath: String, _ keyPath: String) throws(TLSIdentityError) -> Certificate {
        let chain: [NIOSSLCertificate]
        do {
            chain = try NIOSSLCertificate.fromPEMBytes(try bytes(certificatePath))
        } catch let error as TLSIdentityError {
            throw error
        } catch {
            throw .noCertificate(path: certificatePath)
        }
        guard let leaf = chain.first else { throw .noCertificate(path: certificatePath) }
        let key: NIOSSLPrivateKey
        do {
            key = try NIOSSLPrivateKey(bytes: try bytes(keyPath), format: .pem)
        } catch let error as TLSIdentityError {
            throw error
        } catch {
            throw .noKey(path: keyPath)
        }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        configuration.minimumTLSVersion = .tlsv12
        do {
            // Compares the two; a mismatch would otherwise show with the first reader.
            _ = try NIOSSLContext(configuration: configuration)
        } catch {
            throw .notTogether(certificate: certificatePath, key: keyPath)
        }
        return Certificate(configuration: configuration, ends: Date(timeIntervalSince1970: Double(leaf.notValidAfter)))
    }

    private static func bytes(_ path: String) throws(TLSIdentityError) -> [UInt8] {
        do { return try RegularFile.bytes(path) } catch { throw .noFile(path: path, reason: error.message) }
    }
}

/// Why TLS cannot be offered, and what to do.
package enum TLSIdentityError: Error, Equatable, CustomStringConvertible {
    case noFile(path: String, reason: String)
    case noCertificate(path: String)
    case noKey(path: String)
    case notTogether(certificate: String, key: String)

    package var description: String {
        switch self {
        case .noFile(let path, let reason): "无法读取文件 \(path)：\(reason)运行本程序的用户要有权读取。"
        case .noCertificate(let path): "文件 \(path) 中没有 PEM 格式的证书（应有 -----BEGIN CERTIFICATE-----）。请检查 --tls-certificate。"
        case .noKey(let path): "文件 \(path) 中没有可用的 PEM 格式私钥（不能有口令保护）。请检查 --tls-key。"
        case .notTogether(let certificate, let key):
            "证书 \(certificate) 与私钥 \(key) 不是一对。证书文件的第一张应是本站的证书，其后是中间证书。"
        }
    }
}
