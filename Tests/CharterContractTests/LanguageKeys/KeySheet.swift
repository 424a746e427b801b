import CharterContract
import CharterYAML
import Foundation
import Testing

/// What is tried of each key of the language: a contract, what each key changes in it, and what no output has a place for.
struct KeySheet: Sendable {
    /// What a contract becomes.
    enum Output: String, CaseIterable, Sendable {
        case openAPI = "openapi"
        case description
        /// The marks of what is assumed.
        case marks
    }

    /// The contract in which nothing is changed.
    let base: YAMLNode
    let keys: [LanguageKey]
    /// The outputs that keys do not reach, by the keys' names.
    let exceptions: [String: Set<Output>]

    init() throws {
        base = try Self.tree("contract.yaml")
        keys = try Self.tree("keys.yaml").entries.map(LanguageKey.init)
        var exceptions: [String: Set<Output>] = [:]
        for group in try Self.tree("exceptions.yaml").elements {
            guard group["because"]?.text?.isEmpty == false else { throw CocoaError(.formatting) }
            let outputs = (group["of"]?.elements ?? []).compactMap { $0.text.flatMap(Output.init) }
            for key in (group["keys"]?.elements ?? []).compactMap(\.text) { exceptions[key, default: []].formUnion(outputs) }
        }
        self.exceptions = exceptions
    }

    private static func tree(_ name: String) throws -> YAMLNode {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../keys")
        let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(name).standardizedFileURL))
        let result = parseYAML(SourceText(file: name, bytes: bytes))
        guard let root = result.root, result.faults.isEmpty else { throw CocoaError(.propertyListReadCorrupt) }
        return root
    }
}

/// A key of the language by its place, and what a contract says with it.
struct LanguageKey: Sendable, CustomTestStringConvertible {
    let name: String
    /// What is so with and without the key.
    let given: [(path: String, value: YAMLNode)]
    let set: [(path: String, value: YAMLNode)]

    init(_ entry: YAMLEntry) {
        name = entry.key.text
        let changes = entry.value.entries
        given = changes.first { $0.key.text == "given" }?.value.entries.map { ($0.key.text, $0.value) } ?? []
        set = changes.filter { $0.key.text != "given" }.map { ($0.key.text, $0.value) }
    }

    var testDescription: String { name }

    /// The contracts without the key, with it, and with it under `!assumed`.
    func contracts(from base: YAMLNode) -> (without: String, with: String, assumed: String) {
        let without = given.reduce(base) { $0.setting($1.path, to: $1.value) }
        let with = set.reduce(without) { $0.setting($1.path, to: $1.value) }
        let assumed = set.reduce(without) { tree, change in
            var value = change.value
            value.tag = "!assumed"
            return tree.setting(change.path, to: value)
        }
        return (without.flowText, with.flowText, assumed.flowText)
    }
}
