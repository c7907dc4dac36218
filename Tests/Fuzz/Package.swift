// swift-tools-version:6.1
import PackageDescription

// Apart from the main package: everything that reads reports is built anew with libFuzzer's coverage and the address
// sanitizer. `Sources` is a link to the program's own sources: what is fuzzed is what is shipped.
let sanitize: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer,address"])]

let package = Package(
    name: "fuzz",
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        .systemLibrary(name: "CXML2", path: "Sources/CXML2", pkgConfig: "libxml-2.0"),
        .systemLibrary(name: "CArchive", path: "Sources/CArchive", pkgConfig: "libarchive"),
        .systemLibrary(name: "CXLSXWriter", path: "Sources/CXLSXWriter", pkgConfig: "xlsxwriter"),
        .target(name: "CLibFuzzer", path: "CLibFuzzer"),
        .target(name: "Law", dependencies: ["Markup"], path: "Sources/Law", swiftSettings: sanitize),
        .target(name: "AnnualReport", dependencies: ["Law", "Markup"], path: "Sources/AnnualReport", swiftSettings: sanitize),
        .target(name: "Markup", path: "Sources/Markup", swiftSettings: sanitize),
        .target(
            name: "Formats",
            dependencies: [
                "Markup", "CXML2", "CArchive", "CXLSXWriter", .product(name: "Subprocess", package: "swift-subprocess"),
            ],
            path: "Sources/Formats", swiftSettings: sanitize),
        .target(
            name: "ReportFiles",
            dependencies: ["AnnualReport", "Markup", "Formats", .product(name: "Crypto", package: "swift-crypto")],
            path: "Sources/ReportFiles", swiftSettings: sanitize),
        .executableTarget(
            name: "fuzz", dependencies: ["CLibFuzzer", "AnnualReport", "Formats", "ReportFiles"], path: "fuzz", swiftSettings: sanitize,
            // gold, the default, breaks on what the sanitizers add.
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]),
    ],
    swiftLanguageModes: [.v6]
)
