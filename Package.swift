// swift-tools-version:6.1
import PackageDescription

let package = Package(
    name: "gongkai",
    products: [.executable(name: "gongkai", targets: ["gongkai"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),

        .target(name: "Markup"),
        .target(name: "Law", dependencies: ["Markup"]),
        .target(name: "AnnualReport", dependencies: ["Law", "Markup"]),
        .target(
            name: "Formats",
            dependencies: [
                "Markup", "CXML2", "CArchive", "CXLSXWriter", .product(name: "Subprocess", package: "swift-subprocess"),
            ]),
        .target(
            name: "ReportFiles",
            dependencies: ["AnnualReport", "Markup", "Formats", .product(name: "Crypto", package: "swift-crypto")]),
        .target(
            name: "Database",
            dependencies: [
                "CPostgreSQL", "Markup", .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .target(
            name: "Office",
            dependencies: [
                "Law", "Markup", "Formats", "Database", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            resources: [.embedInCode("Migrations")]),
        .target(
            name: "Terminal",
            dependencies: ["Law", "Formats", "Office", "Database", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
        .target(
            name: "Web",
            dependencies: [
                "Law", "Office", "Markup", "Formats", "CQREncode", .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "HummingbirdHTTP2", package: "hummingbird"),
                .product(name: "Crypto", package: "swift-crypto"), .product(name: "Logging", package: "swift-log"),
                .product(name: "CoreMetrics", package: "swift-metrics"), .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOTLS", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
            ]),
        .target(name: "Administration", dependencies: ["Law", "Office", "Markup", "Formats", "Web", "Terminal"]),
        .target(name: "Requests", dependencies: ["Law", "Office", "Markup", "Formats", "Web", "Terminal"]),
        .target(
            name: "Reports",
            dependencies: ["Law", "AnnualReport", "ReportFiles", "Office", "Database", "Markup", "Formats", "Web", "Terminal"],
            resources: [.embedInCode("Migrations")]),
        .executableTarget(
            name: "gongkai",
            dependencies: [
                "Administration", "Requests", "Reports", "Web", "Terminal", "Office", "Database", "Markup", "Formats",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]),

        .target(name: "TestValues", path: "Tests/TestValues"),
        .testTarget(name: "LawTests", dependencies: ["Law", "TestValues"]),
        .testTarget(name: "AnnualReportTests", dependencies: ["AnnualReport", "Law", "TestValues"]),
        .testTarget(name: "FormatsTests", dependencies: ["Formats", "Markup", "TestValues"]),
        .testTarget(name: "ReportFilesTests", dependencies: ["ReportFiles", "AnnualReport", "Formats", "Markup", "Law", "TestValues"]),
        .executableTarget(name: "power-writer", dependencies: ["Database", "Office"], path: "Tests/Power"),
        .target(name: "TestSupport", dependencies: ["Database"], path: "Tests/TestSupport"),
        .testTarget(name: "DatabaseTests", dependencies: ["Database", "TestSupport", .product(name: "Crypto", package: "swift-crypto")]),
        .testTarget(
            name: "OfficeTests",
            dependencies: [
                "Office", "Reports", "Database", "ReportFiles", "AnnualReport", "Formats", "Markup", "TestSupport", "TestValues",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ], exclude: ["Fixtures"]),
        .testTarget(
            name: "SiteTests",
            dependencies: [
                "gongkai", "Administration", "Requests", "Reports", "Web", "Law", "Office", "Markup", "Database", "TestSupport",
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)
