// swift-tools-version:6.1
import PackageDescription

let package = Package(
    name: "gongkai",
    products: [.executable(name: "gongkai", targets: ["gongkai"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),

        .target(name: "Law"),
        .target(name: "AnnualReport", dependencies: ["Law"]),
        .target(
            name: "Formats",
            dependencies: [
                "CXML2", "CArchive", "CXLSXWriter", .product(name: "Subprocess", package: "swift-subprocess"),
            ]),
        .target(
            name: "ReportFiles",
            dependencies: ["AnnualReport", "Formats", .product(name: "Crypto", package: "swift-crypto")]),
        .target(
            name: "Database",
            dependencies: [
                "CPostgreSQL", .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .target(
            name: "Office",
            dependencies: [
                "Law", "AnnualReport", "ReportFiles", "Formats", "Database", .product(name: "Crypto", package: "swift-crypto"),
            ],
            resources: [.embedInCode("Migrations/0001-reports.sql"), .embedInCode("Migrations/0002-blobs.sql")]),
        .target(
            name: "Site",
            dependencies: [
                "Law", "Office", .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .executableTarget(
            name: "gongkai",
            dependencies: [
                "Site", "Office", "Database", .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        .testTarget(name: "LawTests", dependencies: ["Law"]),
        .testTarget(name: "AnnualReportTests", dependencies: ["AnnualReport", "Law"]),
        .testTarget(name: "FormatsTests", dependencies: ["Formats"]),
        .testTarget(name: "ReportFilesTests", dependencies: ["ReportFiles", "AnnualReport", "Formats", "Law"]),
        .executableTarget(name: "power-writer", dependencies: ["Database", "Office"], path: "Tests/Power"),
        .target(name: "TestSupport", dependencies: ["Database"], path: "Tests/TestSupport"),
        .testTarget(name: "DatabaseTests", dependencies: ["Database", "TestSupport", .product(name: "Crypto", package: "swift-crypto")]),
        .testTarget(
            name: "OfficeTests",
            dependencies: [
                "Office", "Database", "ReportFiles", "AnnualReport", "Formats", "TestSupport",
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .testTarget(
            name: "SiteTests",
            dependencies: ["Site", "Law", .product(name: "HummingbirdTesting", package: "hummingbird")]),
    ],
    swiftLanguageModes: [.v6]
)
