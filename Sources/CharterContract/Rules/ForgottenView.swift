import CharterYAML

/// A request that takes a whole type lets callers set what only the server sets: most likely a view of it was meant.
package struct ForgottenView: AdvisoryRule {
    package static let name = "forgotten-view"

    package func check(_ contract: Contract) -> [Diagnostic] {
        contract.endpoints.flatMap { endpoint in
            (endpoint.takes?.withNested ?? []).compactMap { diagnostic($0, of: endpoint, contract.typesByName) }
        }
    }

    private func diagnostic(_ use: TypeUse, of endpoint: Endpoint, _ types: [String: TypeDeclaration]) -> Diagnostic? {
        guard case .named(let name) = use.form, let type = types[name], case .object(let fields) = type.type.form else { return nil }
        let kept = fields.filter { $0.setters?.value == [.api] }
        guard let first = kept.first else { return nil }
        let names = kept.prefix(3).map { "'\($0.name.value)'" } + (kept.count > 3 ? ["\(kept.count - 3) more"] : [])
        let views = endpoint.method.value.views.map { "'\($0.name(of: type))'" }
        return Self.diagnostic(
            "'\(endpoint.id.value)' takes the whole of '\(name)': callers set \(names.inWords(conjunction: "and")), which only the server sets",
            at: use.span,
            notes: [Diagnostic.Note("'\(first.name.value)' is the server's here", at: first.name.span)],
            help: "write \(views.inWords(conjunction: "or")), or a type of its own"
        )
    }
}

extension Endpoint.Method {
    /// What a request of this method most likely takes of a type.
    fileprivate var views: [TypeView] {
        switch self {
        case .post: [.create]
        case .patch: [.change]
        case .get, .put, .delete: TypeView.allCases
        }
    }
}
