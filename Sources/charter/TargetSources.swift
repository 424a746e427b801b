import CharterContract
import CharterGenerator

/// What the code of a target is made from.
struct TargetSources {
    /// The paths of the contracts.
    let contracts: [String]
    /// The folder of templates, if the target has one.
    let templates: String?
    let emission: Emission

    /// Looks into a target's folder.
    ///
    /// - Parameters:
    ///   - target: The folder of the target.
    ///   - watched: The folders in which an edited file leads to a new run.
    ///   - modules: What the target can import; empty where that is not known.
    /// - Throws: ``Outcome/findings`` if there is no contract, if the settings have errors, or if they name a file that is not watched or a
    ///   module that cannot be imported.
    init(of target: String, watched: [String], modules: [String]) throws {
        let file = try SettingsFile(in: target, as: .target)
        let places = WatchedPlaces(folders: watched)
        let named = file.settings.contracts ?? []
        let folder = file.settings.templates
        try file.refuse(
            file.missingContracts + file.missingTemplates + named.compactMap { places.fault(of: file.path($0), at: $0.span) }
                + [folder].compactMap { $0 }.compactMap { places.fault(ofFolder: file.path($0), at: $0.span) }
                + [file.settings.unknownModels(among: modules)].compactMap(\.self)
        )
        let ownContract = target.path(to: "contract.yaml")
        if named.isEmpty, !SettingsFile.isFile(ownContract) {
            Console.fail(
                file.source == nil
                    ? "\(target) has no contract: add a contract.yaml, or a charter.yaml that names one"
                    : "\(target) has no contract.yaml: add it, or write 'contracts:' into its charter.yaml"
            )
            throw Outcome.findings
        }
        let ownTemplates = target.path(to: "Templates")
        contracts = named.isEmpty ? [ownContract] : named.map(file.path)
        templates = folder.map(file.path) ?? (SettingsFile.isFolder(ownTemplates) ? ownTemplates : nil)
        emission = Emission(file.settings, of: "", in: .target)
    }
}
