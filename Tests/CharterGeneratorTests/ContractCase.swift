import CharterContract
import CharterYAML
import Foundation

/// A contract in `cases/<name>/contract.yaml`.
struct ContractCase {
    let name: String

    func api() throws -> ResolvedAPI {
        let text = try RepositoryFolder.text("Tests/CharterGeneratorTests/cases/\(name)/contract.yaml")
        return try SmallContract.compiled(SourceText(file: "contract.yaml", bytes: Array(text.utf8)))
    }
}
