import ArgumentParser

extension Plans {
    /// Makes sure that a command names a plan.
    ///
    /// - Throws: `ValidationError` for one that is neither in the contract nor `none`.
    static func check(_ name: String) throws {
        guard name == "none" || all.contains(name) else {
            throw ValidationError("there is no plan '\(name)': choose \(all.joined(separator: ", ")) or none")
        }
    }
}
