/// What endpoints of one method have in common.
extension ContractReader {
    mutating func methodDefaults(_ name: Located<String>, _ node: MarkedNode) -> MethodDefaults? {
        guard let members = members(node, of: "a method", keys: Self.defaultKeys) else { return nil }
        let defaults = defaults(in: members)
        guard let method = Endpoint.Method(rawValue: name.value) else {
            let methods = Endpoint.Method.allCases.map(\.rawValue)
            report(
                "'\(name.value)' is no method that an endpoint can have",
                rule: "invalid-method",
                at: name.span,
                help: nearestName(to: name.value, among: methods).map { "did you mean '\($0)'?" }
                    ?? "the methods are \(methods.inWords(conjunction: "and"))"
            )
            return nil
        }
        return MethodDefaults(method: name.map { _ in method }, defaults: defaults)
    }
}
