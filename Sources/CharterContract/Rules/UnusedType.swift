/// A type that no endpoint leads to is documentation of nothing, and code that nobody calls.
package struct UnusedType: AdvisoryRule {
    package static let name = "unused-type"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let types = contract.typesByName
        let endpoints = contract.endpoints.flatMap { [$0.takes, $0.returns.body].compactMap(\.self) }
        var pending = (contract.parameters.map(\.type) + endpoints).flatMap(\.withNested).compactMap(\.typeName)
        var reached = Set(pending)
        while let name = pending.popLast() {
            let inside = types[name]?.type.withNested.compactMap(\.typeName) ?? []
            pending += inside.filter { reached.insert($0).inserted }
        }
        let declared = UnusedDeclarations(subject: "type", names: contract.types.map(\.name), use: "name it where it is taken or returned")
        return declared.diagnostics(without: reached, Self.self)
    }
}

extension TypeUse {
    /// The declared type that it names, if it names one; a view such as `Order.create` is one of `Order`.
    fileprivate var typeName: String? {
        guard case .named(let name) = form, Scalar(rawValue: name) == nil else { return nil }
        return String(name.prefix { $0 != "." })
    }
}
