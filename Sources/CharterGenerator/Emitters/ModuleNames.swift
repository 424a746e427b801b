/// The names that APIs declare in the one module that they share.
struct ModuleNames {
    private var owners: [String: String] = [:]

    /// - Throws: ``GenerationFault`` for a name that another API has declared.
    mutating func declare(_ names: [String], for api: String) throws(GenerationFault) {
        for name in names {
            guard let owner = owners.updateValue(api, forKey: name), owner != api else { continue }
            throw GenerationFault("'\(owner)' and '\(api)' both declare '\(name)': give each API a target of its own", kind: .finding)
        }
    }
}
