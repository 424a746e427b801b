import CharterYAML

/// The files that a command works on.
struct ContractSources {
    let contracts: [SourceText]
    /// Files beside them that hold endpoints but do not begin as contracts do: parts of contracts, unless somebody made a mistake.
    var doubtful: [SourceText] = []
}
