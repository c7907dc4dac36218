import HTTPTypes
import Testing

@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

@Suite("Cookies (RFC 6265)")
struct CookieTests {
    @Test(
        "a cookie is found where a browser put it, and only there",
        arguments: [
            (["__Host-session=a"], "a"), (["x=1; __Host-session=a; y=2"], "a"), (["x=1;__Host-session=a"], "a"),
            (["x=1", "__Host-session=a"], "a"),
            (["__Host-session=a=b"], "a=b"), (["__Host-session="], ""), (["x=1"], nil), ([], nil), (["__host-session=a"], nil),
            // A neighbouring site sets these for the whole domain: their names do not begin with `__Host-`.
            (["x=1\u{37E}__Host-session=evil"], nil), (["x=1\u{37E} __Host-session=evil; __Host-session=a"], "a"),
            (["\u{A0}__Host-session=evil"], nil), (["\u{2028}__Host-session=evil; __Host-session=a"], "a"),

            (["\u{3000}__Host-session=evil"], nil), (["__Host-session\u{301}=evil"], nil), (["__Host-session =evil"], nil),
            // Of two the second is of somebody else's making.
            (["__Host-session=a; __Host-session=evil"], nil), (["__Host-session=a; __Host-session=a"], "a"),
        ] as [([String], String?)])
    func found(lines: [String], value: String?) {
        let headers = HTTPFields(lines.map { HTTPField(name: .cookie, value: $0) })
        #expect(CookieHeader.value("__Host-session", of: headers) == value)
    }

    @Test(
        "a media type is compared as a whole",
        arguments: [
            ("application/x-www-form-urlencoded", true), ("Application/X-WWW-Form-Urlencoded; charset=utf-8", true),
            ("application/x-www-form-urlencoded-data", false), ("application/x-www-form-urlencoded\u{301}", false), ("text/plain", false),
            ("", false),
        ])
    func mediaType(field: String, isForm: Bool) {
        #expect(MediaType.is("application/x-www-form-urlencoded", field) == isForm)
    }
}
