/// Where a `charter.yaml` lies, which decides what it means to leave a key out.
package enum SettingsPlace: String, CaseIterable, Sendable {
    /// In the folder of a target whose code the build plugin makes: all of it is one module.
    case target
    /// Beside contracts whose code is committed: each part has a folder, and is a module of its own.
    case contracts
}
