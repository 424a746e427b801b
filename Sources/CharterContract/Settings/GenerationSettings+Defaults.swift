/// What holds where a key is left out.
extension GenerationSettings {
    /// The name of a settings file.
    package static let fileName = "charter.yaml"

    /// What is made.
    ///
    /// In a target these are the models and a client, or a client alone where another module has the models; elsewhere it is everything.
    package func parts(in place: SettingsPlace) -> Set<Part> {
        if let emit { return Set(emit.map(\.value)) }
        switch place {
        case .target: return models == nil ? [.models, .client] : [.client]
        case .contracts: return Set(Part.allCases)
        }
    }

    /// Who sees what is made: everybody.
    package var effectiveAccess: Access {
        access?.value ?? .public
    }

    /// What becomes of missing handlers: a warning.
    package var effectiveMissingHandlers: MissingHandlers {
        missingHandlers?.value ?? .warn
    }

    /// The module from which the other parts import the models; nil where they are in the same one.
    ///
    /// - Parameter api: the name of the API, from which the module has its own unless the settings say another.
    package func modelsModule(of api: String, in place: SettingsPlace) -> String? {
        switch place {
        case .target: models?.value
        case .contracts: models?.value ?? "\(api)Models"
        }
    }
}
