/// Where a new thing is, is a path of the API that the reply can fill in.
package struct UnknownLocation: ContractRule {
    package static let name = "unknown-location"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let types = contract.typesByName
        let items = ItemParameters(of: contract)
        let isWhole = contract.isWhole("endpoints", contract.endpoints.count)
        let paths = contract.endpoints.map(\.path.value)
        let shapes = Set(paths.map(\.shape))
        return contract.endpoints.flatMap { endpoint -> [Diagnostic] in
            // Where nothing is made, another rule says that there is no place to name.
            guard ([endpoint.returns.status] + endpoint.returns.otherStatuses).contains(where: { $0.value == 201 }),
                let location = endpoint.details.location, let thing = NewThing(of: endpoint, items, types)
            else { return [] }
            if case .path(let path) = location.value, isWhole, !shapes.contains(path.shape) {
                let help = nearestName(to: path.colonText, among: paths.map(\.colonText)).map { "did you mean '\($0)'?" }
                return [
                    Diagnostic(
                        .error,
                        "no endpoint has the path '\(path.colonText)'",
                        rule: Self.name,
                        at: location.span,
                        help: help ?? "write the path of an endpoint that answers with the new thing"
                    )
                ]
            }
            return thing.unfilled.map { unfilled($0, of: thing, endpoint, location) }
        }
    }

    /// The member that most likely has the value of a parameter: of `:issue_number` it is `number`.
    private static func likeliest(_ name: String, among members: [String]) -> String? {
        members.filter { name.lowercased().hasSuffix($0.lowercased()) }.max { $0.count < $1.count }
            ?? nearestName(to: name, among: members) ?? members.first { $0 == "id" } ?? members.first
    }

    private func unfilled(
        _ name: String,
        of thing: NewThing,
        _ endpoint: Endpoint,
        _ location: Located<Endpoint.Location>
    ) -> Diagnostic {
        let nearest = nearestName(to: name, among: thing.members).map { "did you mean ':\($0)'?" }
        let help =
            switch (location.value, Self.likeliest(name, among: thing.members)) {
            case (_, nil): "return the new thing, with the member that names it"
            case (.below, let member?):
                "add the member, or write where the new thing is: location: "
                    + PathPattern(segments: endpoint.path.value.segments + [.parameter(member)]).colonText
            default: nearest ?? "the members that can stand there are \(thing.members.map { "':\($0)'" }.inWords(conjunction: "and"))"
            }
        return Diagnostic(
            .error,
            "the reply has no member '\(name)' that is always there and can stand in a path",
            rule: Self.name,
            at: location.span,
            notes: [Diagnostic.Note("this is what it returns", at: endpoint.returns.body?.span ?? endpoint.returns.status.span)],
            help: help
        )
    }
}
