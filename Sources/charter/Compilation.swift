import CharterContract
import CharterGenerator
import CharterYAML

/// The contracts of a run, read and resolved.
struct Compilation {
    let contracts: [(file: String, contract: CompiledContract)]
    private let renderer: DiagnosticRenderer
    private let verbosity: Verbosity

    /// Reads the contracts with all that they include, and shows what is wrong with them.
    ///
    /// - Parameter format: in JSON nothing is shown here, since a run writes one array: ``showArray(with:)`` does.
    init(_ sources: ContractSources, _ verbosity: Verbosity, as format: DiagnosticFormat = .text) {
        contracts = sources.contracts.map { ($0.file, compileContract($0, reading: ContractFiles.readPart)) }
        renderer = DiagnosticRenderer(sources: contracts.flatMap(\.contract.sources), style: Console.errorStyle)
        self.verbosity = verbosity
        let parts = Set(contracts.flatMap(\.contract.sources).map(\.file))
        for text in sources.doubtful where !parts.contains(text.file) {
            verbosity.warn("\(text.file) is left out, since its first key is not 'charter:'")
        }
        if format != .json { show(contracts.flatMap(\.contract.diagnostics), as: format) }
    }

    /// Shows what was found in a run, as one array in JSON.
    ///
    /// - Parameter others: what was found beside the faults of contracts.
    func showArray(with others: [Diagnostic] = []) {
        show(contracts.flatMap(\.contract.diagnostics) + others, as: .json)
    }

    /// Shows diagnostics; a quiet run shows errors alone.
    func show(_ diagnostics: [Diagnostic], as format: DiagnosticFormat) {
        let selected = verbosity.selected(diagnostics)
        switch format {
        case .text: Console.complain(renderer.render(selected))
        case .json: Console.print(OrderedJSON.array(selected.map(\.json)).prettyText)
        case .github: Console.print(selected.map { $0.workflowCommand + "\n" }.joined())
        }
    }

    var hasErrors: Bool {
        contracts.contains { $0.contract.api == nil }
    }

    /// The resolved APIs, as ``apisWithContracts()`` gives them.
    func apis() throws -> [ResolvedAPI] {
        try apisWithContracts().map(\.api)
    }

    /// The resolved APIs, each with its contract, whose places messages show.
    ///
    /// No two may have the same name, since what is made of both would go into one folder.
    ///
    /// - Throws: ``Outcome/findings`` if a contract has errors, or if two have the same name.
    func apisWithContracts() throws -> [(api: ResolvedAPI, contract: Contract)] {
        var known: [String: Contract] = [:]
        var apis: [(api: ResolvedAPI, contract: Contract)] = []
        for (_, compiled) in contracts {
            guard let api = compiled.api, let contract = compiled.contract else { continue }
            if let other = known.updateValue(contract, forKey: api.name.lowercased()) {
                try refuse(
                    contract,
                    "the API '\(api.name)' is described twice",
                    rule: "equal-apis",
                    beside: other,
                    help: "give one of them another name"
                )
            }
            apis.append((api, contract))
        }
        if hasErrors { throw Outcome.findings }
        return apis
    }

    /// Shows that two APIs declare one name.
    ///
    /// - Throws: ``Outcome/findings`` always.
    func refuse(_ clash: NameClash) throws {
        let named = contracts.compactMap(\.contract.contract).keyed(by: \.api.value)
        guard let first = named[clash.first], let second = named[clash.second] else { throw Outcome.findings }
        let message = "'\(clash.first)' and '\(clash.second)' both declare '\(clash.name)'"
        try refuse(second, message, rule: "equal-declarations", beside: first, help: "give each API a target of its own")
    }

    private func refuse(_ contract: Contract, _ message: String, rule: String, beside other: Contract, help: String) throws {
        let note = Diagnostic.Note("the other API has its name here", at: other.api.span)
        Console.complain(renderer.render([Diagnostic(.error, message, rule: rule, at: contract.api.span, notes: [note], help: help)]))
        throw Outcome.findings
    }
}
