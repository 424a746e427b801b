import CharterYAML

/// A contract made ready for emitters, and everything that was found on the way.
package struct CompiledContract: Sendable {
    /// The contract as its file states it; nil where it cannot be read.
    package var contract: Contract?
    /// The resolved API; nil where the contract has errors.
    package var api: ResolvedAPI?
    /// What is wrong, by place.
    package var diagnostics: [Diagnostic]
    /// The number of facts under `!assumed`.
    package var assumedFacts: Int
    /// The texts it was read from: the contract's own, and the fragments that it includes.
    package var sources: [SourceText]
    /// All of them as one tree; nil where the contract's own is no YAML.
    package var tree: YAMLNode?
}

/// Reads, checks and resolves one contract file.
///
/// - Parameter reading: reads the files that it includes; without one they cannot be read.
package func compileContract(_ source: SourceText, reading: @escaping SourceReader = unreadable) -> CompiledContract {
    let read = readContract(source, reading: reading)
    guard let contract = read.contract else {
        return CompiledContract(
            contract: nil,
            api: nil,
            diagnostics: read.diagnostics.uniqueByPlace(),
            assumedFacts: 0,
            sources: read.sources,
            tree: read.tree
        )
    }
    var diagnostics = contract.diagnostics(by: ContractRules.all, after: read.diagnostics)
    var api: ResolvedAPI?
    let rules = ContractRules.all.compactMap { $0 as? any ResolvedRule }
    // What such a rule found keeps nothing from being resolved.
    let own = Set(rules.map { type(of: $0).name })
    if !diagnostics.contains(where: { $0.isError && !own.contains($0.rule) }) {
        var resolver = Resolver(contract)
        let resolved = resolver.api()
        diagnostics = (diagnostics + rules.flatMap { $0.check(resolved, of: contract) }).uniqueByPlace()
        api = diagnostics.contains(where: \.isError) ? nil : resolved
    }
    return CompiledContract(
        contract: contract,
        api: api,
        diagnostics: diagnostics,
        assumedFacts: contract.assumedFacts,
        sources: read.sources,
        tree: read.tree
    )
}

/// Reads no file at all, for contracts that are whole by themselves.
///
/// - Throws: always.
package func unreadable(_ path: String) throws(UnreadableSource) -> SourceText {
    throw UnreadableSource(reason: "it is not at hand")
}
