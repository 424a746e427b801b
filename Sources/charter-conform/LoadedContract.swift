import CharterContract
import CharterRuntime
import CharterYAML
import Foundation

/// A contract, and where in its file the checks come from.
struct LoadedContract {
    let api: APIDescription
    private let contract: Contract

    /// Reads a contract with all that it includes.
    ///
    /// - Throws: ``Outcome/findings`` if it has errors, which are shown.
    init(file: String) throws {
        let source = SourceText(file: file, bytes: Array(try Console.read(file).prefix(YAMLLimits.standard.maximumBytes + 1)))
        let compiled = compileContract(source) { path throws(UnreadableSource) in
            do {
                return SourceText(file: path, bytes: Array(try Data(contentsOf: URL(fileURLWithPath: path))))
            } catch {
                throw UnreadableSource(reason: error.reason)
            }
        }
        let errors = compiled.diagnostics.filter(\.isError)
        if !errors.isEmpty { Console.complain(DiagnosticRenderer(sources: compiled.sources, style: .plain).render(errors)) }
        guard let api = compiled.api, let contract = compiled.contract else { throw Outcome.findings }
        self.api = api.description
        self.contract = contract
    }

    /// Where a fact of the contract stands, as exactly as is known: at its endpoint, or below its key at the top.
    func place(of pointer: String) -> SourceSpan {
        let steps = pointer.split(separator: "/").map(String.init)
        if steps.first == "endpoints", steps.count > 1, let endpoint = contract.endpoints.first(where: { $0.id.value == steps[1] }) {
            return endpoint.id.span
        }
        return steps.first.flatMap { contract.sections[$0]?.span } ?? contract.api.span
    }
}
