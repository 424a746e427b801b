import Foundation
import PackagePlugin

/// Makes the code of a target from the contract in its folder, at each build in which something of it changed.
///
/// The plugin knows no YAML: it declares the same files for each target, and the tool leaves those empty that are not asked for.
@main
struct CharterPlugin: BuildToolPlugin {
    private static let outputs = [
        "GeneratedModels.swift", "GeneratedClient.swift", "GeneratedServer.swift", "GeneratedConformance.swift", "openapi.json",
    ]

    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let watched = WatchedFolders(of: target, in: context.package)
        let folder = target.directoryURL
        let output = context.pluginWorkDirectoryURL
        let hasSettings = FileManager.default.fileExists(atPath: folder.appending(path: "charter.yaml").path)
        return [
            .buildCommand(
                displayName: "Generating \(target.name) from \(hasSettings ? "charter.yaml" : "contract.yaml")",
                executable: try context.tool(named: "charter").url,
                arguments: ["build-target", folder.path, "--output", output.path]
                    + watched.urls.flatMap { ["--watched", $0.path] } + modules(of: target).flatMap { ["--module", $0] },
                inputFiles: watched.inputs,
                outputFiles: Self.outputs.map { output.appending(path: $0) }
            )
        ]
    }

    /// What the target can import of what is built from sources.
    private func modules(of target: any Target) -> [String] {
        Set(target.recursiveTargetDependencies.compactMap { ($0 as? any SourceModuleTarget)?.moduleName }).sorted()
    }
}
