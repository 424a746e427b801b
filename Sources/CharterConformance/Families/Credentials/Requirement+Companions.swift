import CharterRuntime

extension APIDescription.Requirement {
    /// Whether a name is needed together with others, and those others are not enough without it.
    func needsBesideOthers(_ name: String) -> Bool {
        alternatives.contains { set in
            let others = set.filter { $0 != name }
            return set.contains(name) && !others.isEmpty && !alternatives.contains { Set($0).isSubset(of: others) }
        }
    }
}
