import CharterContract
import CharterRuntime
import CharterYAML
import Foundation
import Testing

/// The generator documents the codes of failures that follow from conventions, the runtime has them: both must be the same.
@Suite("Codes of derived failures")
struct DerivedCodeTests {
    @Test(
        "are those of the runtime, all of them",
        arguments: [
            [
                "spec/cobuntu.yaml", "Tests/Contracts/oddities.yaml", "Tests/CharterGeneratorTests/cases/callers/contract.yaml",
                "Tests/CharterGeneratorTests/cases/conventions/contract.yaml",
            ]
        ]
    )
    func codes(contracts: [String]) throws {
        var documented: Set<String> = []
        for contract in contracts {
            let source = SourceText(file: contract, bytes: Array(try Data(contentsOf: repository.appendingPathComponent(contract))))
            let api = try #require(compileContract(source).api)
            let own = api.description.errors.faults
            let codes = api.endpoints.flatMap(\.failures).filter(\.isDerived).map(\.code)
            documented.formUnion(codes.map { code in own.first { $0.code == code }?.kind.rawValue ?? code })
        }
        // No endpoint can document what belongs to no endpoint, or what a server lacks that is not finished.
        let ofNoEndpoint: Set<Problem.Code> = [.unknownPath, .methodNotAllowed, .notImplemented]
        // Kinds of another fault are documented as that one, unless an API tells them apart.
        let kinds = Problem.Code.allCases.filter { $0.wider != nil }
        #expect(documented == Set(Set(Problem.Code.allCases).subtracting(ofNoEndpoint).subtracting(kinds).map(\.rawValue)))
    }
}
