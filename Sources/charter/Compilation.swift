import CharterContract
import CharterYAML

/// The contracts of a run, read and resolved, with all diagnostics printed.
struct Compilation {
    let contracts: [(file: String, contract: CompiledContract)]

    init(_ sources: [SourceText], _ verbosity: Verbosity) {
        contracts = sources.map { ($0.file, compileContract($0)) }
        let renderer = DiagnosticRenderer(sources: sources, style: Console.errorStyle)
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
        var files: [String: String] = [:]
        var apis: [(api: ResolvedAPI, contract: Contract)] = []
        for (file, compiled) in contracts {
            guard let api = compiled.api, let contract = compiled.contract else { continue }
            if let other = files.updateValue(file, forKey: api.name.lowercased()) {
                Console.fail("\(other) and \(file) both describe the API '\(api.name)': give one of them another name in 'api:'")
                throw Outcome.findings
            }
            apis.append((api, contract))
        }
        if hasErrors { throw Outcome.findings }
        return apis
    }
}
