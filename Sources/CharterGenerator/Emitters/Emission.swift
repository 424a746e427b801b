import CharterContract

/// What is made of an API, and how it is to be seen.
package struct Emission: Sendable {
    package var parts: Set<GenerationSettings.Part>
    package var access: GenerationSettings.Access
    /// The module that holds the models; nil where they are in the module of what is generated.
    package var modelsModule: String?

    package init(parts: Set<GenerationSettings.Part>, access: GenerationSettings.Access, modelsModule: String?) {
        self.parts = parts
        self.access = access
        self.modelsModule = modelsModule
    }
}

extension Emission {
    /// How far the declarations of a part are seen.
    ///
    /// Tests are seen by nobody: alone in a target, they must not keep people from writing plain imports beside them.
    func access(of part: GenerationSettings.Part) -> GenerationSettings.Access {
        part == .conformance && parts.isDisjoint(with: [.models, .client, .server]) ? .internal : access
    }

    /// Everything that there is, for all to use, in a module for each part.
    package static func everything(of api: ResolvedAPI) -> Emission {
        Emission(parts: Set(GenerationSettings.Part.allCases), access: .public, modelsModule: api.name + "Models")
    }
}
