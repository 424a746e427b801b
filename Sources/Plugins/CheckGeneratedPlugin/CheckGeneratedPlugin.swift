import Foundation
import PackagePlugin

/// `swift package check-generated`: the command `charter generate --check` in the folder of the package.
@main
struct CheckGeneratedPlugin: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) throws {
        let charter = Process()
        charter.executableURL = try context.tool(named: "charter").url
        charter.arguments = ["generate", "--check"] + arguments
        charter.currentDirectoryURL = context.package.directoryURL
        try charter.run()
        charter.waitUntilExit()
        if charter.terminationReason != .exit || charter.terminationStatus != 0 {
            Diagnostics.error("'charter generate --check' ended with exit code \(charter.terminationStatus)")
        }
    }
}
