// swift-tools-version:6.1
import PackageDescription

// Apart from the main package, so that neither the program nor its tests build what only measures. `Sources` is a link
// to the program's own sources: what is measured is what is shipped.
let package = Package(
    name: "benchmarks",
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        .systemLibrary(name: "CXML2", path: "Sources/CXML2", pkgConfig: "libxml-2.0"),
        .systemLibrary(name: "CArchive", path: "Sources/CArchive", pkgConfig: "libarchive"),
        .systemLibrary(name: "CXLSXWriter", path: "Sources/CXLSXWriter", pkgConfig: "xlsxwriter"),
        .target(name: "Law", dependencies: ["Markup"], path: "Sources/Law"),
        .target(name: "AnnualReport", dependencies: ["Law", "Markup"], path: "Sources/AnnualReport"),
        .target(name: "Markup", path: "Sources/Markup"),
        .target(
            name: "Formats",
            dependencies: [
                "Markup", "CXML2", "CArchive", "CXLSXWriter", .product(name: "Subprocess", package: "swift-subprocess"),
            ],
            path: "Sources/Formats"),
        .target(
            name: "ReportFiles",
            dependencies: ["AnnualReport", "Markup", "Formats", .product(name: "Crypto", package: "swift-crypto")],
            path: "Sources/ReportFiles"),
        .target(name: "TestValues", path: "TestValues"),
        .executableTarget(
            name: "benchmark",
            dependencies: ["Law", "AnnualReport", "Formats", "ReportFiles", "Markup", "TestValues", "CXML2"], path: "benchmark"),
    ],
    swiftLanguageModes: [.v6]
)
