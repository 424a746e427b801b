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

    /// The resolved APIs; no two may have the same name, since both would be generated into one folder.
    ///
    /// - Throws: ``Outcome/findings`` if a contract has errors.
    func apis() throws -> [ResolvedAPI] {
        var files: [String: String] = [:]
        var apis: [ResolvedAPI] = []
        for (file, contract) in contracts {
            guard let api = contract.api else { continue }
            if let other = files.updateValue(file, forKey: api.name.lowercased()) {
                Console.fail("\(other) and \(file) both describe the API '\(api.name)': give one of them another name in 'api:'")
                throw Outcome.findings
            }
            apis.append(api)
        }
        if hasErrors { throw Outcome.findings }
        return apis
    }
}
