import CharterConformance
import CharterContract
import CharterGenerator
import CharterRuntime
import CharterYAML
import CobuntuModels
import Foundation
import OdditiesModels
import Testing

/// The generator lists the checks of an endpoint from the contract, the suite from the description: both must say the same.
@Suite("Checks listed by the generator and by the suite")
struct CheckDerivationTests {
    @Test(
        "are the same for each endpoint",
        arguments: [(APIDescription.cobuntu, "spec/cobuntu.yaml"), (.oddities, "Tests/Contracts/oddities.yaml")]
    )
    func lists(description: APIDescription, contract: String) throws {
        let source = SourceText(file: contract, bytes: Array(try Data(contentsOf: repository.appendingPathComponent(contract))))
        let api = try #require(compileContract(source).api)
        #expect(api.endpoints.count == description.endpoints.count)
        for (resolved, endpoint) in zip(api.endpoints, description.endpoints) {
            let checks = ConformanceSuite.checks(of: endpoint, in: description)
            let listed = ConformanceCheck.checks(of: resolved, in: api)
            #expect(listed.map(\.name) == checks.map(\.name), "\(endpoint.id)")
            #expect(listed.map(\.title) == checks.map { $0.title(on: endpoint, in: description) }, "\(endpoint.id)")
        }
    }
}
