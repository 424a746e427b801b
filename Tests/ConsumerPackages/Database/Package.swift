// swift-tools-version: 6.2

import PackageDescription

let charter = Target.PluginUsage.plugin(name: "CharterPlugin", package: "charter")
let bearer = Target.Dependency.product(name: "CharterBearer", package: "charter")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let runtime = Target.Dependency.product(name: "CharterRuntime", package: "charter")
let server = Target.Dependency.product(name: "CharterServer", package: "charter")
let sqlite = Target.Dependency.product(name: "CharterSQLite", package: "charter")

let package = Package(
    name: "box-office",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "charter", path: "../../.."),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    ],
    targets: [
        .target(
            name: "BoxOfficeServer",
            dependencies: [grdb, hummingbird, runtime, server, sqlite],
            plugins: [charter]
        ),
        .executableTarget(name: "box-office", dependencies: ["BoxOfficeServer", bearer, grdb, runtime, server, sqlite]),
        .testTarget(
            name: "BoxOfficeServerTests",
            dependencies: [
                "BoxOfficeServer", bearer, grdb, runtime, server, sqlite,
                .product(name: "CharterClient", package: "charter"),
                .product(name: "CharterServerTesting", package: "charter"),
            ],
            plugins: [charter]
        ),
    ]
)
