import CharterContract
import CharterGenerator
import CharterYAML

/// The contracts of a run, read and resolved, with all diagnostics printed.
struct Compilation {
    let contracts: [(file: String, contract: CompiledContract)]
    private let renderer: DiagnosticRenderer

    init(_ sources: [SourceText], _ verbosity: Verbosity) {
        contracts = sources.map { ($0.file, compileContract($0)) }
        renderer = DiagnosticRenderer(sources: sources, style: Console.errorStyle)
        for (_, contract) in contracts { Console.complain(renderer.render(verbosity.selected(contract.diagnostics))) }
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
