import CharterContract

extension GenerationSettings {
    /// A module of models that the target cannot import, if it names one: the compiler would tell of it in code that nobody wrote.
    ///
    /// - Parameter modules: what the target can import; empty where that is not known.
    func unknownModels(among modules: [String]) -> Diagnostic? {
        guard let models, !modules.isEmpty, !modules.contains(models.value) else { return nil }
        return Diagnostic(
            .error,
            "this target depends on no module '\(models.value)'",
            rule: "unknown-module",
            at: models.span,
            help: nearestName(to: models.value, among: modules).map { "did you mean '\($0)'?" }
                ?? "add the target that makes it to the dependencies of this one in Package.swift"
        )
    }
}
