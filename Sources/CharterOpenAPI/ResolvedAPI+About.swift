import CharterContract

extension ResolvedAPI {
    /// What a value means: the words beside the type where it is used, else those of the named type.
    func about(_ schema: Schema) -> String? {
        if let about = schema.about { return about }
        guard case .named(let name) = schema.shape else { return nil }
        return schemas[name]?.about
    }
}
