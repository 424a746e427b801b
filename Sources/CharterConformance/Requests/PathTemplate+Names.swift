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

extension String {
    /// Its letters and digits, in lower case: `pupilId` and `pupil_id` are the same name in two styles.
    var plainLetters: String { lowercased().filter { $0.isLetter || $0.isNumber } }

    /// What one of several things may be called, as English makes names of several.
    fileprivate var singulars: [String] {
        guard hasSuffix("s") else { return [] }
        let one = [String(dropLast())]
        if hasSuffix("ies") { return one + [dropLast(3) + "y"] }
        return hasSuffix("es") ? one + [String(dropLast(2))] : one
    }
}
