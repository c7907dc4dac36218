import Web

/// The path of one-time links.
enum LinkPath {
    static let link: Path<Never, String> = "/link/{token}"
}
