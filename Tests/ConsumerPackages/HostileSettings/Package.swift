// swift-tools-version: 6.2

import PackageDescription

// What careful teams switch on. Generated code must compile without a warning under all of it.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let charter = Target.PluginUsage.plugin(name: "CharterPlugin", package: "charter")
let client = Target.Dependency.product(name: "CharterClient", package: "charter")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let runtime = Target.Dependency.product(name: "CharterRuntime", package: "charter")
let server = Target.Dependency.product(name: "CharterServer", package: "charter")
let types = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")

let package = Package(
    name: "hostile-settings",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "charter", path: "../../.."),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    ],
    targets: [
        .target(name: "StrictModels", dependencies: [runtime], swiftSettings: strict, plugins: [charter]),
        .target(name: "StrictClient", dependencies: ["StrictModels", client, runtime], swiftSettings: strict, plugins: [charter]),
        .target(
            name: "StrictServer",
            dependencies: ["StrictModels", runtime, server, hummingbird],
            swiftSettings: strict,
            plugins: [charter]
        ),
        .target(
            name: "WholeAPI",
            dependencies: [client, runtime, server, hummingbird],
            swiftSettings: strict,
            plugins: [charter]
        ),
        // Without the feature, the compiler is as strict about imports beside each other.
        .target(
            name: "PlainImports",
            dependencies: [client, runtime],
            swiftSettings: [.treatAllWarnings(as: .error)],
            plugins: [charter]
        ),
        .testTarget(
            name: "HostileSettingsTests",
            dependencies: ["StrictModels", "StrictClient", runtime, types],
            swiftSettings: strict
        ),
    ]
)
