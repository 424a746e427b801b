import CharterContract
import CharterYAML
import Testing

/// The contract of `charter init`.
@Suite("The starter contract")
struct StarterContractTests {
    @Test(
        "has neither errors nor warnings, whatever the API is called",
        arguments: ["Shop", "HTTPThing2", "String", "Item", "A", String(repeating: "A", count: 60)]
    )
    func sound(_ name: String) throws {
        let contract = try #require(StarterContract(name: name))
        let compiled = compileContract(SourceText(file: contract.fileName, text: contract.text))
        #expect(compiled.diagnostics == [])
        let api = try #require(compiled.api)
        #expect(api.name == name)
        #expect(api.endpoints.map(\.id) == ["listItems", "getItem", "createItem", "deleteItem"])
        #expect(compiled.assumedFacts == 0)
    }

    @Test(
        "has a file name of small letters",
        arguments: [("Shop", "shop.yaml"), ("BookShop", "book-shop.yaml"), ("HTTPBin2", "http-bin2.yaml")]
    )
    func fileName(_ name: String, _ file: String) throws {
        #expect(try #require(StarterContract(name: name)).fileName == file)
    }

    @Test(
        "is not made for what cannot name an API",
        arguments: ["", "shop", "Book-Shop", "Shop API", "9Lives", "Shop\n", "Größe", String(repeating: "A", count: 61)]
    )
    func names(_ name: String) {
        #expect(StarterContract(name: name) == nil)
    }
}
