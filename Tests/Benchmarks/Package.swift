// swift-tools-version: 6.2

// What is measured, and not tested: nothing here is part of the main build or of `swift test`.

import PackageDescription

let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "charter", path: "../.."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        // Runs the command of the main package, which is built beside it.
        .executableTarget(
            name: "GeneratorGrowth",
            dependencies: [
                .product(name: "charter", package: "charter"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        )
    ]
)
