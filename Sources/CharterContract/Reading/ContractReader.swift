import CharterYAML

/// Reads a tree of nodes as a contract, and collects every fault on the way.
///
/// Where something required is missing or of the wrong type, its fault is noted and reading goes on with a stand-in, so that one run reports
/// all there is to mend. A contract with errors is never used for anything but its diagnostics.
package struct ContractReader {
    var diagnostics: [Diagnostic] = []
    var assumedFacts = 0
    /// What the tenancy calls a tenant, which other parts may name it by; nil before it is read, and where there is none.
    var tenancyName: String?
    /// The descriptions behind which a comment stands that was most likely meant as text.
    var cutDescriptions: [SourceSpan] = []

    /// The version of the contract language up to which contracts are read.
    package static let languageVersion = 1

    mutating func report(
        _ message: String,
        rule: String,
        at span: SourceSpan,
        notes: [Diagnostic.Note] = [],
        help: String? = nil
    ) {
        diagnostics.append(Diagnostic(.error, message, rule: rule, at: span, notes: notes, help: help))
    }
}

/// A contract and what is wrong with it.
package struct ReadContract: Sendable {
    /// The contract; nil where the file is no map at all or written in a later language.
    package var contract: Contract?
    package var diagnostics: [Diagnostic]
    /// The texts it was read from: the contract's own, and the fragments that it includes.
    package var sources: [SourceText]
    /// All of them as one tree; nil where the contract's own is no YAML.
    package var tree: YAMLNode?
}

/// Reads the text of a contract file.
///
/// - Parameter reading: reads the files that it includes.
/// - Returns: the contract and the faults that can be seen without following references.
package func readContract(_ source: SourceText, reading: @escaping SourceReader) -> ReadContract {
    var fragments = FragmentReader(read: reading)
    let root = fragments.tree(of: source)
    var reader = ContractReader()
    reader.diagnostics = fragments.diagnostics
    // Behind a fault of the text itself stand-ins would be taken for faults of the contract.
    let contract = fragments.isReadable ? root.flatMap { reader.contract(MarkedNode($0, inheritedMark: false)) } : nil
    return ReadContract(contract: contract, diagnostics: reader.diagnostics, sources: fragments.sources, tree: root)
}
