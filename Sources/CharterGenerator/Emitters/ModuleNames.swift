/// The names that APIs declare in the one module that they share.
struct ModuleNames {
    private var owners: [String: String] = [:]

    /// - Throws: ``NameClash`` for a name that another API has declared.
    mutating func declare(_ names: [String], for api: String) throws(NameClash) {
        for name in names {
            guard let owner = owners.updateValue(api, forKey: name), owner != api else { continue }
            throw NameClash(name: name, first: owner, second: api)
        }
    }
}
