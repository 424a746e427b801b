// swift-tools-version: 6.2

// What is measured, and not tested: nothing here is part of the main build or of `swift test`.

import PackageDescription

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let charter = Target.PluginUsage.plugin(name: "CharterPlugin", package: "charter")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let runtime = Target.Dependency.product(name: "CharterRuntime", package: "charter")
let server = Target.Dependency.product(name: "CharterServer", package: "charter")

let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "charter", path: "../.."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    ],
    targets: [
        // What several benchmarks need: measuring, and a calendar of events with its server.
        .target(name: "Measuring"),
        .target(name: "EventModels", dependencies: ["Measuring", runtime], plugins: [charter]),
        .target(name: "EventRoutes", dependencies: ["EventModels", runtime, server, hummingbird], plugins: [charter]),
        .executableTarget(
            name: "EventServer",
            dependencies: [
                "EventModels", "EventRoutes", "Measuring", runtime, server, hummingbird, argumentParser,
                .product(name: "CharterServerTesting", package: "charter"), .product(name: "Logging", package: "swift-log"),
            ]
        ),

        .executableTarget(name: "JSONCoders", dependencies: ["EventModels", "Measuring", runtime, argumentParser]),
        .executableTarget(name: "ServerCost", dependencies: ["Measuring", argumentParser]),
        .executableTarget(name: "CompileTime", dependencies: ["Measuring", argumentParser]),
        // Runs the command of the main package, which is built beside it.
        .executableTarget(
            name: "GeneratorGrowth",
            dependencies: ["Measuring", argumentParser, .product(name: "charter", package: "charter")]
        ),
    ]
)
