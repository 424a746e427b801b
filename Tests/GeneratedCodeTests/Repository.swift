import Foundation

/// The folder of the package, in which contracts and documents lie.
let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
