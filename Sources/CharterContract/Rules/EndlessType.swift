/// A value must come to an end: a type may contain itself only inside a list.
package struct EndlessType: ContractRule {
    package static let name = "endless-type"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let types = contract.typesByName
        var finished: Set<String> = []
        var diagnostics: [Diagnostic] = []
        for type in contract.types where !finished.contains(type.name.value) {
            visit(type, types, path: [], finished: &finished, &diagnostics)
        }
        return diagnostics
    }

    private func visit(
        _ type: TypeDeclaration,
        _ types: [String: TypeDeclaration],
        path: [String],
        finished: inout Set<String>,
        _ diagnostics: inout [Diagnostic]
    ) {
        let path = path + [type.name.value]
        for use in Self.contained(in: type.type) {
            guard case .named(let name) = use.form, let next = types[name] else { continue }
            if let start = path.firstIndex(of: name) {
                let circle = (path[start...] + [name]).joined(separator: " → ")
                let help = "put it in a list, or refer to it by an id"
                diagnostics.append(Diagnostic(.error, "the type contains itself: \(circle)", rule: Self.name, at: use.span, help: help))
            } else if !finished.contains(name) {
                visit(next, types, path: path, finished: &finished, &diagnostics)
            }
        }
        finished.insert(type.name.value)
    }

    /// The types of which every value of this type may hold one, lists left out.
    private static func contained(in use: TypeUse) -> [TypeUse] {
        switch use.form {
        case .named: [use]
        case .object(let fields): fields.flatMap { contained(in: $0.type) }
        case .enumeration, .list: []
        }
    }
}
