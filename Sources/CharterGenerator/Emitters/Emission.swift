import CharterContract

/// What is made of an API, and how it is to be seen.
package struct Emission: Sendable {
    package var parts: Set<GenerationSettings.Part>
    package var access: GenerationSettings.Access
    /// The module that holds the models; nil where they are in the module of what is generated.
    package var modelsModule: String?
    /// What becomes of endpoints of which a server has no handler.
    package var missingHandlers: GenerationSettings.MissingHandlers
    /// The documents of those APIs whose version was published, by the API's name: they are what servers show, whatever became of the contract since.
    package var published: [String: String] = [:]

    package init(
        parts: Set<GenerationSettings.Part>,
        access: GenerationSettings.Access,
        modelsModule: String?,
        missingHandlers: GenerationSettings.MissingHandlers = .warn
    ) {
        self.parts = parts
        self.access = access
        self.modelsModule = modelsModule
        self.missingHandlers = missingHandlers
    }
}

extension Emission {
    /// What settings ask for.
    ///
    /// - Parameter api: the name of the API, from which the module of the models has its own unless the settings say another.
    package init(_ settings: GenerationSettings, of api: String, in place: SettingsPlace) {
        self.init(
            parts: settings.parts(in: place),
            access: settings.effectiveAccess,
            modelsModule: settings.modelsModule(of: api, in: place),
            missingHandlers: settings.effectiveMissingHandlers
        )
    }

    /// Everything that there is, for all to use, in a module for each part.
    package static func everything(of api: ResolvedAPI) -> Emission {
        Emission(parts: Set(GenerationSettings.Part.allCases), access: .public, modelsModule: api.name + "Models")
    }
}
