import CharterConformance
import CharterContract
import CharterRuntime
import CharterYAML
import CobuntuModels
import Foundation
import OdditiesModels
import RavenModels
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
        #expect(api.description.conformanceChecks.map(\.name) == description.conformanceChecks.map(\.name))
    }

    @Test("have a name of their own", arguments: [APIDescription.cobuntu, .oddities, .raven])
    func names(description: APIDescription) {
        let names = description.conformanceChecks.map(\.name)
        #expect(Set(names).count == names.count)
    }
}
