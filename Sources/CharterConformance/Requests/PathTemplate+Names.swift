import CharterRuntime

extension APIDescription.PathTemplate {
    /// The names of its parameters, in their order.
    var parameterNames: [String] {
        segments.compactMap { if case .parameter(let name) = $0 { name } else { nil } }
    }

    /// The parameters that identify a thing of a collection, each with what a reference to such a thing is called, in plain letters: `id` of
    /// `/pupils/:id` with `pupilid`.
    var references: [(parameter: String, name: String)] {
        zip(segments, segments.dropFirst()).flatMap { collection, segment -> [(parameter: String, name: String)] in
            guard case .literal(let things) = collection, case .parameter(let name) = segment else { return [] }
            return things.plainLetters.singulars.map { $0 + "id" }
                .filter { ["id", $0].contains(name.plainLetters) }
                .map { (name, $0) }
        }
    }
}
