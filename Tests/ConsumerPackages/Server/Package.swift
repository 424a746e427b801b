// swift-tools-version: 6.2

import PackageDescription

let charter = Target.PluginUsage.plugin(name: "CharterPlugin", package: "charter")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let runtime = Target.Dependency.product(name: "CharterRuntime", package: "charter")
let server = Target.Dependency.product(name: "CharterServer", package: "charter")

let package = Package(
    name: "bookshop",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "charter", path: "../../.."),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    ],
    targets: [
        .target(name: "BookshopModels", dependencies: [runtime], plugins: [charter]),
        .target(name: "BookshopServer", dependencies: ["BookshopModels", runtime, server, hummingbird], plugins: [charter]),
        .executableTarget(name: "bookshop", dependencies: ["BookshopModels", "BookshopServer", runtime, server, hummingbird]),
        .testTarget(
            name: "BookshopServerTests",
            dependencies: [
                "BookshopModels", "BookshopServer", runtime, server, hummingbird,
                .product(name: "CharterClient", package: "charter"),
                .product(name: "CharterConformance", package: "charter"),
                .product(name: "CharterServerTesting", package: "charter"),
            ],
            plugins: [charter]
        ),
    ]
)
