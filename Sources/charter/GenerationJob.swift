import CharterContract
import CharterGenerator

/// An API, and all that decides what is generated from it.
struct GenerationJob {
    let api: ResolvedAPI
    let emission: Emission
    let templates: TemplateLibrary
    /// The settings beside the contract, which say what is made; nil where there are none.
    let settingsPath: String?

    /// The files, with their paths below the folder of the API.
    func files() throws(TemplateFault) -> [GeneratedFile] {
        try Emitters(templates: templates).files(for: api, as: emission)
    }

    /// The jobs of a run: each contract takes the settings of its own folder.
    ///
    /// - Parameter templates: A folder of templates that goes before those of settings.
    /// - Throws: ``Outcome/findings`` if settings or contracts have errors, or what was published is damaged; `TemplateFault` if a template has errors.
    static func all(_ compilation: Compilation, templates: String?) throws -> [GenerationJob] {
        let apis = try compilation.apis()
        var settings: [String: SettingsFile] = [:]
        var libraries: [String?: TemplateLibrary] = [:]
        return try zip(compilation.contracts.map(\.file), apis).map { file, api in
            let folder = file.folderOfFile
            let own = try settings[folder] ?? SettingsFile(in: folder, as: .contracts)
            if settings.updateValue(own, forKey: folder) == nil, templates == nil { try own.refuse(own.missingTemplates) }
            let overrides = templates ?? own.settings.templates.map(own.path)
            let library = try libraries[overrides] ?? .overridden(by: overrides)
            libraries[overrides] = library
            var emission = Emission(own.settings, of: api.name, in: .contracts)
            emission.published = try PublishedDocuments.texts(of: [api], contracts: [file])
            let path = own.source.map { _ in folder.path(to: GenerationSettings.fileName) }
            return GenerationJob(api: api, emission: emission, templates: library, settingsPath: path)
        }
    }
}
