import Foundation
import HTTPTypes
import Database
import Hummingbird
import HummingbirdTesting

@testable import Office
@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

/// Somebody at the desk, with the cookies of a browser.
final class DeskClient: Sendable {
    let client: any TestClientProtocol
    let cookies: String

    static let password = "correct horse battery"
    /// The secret of the forms' cookie, as a browser would keep it.
    private static let secret = "0123456789abcdef0123456789abcdef"

    private init(_ client: any TestClientProtocol, cookies: String) {
        (self.client, self.cookies) = (client, cookies)
    }

    /// A visitor who has opened a form.
    static func visitor(_ client: any TestClientProtocol) -> DeskClient {
        DeskClient(client, cookies: "\(SiteCookie.form.name(isSecure: false))=\(secret)")
    }

    /// Somebody signed in with roles; the account is made where it is not there yet.
    static func signedIn(
        _ login: String, _ grants: [Grant] = [], _ records: Records, _ client: any TestClientProtocol, isSecure: Bool = false
    ) async throws -> DeskClient {
        let now = SampleReports.instant
        let account: Account
        if let known = try await records.accounts.account(login: login) {
            account = known
        } else {
            account = try await records.accounts.make(login: login, name: "某" + login, phone: nil, by: .program, at: now)
            let link = try await records.accounts.issueLink(.password, for: account.id, by: .program, at: now).token
            try await records.accounts.choosePassword(link, password, at: now)
        }
        for grant in grants {
            if let id = grant.organizationID { try await records.organization(id) }
            try await records.accounts.give(grant, to: account.id, by: .program, at: now)
        }
        guard
            case .signedIn(let token, _) = try await records.accounts.signIn(
                login: login, password: password, code: "", address: "192.0.2.1", agent: "test", at: now)
        else { throw PageError.signedOut }
        let (form, session) = (SiteCookie.form.name(isSecure: isSecure), SiteCookie.session.name(isSecure: isSecure))
        return DeskClient(client, cookies: "\(form)=\(secret); \(session)=\(token)")
    }

    /// A good token for a form that this person may not even open, where the site has the test's secret.
    func token(_ form: String) -> String {
        let session = cookies.split(separator: "; ").first { $0.contains("session=") }?.split(separator: "=").last ?? ""
        return FormToken(key: SiteHarness.secret).field(
            secret: FormToken.secret(session: String(session)), form: form, at: SampleReports.instant)
    }

    func see(_ path: String) async throws -> Seen { try await client.see(path, cookie: cookies) }

    /// Posts a form with the token of a page that was opened before.
    func post(_ path: String, _ fields: KeyValuePairs<String, String>, token: String) async throws -> Seen {
        let pairs = [(FormToken.fieldName, token)] + fields.map { ($0.key, $0.value) }
        let body = String(Link.to("", pairs).dropFirst())
        return try await client.execute(
            uri: path, method: .post, headers: [.contentType: "application/x-www-form-urlencoded", .cookie: cookies],
            body: ByteBuffer(string: body)
        ) { Seen(status: $0.status, headers: $0.headers, text: String(buffer: $0.body)) }
    }

    /// Opens a page and posts the form on it, as a person would.
    func send(_ path: String, to target: String? = nil, _ fields: KeyValuePairs<String, String>) async throws -> Seen {
        let page = try await see(path)
        return try await post(target ?? path, fields, token: page.token)
    }
}

extension Seen {
    /// The token of the first form on the page.
    var token: String { text.firstMatch(of: /name="token" value="([^"]+)"/).map { String($0.1) } ?? "" }
    var location: String? { headers[.location] }
}

extension Records {
    /// An active organization of that number.
    func organization(_ id: Int, parent: Int? = nil) async throws {
        try await database.write { db in
            try db.execute(
                """
                insert into organization (id, region, key, name, state, kind, parent_id)
                values (\(id), '某县', \("单位\(id)"), \("单位\(id)"), 'active', 'bureau', \(parent))
                on conflict (id) do nothing
                """)
        }
    }
}
