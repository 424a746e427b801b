import CharterContract
import CharterRuntime
import CharterYAML
import Foundation

/// A contract, and where in its file the checks come from.
struct LoadedContract {
    let api: APIDescription
    private let contract: Contract
    private let tree: YAMLNode?
    /// The places of the endpoints' ids, and what is written for each.
    private let endpoints: [String: (id: SourceSpan, entry: YAMLNode?)]

    /// Reads a contract with all that it includes.
    ///
    /// - Parameter format: How its errors are shown.
    /// - Throws: ``Outcome/findings`` if it has errors, which are shown.
    init(file: String, showing format: ReportFormat) throws {
        let source = SourceText(file: file, bytes: Array(try Console.read(file).prefix(YAMLLimits.standard.maximumBytes + 1)))
        let compiled = compileContract(source) { path throws(UnreadableSource) in
            do {
                return SourceText(file: path, bytes: Array(try Data(contentsOf: URL(fileURLWithPath: path))))
            } catch {
                throw UnreadableSource(reason: error.reason)
            }
        }
        let errors = compiled.diagnostics.filter(\.isError)
        if !errors.isEmpty {
            switch format {
            case .text: Console.complain(DiagnosticRenderer(sources: compiled.sources, style: .plain).render(errors))
            case .json: Console.print(OrderedJSON.array(errors.map(\.json)).prettyText)
            case .github: Console.print(errors.map { $0.workflowCommand + "\n" }.joined())
            }
        }
        guard let api = compiled.api, let contract = compiled.contract else { throw Outcome.findings }
        self.api = api.description
        self.contract = contract
        tree = compiled.tree
        let entries = tree?.endpointsByID ?? [:]
        endpoints = Dictionary(contract.endpoints.map { ($0.id.value, ($0.id.span, entries[$0.id.value]?.value)) }) { first, _ in first }
    }

    /// Where a fact of the contract stands; where its own key is not written, as where a group says it, the nearest thing that holds it.
    func place(of pointer: String) -> SourceSpan {
        let steps = pointer.split(separator: "/").map(String.init)
        if steps.first == "endpoints", steps.count > 1, let endpoint = endpoints[steps[1]] {
            return endpoint.entry?.place(of: steps.dropFirst(2)) ?? endpoint.id
        }
        return tree?.place(of: steps) ?? contract.api.span
    }
}
