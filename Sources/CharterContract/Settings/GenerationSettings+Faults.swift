/// Settings that are well written, and yet nothing could be made by them.
extension GenerationSettings {
    /// What does not go together.
    func faults(in place: SettingsPlace) -> [Diagnostic] {
        switch place {
        case .target: [modelsTwice, missingModels(in: place), severalDocuments, handlersOfNothing(in: place)].compactMap(\.self)
        case .contracts: [missingModels(in: place), hiddenModels, handlersOfNothing(in: place)].compactMap(\.self)
        }
    }

    /// In one module the models are either made or imported.
    private var modelsTwice: Diagnostic? {
        guard let models, let made = emit?.first(where: { $0.value == .models }) else { return nil }
        return Diagnostic(
            .error,
            "the models are to be made here, and those of '\(models.value)' are to be used",
            rule: "models-twice",
            at: made.span,
            notes: [Diagnostic.Note("the module is named here", at: models.span)],
            help: "leave 'models' out of 'emit', or leave out 'models: \(models.value)'"
        )
    }

    /// All but the document use the models.
    private func missingModels(in place: SettingsPlace) -> Diagnostic? {
        guard models == nil, !parts(in: place).contains(.models), let user = emit?.first(where: \.value.usesModels) else { return nil }
        return Diagnostic(
            .error,
            "the \(user.value.rawValue) needs the models, which are not made here",
            rule: "missing-models",
            at: user.span,
            help: "add 'models' to 'emit', or name the module that has them, as in 'models: ShopModels'"
        )
    }

    /// Where each part is a module of its own, the others must see the models.
    private var hiddenModels: Diagnostic? {
        let parts = parts(in: .contracts)
        guard let access, access.value == .internal, parts.contains(.models), parts.contains(where: \.usesModels) else { return nil }
        return Diagnostic(
            .error,
            "the other parts are modules of their own and would not see internal models",
            rule: "hidden-models",
            at: access.span,
            help: "write 'access: package', or emit the models alone"
        )
    }

    /// Only servers have handlers.
    private func handlersOfNothing(in place: SettingsPlace) -> Diagnostic? {
        guard let missingHandlers, !parts(in: place).contains(.server) else { return nil }
        return Diagnostic(
            .error,
            "no handler can be missing where no server is made",
            rule: "handlers-of-nothing",
            at: missingHandlers.span,
            help: "add 'server' to 'emit', or leave out 'missingHandlers'"
        )
    }

    /// A target has one file for it.
    private var severalDocuments: Diagnostic? {
        guard let contracts, contracts.count > 1, let document = emit?.first(where: { $0.value == .openapi }) else { return nil }
        return Diagnostic(
            .error,
            "a target has one openapi.json, and \(contracts.count) contracts are named",
            rule: "several-documents",
            at: document.span,
            notes: [Diagnostic.Note("the contracts are named here", at: contracts[0].span)],
            help: "leave 'openapi' out of 'emit', or give each contract a target"
        )
    }
}

extension GenerationSettings.Part {
    /// Whether its code mentions types of the models.
    fileprivate var usesModels: Bool {
        switch self {
        case .client, .server, .conformance: true
        case .models, .openapi: false
        }
    }
}
