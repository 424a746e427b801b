// swift-tools-version: 6.2

import PackageDescription

// Warnings stop CI; at a user's desk, and in packages that depend on this one, they stay warnings.
let isCI = Context.environment["CI"] == "true"

let settings: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ] + (isCI ? [.treatAllWarnings(as: .error)] : [])

let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let serviceLifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")

let package = Package(
    name: "charter",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "charter", targets: ["charter"]),
        .executable(name: "charter-conform", targets: ["charter-conform"]),
        .executable(name: "cobuntu-server", targets: ["cobuntu-server"]),
        .executable(name: "raven-server", targets: ["raven-server"]),
        .plugin(name: "CharterPlugin", targets: ["CharterPlugin"]),
        .plugin(name: "RegeneratePlugin", targets: ["RegeneratePlugin"]),
        .plugin(name: "CheckGeneratedPlugin", targets: ["CheckGeneratedPlugin"]),
        .library(name: "CharterRuntime", targets: ["CharterRuntime"]),
        .library(name: "CharterClient", targets: ["CharterClient"]),
        .library(name: "CharterServer", targets: ["CharterServer"]),
        .library(name: "CharterBearer", targets: ["CharterBearer"]),
        .library(name: "CharterSQLite", targets: ["CharterSQLite"]),
        .library(name: "CharterService", targets: ["CharterService"]),
        .library(name: "CharterServerTesting", targets: ["CharterServerTesting"]),
        .library(name: "CharterConformance", targets: ["CharterConformance"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-distributed-tracing", from: "1.7.3"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.1"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    ],
    targets: [
        // The generator: text → located YAML → contract → resolved API → files. Nothing here links the network.
        .systemLibrary(name: "CYAML", path: "Sources/CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .target(name: "CharterYAML", dependencies: ["CYAML"], swiftSettings: settings),
        .target(name: "CharterContract", dependencies: ["CharterRuntime", "CharterYAML"], swiftSettings: settings),
        .target(name: "CharterOpenAPI", dependencies: ["CharterContract", "CharterRuntime"], swiftSettings: settings),
        .target(name: "CharterTemplates"),
        .target(
            name: "CharterGenerator",
            dependencies: [
                "CharterConformance", "CharterContract", "CharterOpenAPI", "CharterRuntime", "CharterTemplates", httpTypes,
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: settings
        ),
        .target(name: "CharterPublishing", dependencies: ["CharterContract", "CharterOpenAPI", "CharterYAML"], swiftSettings: settings),
        .executableTarget(
            name: "charter",
            dependencies: [
                "CharterContract", "CharterGenerator", "CharterPublishing", "CharterYAML",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        ),

        // What `charter conform` runs: it calls the API that it checks.
        .executableTarget(
            name: "charter-conform",
            dependencies: [
                "CharterClient", "CharterConformance", "CharterContract", "CharterPublishing", "CharterRuntime", "CharterYAML", httpTypes,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: settings
        ),

        // What runs it from other packages: at build, and as commands of `swift package`.
        .plugin(name: "CharterPlugin", capability: .buildTool(), dependencies: ["charter"], path: "Sources/Plugins/CharterPlugin"),
        .plugin(
            name: "RegeneratePlugin",
            capability: .command(
                intent: .custom(verb: "regenerate", description: "Generates code from the contracts of spec/."),
                permissions: [.writeToPackageDirectory(reason: "The files generated from the contracts are written into Generated/.")]
            ),
            dependencies: ["charter"],
            path: "Sources/Plugins/RegeneratePlugin"
        ),
        .plugin(
            name: "CheckGeneratedPlugin",
            capability: .command(
                intent: .custom(verb: "check-generated", description: "Shows what is generated and differs from the contracts of spec/.")
            ),
            dependencies: ["charter"],
            path: "Sources/Plugins/CheckGeneratedPlugin"
        ),

        // The libraries that generated code imports.
        .target(name: "CharterRuntime", dependencies: [httpTypes], swiftSettings: settings),
        .target(
            name: "CharterClient",
            dependencies: [
                "CharterRuntime", httpTypes, .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "CharterServer",
            dependencies: [
                "CharterRuntime", httpTypes, hummingbird, serviceLifecycle,
                .product(name: "Crypto", package: "swift-crypto"), .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"), .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "Tracing", package: "swift-distributed-tracing"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        // What verifies JSON Web Tokens stands apart, so that servers whose callers have keys alone do not build it.
        .target(
            name: "CharterBearer",
            dependencies: [
                "CharterRuntime", "CharterServer", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "JWTKit", package: "jwt-kit"), .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings
        ),
        // What keeps a server's effects in SQLite stands apart, so that only servers that do so need SQLite's headers and build GRDB.
        .target(
            name: "CharterSQLite",
            dependencies: ["CharterRuntime", "CharterServer", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: settings
        ),
        // What a service puts around its routes: starting, keys, demonstrations. The two services that run here are built on it.
        .target(
            name: "CharterService",
            dependencies: [
                "CharterBearer", "CharterRuntime", "CharterServer", "CharterSQLite", httpTypes, hummingbird,
                .product(name: "ArgumentParser", package: "swift-argument-parser"), .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"), serviceLifecycle,
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "CobuntuServer",
            dependencies: [
                "CharterRuntime", "CharterServer", "CharterService", "CharterSQLite", "CobuntuModels", "CobuntuRoutes", hummingbird,
                .product(name: "ArgumentParser", package: "swift-argument-parser"), .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"), .product(name: "NIOPosix", package: "swift-nio"), serviceLifecycle,
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "cobuntu-server",
            dependencies: [
                "CharterRuntime", "CharterService", "CharterSQLite", "CobuntuModels", "CobuntuServer",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "CharterServerTesting",
            dependencies: [
                "CharterRuntime", "CharterServer", httpTypes, hummingbird,
                .product(name: "Logging", package: "swift-log"), .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ],
            swiftSettings: settings
        ),
        .target(name: "CharterConformance", dependencies: ["CharterRuntime", httpTypes], swiftSettings: settings),

        // The two services behind the generated routes.
        .target(
            name: "RavenServer",
            dependencies: [
                "CharterBearer", "CharterRuntime", "CharterServer", "CharterService", "CharterSQLite", "RavenModels", "RavenRoutes",
                hummingbird, serviceLifecycle,
                .product(name: "ArgumentParser", package: "swift-argument-parser"), .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"), .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "raven-server",
            dependencies: ["CharterService", "RavenServer"],
            swiftSettings: settings
        ),

        // What the in-memory servers share that generated tests are held against.
        .target(
            name: "SampleServers",
            dependencies: ["CharterConformance", "CharterRuntime", "CharterServer", httpTypes],
            path: "Tests/SampleServers",
            swiftSettings: settings
        ),
        .target(
            name: "ShownCode",
            dependencies: [
                "CharterBearer", "CharterRuntime", "CharterServer", "CharterSQLite", "ShopModels", "ShopRoutes", hummingbird,
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            path: "Tests/ShownCode",
            swiftSettings: settings
        ),
        .testTarget(
            name: "GeneratedCodeTests",
            dependencies: [
                "CharterContract", "CharterGenerator", "CharterYAML", "CharterRuntime", "CharterConformance", "CharterClient",
                "CharterServer",
                "CharterServerTesting", "CobuntuModels", "OdditiesModels", "OdditiesAPIClient", "OdditiesRoutes", "RavenModels",
                "RavenAPIClient", "RavenRoutes", "ShopAPIClient", "ShownCode", httpTypes, hummingbird,
            ],
            swiftSettings: settings
        ),

        .testTarget(name: "CharterYAMLTests", dependencies: ["CharterYAML"], swiftSettings: settings),
        .target(name: "GoldenFiles", path: "Tests/GoldenFiles", swiftSettings: settings),
        .target(
            name: "RunningPrograms",
            dependencies: [
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system", condition: .when(platforms: [.linux])),
            ],
            path: "Tests/RunningPrograms",
            swiftSettings: settings
        ),
        .testTarget(
            name: "CharterContractTests",
            dependencies: ["CharterContract", "CharterOpenAPI", "CharterRuntime", "CharterYAML", "GoldenFiles"],
            exclude: ["cases", "keys", "settings"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "CharterGeneratorTests",
            dependencies: [
                "CharterConformance", "CharterContract", "CharterGenerator", "CharterOpenAPI", "CharterRuntime", "CharterTemplates",
                "CharterYAML", "GoldenFiles",
            ],
            exclude: ["cases"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "CharterCommandTests",
            dependencies: [
                "CharterRuntime", "charter", "charter-conform", "GoldenFiles", "RunningPrograms", httpTypes,
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
            ],
            exclude: ["cases"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "CharterPublishingTests",
            dependencies: ["CharterContract", "CharterPublishing", "CharterYAML"],
            swiftSettings: settings
        ),
        .testTarget(name: "CharterRuntimeTests", dependencies: ["CharterRuntime"], swiftSettings: settings),
        .testTarget(
            name: "CharterServerTests",
            dependencies: [
                "CharterRuntime", "CharterServer", "CharterServerTesting", httpTypes, hummingbird,
                .product(name: "Logging", package: "swift-log"), .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "CharterBearerTests",
            dependencies: [
                "CharterBearer", "CharterRuntime", "CharterServer", "CharterServerTesting", httpTypes, hummingbird,
                .product(name: "Crypto", package: "swift-crypto"), .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            swiftSettings: settings
        ),
        // What the tests of the store end at any moment.
        .executableTarget(
            name: "StoreVictim",
            dependencies: [
                "CharterRuntime", "CharterServer", "CharterServerTesting", "CharterSQLite", "RavenModels", "RavenRoutes", httpTypes,
                hummingbird,
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            path: "Tests/StoreVictim",
            swiftSettings: settings
        ),
        .testTarget(
            name: "CharterSQLiteTests",
            dependencies: [
                "CharterRuntime", "CharterServer", "CharterServerTesting", "CharterSQLite", "RunningPrograms", "StoreVictim", httpTypes,
                hummingbird, .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "RavenServerTests",
            dependencies: [
                "CharterBearer", "CharterClient", "CharterConformance", "CharterRuntime", "CharterServer", "CharterService",
                "CharterSQLite", "RavenAPIClient", "RavenModels", "RavenRoutes", "RavenServer", "raven-server", "RunningPrograms",
                httpTypes,
                hummingbird,
                .product(name: "Crypto", package: "swift-crypto"), .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "CobuntuServerTests",
            dependencies: [
                "CharterClient", "CharterConformance", "CharterRuntime", "CharterServer", "CharterService", "CharterSQLite",
                "cobuntu-server", "CobuntuAPIClient", "CobuntuModels", "CobuntuServer", "RunningPrograms", httpTypes,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"), .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "CharterLimitsTests",
            dependencies: [
                "CharterRuntime", "CharterServer", "CharterServerTesting", httpTypes, hummingbird,
                .product(name: "Logging", package: "swift-log"), .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "CharterKeysTests",
            dependencies: [
                "CharterRuntime", "CharterServer", "CharterServerTesting", httpTypes, hummingbird,
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "CharterEffectsTests",
            dependencies: ["CharterRuntime", "CharterServer", "CharterServerTesting", httpTypes, hummingbird],
            swiftSettings: settings
        ),
        // Every check of every API that is served here, against the one behind it.
        .testTarget(
            name: "CheckOrderTests",
            dependencies: [
                "CharterRuntime", "CharterServer", "CharterServerTesting", "CobuntuModels", "LendingModels", "ParcelsModels", "RavenModels",
                httpTypes, hummingbird,
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "CharterOperationsTests",
            dependencies: [
                "CharterRuntime", "CharterServer", "CharterServerTesting", "RunningPrograms", httpTypes, hummingbird, serviceLifecycle,
                .product(name: "InMemoryTracing", package: "swift-distributed-tracing"), .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"), .product(name: "MetricsTestKit", package: "swift-metrics"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "Tracing", package: "swift-distributed-tracing"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .testTarget(name: "CharterClientTests", dependencies: ["CharterRuntime", "CharterClient", httpTypes], swiftSettings: settings),
        .testTarget(
            name: "CharterConformanceTests",
            dependencies: ["CharterRuntime", "CharterConformance", httpTypes],
            swiftSettings: settings
        ),
    ]
        // The two APIs that run, and three trials: of odd names and shapes, and of conventions that are unlike those of the two.
        + targets(generatedFor: "Cobuntu", in: "Generated") + [conformanceTests(of: "Cobuntu")]
        + targets(generatedFor: "Raven", in: "Generated") + [conformanceTests(of: "Raven")]
        + targets(generatedFor: "Parcels", in: "Tests/Contracts/Generated") + [conformanceTests(of: "Parcels")]
        + targets(generatedFor: "Lending", in: "Tests/Contracts/Generated") + [conformanceTests(of: "Lending")]
        + targets(generatedFor: "Oddities", in: "Tests/Contracts/Generated")
        // The contract and the code that the readme shows.
        + targets(generatedFor: "Shop", in: "Tests/Contracts/Generated")
)

/// What Charter makes of an API's contract, to be compiled where it is committed.
func targets(generatedFor api: String, in folder: String) -> [Target] {
    let models = Target.Dependency.target(name: "\(api)Models")
    return [
        .target(name: "\(api)Models", dependencies: ["CharterRuntime"], path: "\(folder)/\(api)/Models", swiftSettings: settings),
        .target(
            name: "\(api)APIClient",
            dependencies: ["CharterRuntime", "CharterClient", models],
            path: "\(folder)/\(api)/Client",
            swiftSettings: settings
        ),
        .target(
            name: "\(api)Routes",
            dependencies: ["CharterRuntime", "CharterServer", models, hummingbird],
            path: "\(folder)/\(api)/Server",
            swiftSettings: settings
        ),
    ]
}

/// An API's generated tests, which its folder in `Tests` has a link to; the rest of that folder is the server that they are held against.
func conformanceTests(of api: String) -> Target {
    .testTarget(
        name: "\(api)Conformance",
        dependencies: [
            "CharterRuntime", "CharterClient", "CharterServer", "CharterServerTesting", "CharterConformance", "SampleServers", httpTypes,
            hummingbird, .target(name: "\(api)Models"), .target(name: "\(api)APIClient"), .target(name: "\(api)Routes"),
        ],
        swiftSettings: settings
    )
}
