// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "bookseller",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "charter", path: "../../.."),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    ],
    targets: [
        .target(
            name: "Bookseller",
            dependencies: [
                .product(name: "CharterClient", package: "charter"),
                .product(name: "CharterRuntime", package: "charter"),
            ],
            plugins: [.plugin(name: "CharterPlugin", package: "charter")]
        ),
        .testTarget(
            name: "BooksellerTests",
            dependencies: ["Bookseller", .product(name: "HTTPTypes", package: "swift-http-types")]
        ),
    ]
)
