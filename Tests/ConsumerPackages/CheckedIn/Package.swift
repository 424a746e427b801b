// swift-tools-version: 6.2

import PackageDescription

let client = Target.Dependency.product(name: "CharterClient", package: "charter")
let runtime = Target.Dependency.product(name: "CharterRuntime", package: "charter")

let package = Package(
    name: "weather",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "charter", path: "../../.."),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    ],
    targets: [
        .target(name: "WeatherModels", dependencies: [runtime], path: "Generated/Weather/Models"),
        .target(name: "WeatherAPIClient", dependencies: ["WeatherModels", client, runtime], path: "Generated/Weather/Client"),
        .testTarget(
            name: "WeatherTests",
            dependencies: ["WeatherModels", "WeatherAPIClient", runtime, .product(name: "HTTPTypes", package: "swift-http-types")]
        ),
    ]
)
