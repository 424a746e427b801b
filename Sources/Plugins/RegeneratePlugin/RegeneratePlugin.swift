import Foundation
import PackagePlugin

/// `swift package regenerate`: the command `charter generate` in the folder of the package.
@main
struct RegeneratePlugin: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) throws {
        let charter = Process()
        charter.executableURL = try context.tool(named: "charter").url
        charter.arguments = ["generate"] + arguments
        charter.currentDirectoryURL = context.package.directoryURL
        try charter.run()
        charter.waitUntilExit()
        if charter.terminationReason != .exit || charter.terminationStatus != 0 {
            Diagnostics.error("'charter generate' ended with exit code \(charter.terminationStatus)")
        }
    }
}
