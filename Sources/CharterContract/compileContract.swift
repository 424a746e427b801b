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
}

/// Reads, checks and resolves one contract file.
package func compileContract(_ source: SourceText) -> CompiledContract {
    let read = readContract(source)
    guard let contract = read.contract else {
        return CompiledContract(contract: nil, api: nil, diagnostics: read.diagnostics.uniqueByPlace(), assumedFacts: 0)
    }
    let diagnostics = (read.diagnostics + ContractRules.all.flatMap { $0.check(contract) }).uniqueByPlace()
    var api: ResolvedAPI?
    if !diagnostics.contains(where: \.isError) {
        var resolver = Resolver(contract)
        api = resolver.api()
    }
    return CompiledContract(contract: contract, api: api, diagnostics: diagnostics, assumedFacts: contract.assumedFacts)
}
