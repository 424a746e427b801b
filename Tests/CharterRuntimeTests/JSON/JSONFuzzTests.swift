import Foundation
import Testing

@testable import CharterRuntime

/// Random texts and broken ones: what is read here is what Foundation reads, and nothing ends the process.
///
/// A fault tells its seed. `JSON_FUZZ_SEED=7 JSON_FUZZ_ROUNDS=1 swift test --filter JSONFuzzTests` repeats that of seed 7;
/// `JSON_FUZZ_SECONDS=600` goes on for ten minutes.
@Suite("JSON of chance")
struct JSONFuzzTests {
    /// The rounds to go: a hundred in CI, more where somebody asks for them.
    struct Rounds: Sequence, IteratorProtocol {
        private var seed = Self.number("JSON_FUZZ_SEED").map(UInt64.init) ?? 1
        private var left = Self.number("JSON_FUZZ_ROUNDS") ?? (Self.number("JSON_FUZZ_SECONDS") == nil ? 100 : .max)
        private let end = Self.number("JSON_FUZZ_SECONDS").map { ContinuousClock.now + .seconds($0) }

        mutating func next() -> UInt64? {
            guard left > 0, end.map({ ContinuousClock.now < $0 }) ?? true else { return nil }
            defer { (seed, left) = (seed + 1, left - 1) }
            return seed
        }

        private static func number(_ name: String) -> Int? {
            ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
        }
    }

    @Test("is read as Foundation reads it, whole and broken")
    func reading() {
        var (texts, taken) = (0, 0)
        for seed in Rounds() {
            var random = RandomJSON(seed: seed)
            let whole = random.text(maximumDepth: 5)
            #expect((try? JSONCoding.decode(JSONValue.self, from: whole)) != nil, "seed \(seed): \(shown(whole))")
            let other = random.text(maximumDepth: 3)
            for text in [whole] + (0..<40).map({ _ in Mutation.mutated(whole, other, using: &random.generator) }) {
                texts += 1
                if let difference = FoundationAgreement.difference(in: text) {
                    Issue.record("seed \(seed): \(shown(text)) is \(difference)")
                }
                // What is read is what is passed over.
                let value = try? JSONCoding.decode(JSONValue.self, from: text)
                taken += value == nil ? 0 : 1
                #expect(((try? JSONCoding.decode(Passed.self, from: text)) != nil) == (value != nil), "seed \(seed): \(shown(text))")
                guard let value, let written = try? JSONCoding.encode(value) else { continue }
                #expect((try? JSONCoding.decode(JSONValue.self, from: written)) == value, "seed \(seed): \(shown(text))")
            }
        }
        print("JSON of chance: \(texts) texts, \(taken) of them taken")
        #expect(taken > 0 && taken < texts)
    }

    @Test("that is written is read by Foundation with the same value")
    func writing() throws {
        for seed in Rounds() {
            var random = RandomJSON(seed: seed &+ 1 << 32)
            let value = try JSONCoding.decode(JSONValue.self, from: random.text(maximumDepth: 5))
            let written = try JSONCoding.encode(value)
            if let difference = FoundationAgreement.difference(in: written) {
                Issue.record("seed \(seed): \(shown(written)) is \(difference)")
            }
        }
    }

    @Test("ends no check of a schema, and every fault has a place")
    func checking() {
        for seed in Rounds() {
            var random = RandomJSON(seed: seed &+ 1 << 33)
            let schema = RandomSchema.schema(depth: 4, using: &random.generator)
            let whole = random.text(maximumDepth: 5)
            for text in [whole] + (0..<10).map({ _ in Mutation.mutated(whole, whole, using: &random.generator) }) {
                let isJSON = (try? JSONCoding.decode(Passed.self, from: text)) != nil
                let faults = RandomSchema.faults(in: text, schema)
                #expect(isJSON || faults == nil, "seed \(seed): \(shown(text))")
                // Places of every byte, also behind what is broken.
                let places = text.withUnsafeBufferPointer { JSONPlaces.places(of: Array(0...text.count), in: $0) }
                #expect(places.count == text.count + 1, "seed \(seed): \(shown(text))")
            }
        }
    }

    private func shown(_ bytes: [UInt8]) -> String {
        "\(String(decoding: bytes.prefix(400), as: UTF8.self)) \(bytes.count <= 80 ? "\(bytes)" : "")"
    }
}

/// Ways to break a text.
enum Mutation {
    /// A text with one to four changes, each at a random place.
    static func mutated(_ text: [UInt8], _ other: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
        var text = text
        for _ in 0..<[1, 1, 2, 4][Int.random(in: 0..<4, using: &generator)] { mutate(&text, other, using: &generator) }
        return text
    }

    private static func mutate(_ text: inout [UInt8], _ other: [UInt8], using generator: inout SeededGenerator) {
        let place = Int.random(in: 0...text.count, using: &generator)
        let end = min(text.count, place + Int.random(in: 0...8, using: &generator))
        switch Int.random(in: 0..<8, using: &generator) {
        case 0 where place < text.count: text[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 1 where place < text.count: text[place] = .random(in: 0...255, using: &generator)
        case 2: text.removeSubrange(place...)
        case 3: text.removeSubrange(place..<end)
        case 4: text.insert(contentsOf: text[place..<end], at: place)
        case 5:
            let start = Int.random(in: 0...other.count, using: &generator)
            text.replaceSubrange(place..<end, with: other[start..<min(other.count, start + 12)])
        default: text.insert(contentsOf: (telling.randomElement(using: &generator) ?? "").utf8, at: place)
        }
    }

    /// Pieces at which readers part.
    private static let telling = [
        "[", "]", "{", "}", ",", ":", "\"", "\\", "\\u", "\\uD83D", "\\uDE00", "\\ud83d\\ude00", "-", "+", ".", "0", "00", "1e", "E+",
        "e-9", "1e999",
        "null", "true", "nul", "NaN", "'", "/**/", "//", " ", "\n", "\t", "\u{C}", "\u{B}", "\u{A0}", "\u{FEFF}", "\u{0}", "\u{1F}",
        "\u{7F}", "é",
        "\u{2028}", "😀", "\"a\":1", "\"\":", ",,", "[[[[", "]]", "12345678901234567890", "0.1234567890123456789",
    ]
}

/// Schemas of chance.
enum RandomSchema {
    typealias Schema = APIDescription.Schema

    static func schema(depth: Int, using generator: inout SeededGenerator) -> Schema {
        switch Int.random(in: 0..<(depth > 0 ? 13 : 8), using: &generator) {
        case 0: .string(length: .init(0, 3))
        case 1: .integer(range: .init(0, 500))
        case 2: .number(range: .init(-1, 1))
        case 3: .boolean
        case 4: .any
        case 5: .decimal(places: 2)
        case 6: .enumeration(["a", "b"])
        case 7: .string(format: .timestamp)
        case 8: .list(of: schema(depth: depth - 1, using: &generator), count: .init(0, 2), isUnique: Bool.random(using: &generator))
        case 9: .map(of: schema(depth: depth - 1, using: &generator), count: .init(0, 2))
        case 10: .nullable(schema(depth: depth - 1, using: &generator))
        case 11: .union(by: "a", [.init(tag: "a", schema: schema(depth: depth - 1, using: &generator))])
        default:
            .object([
                .init("a", schema(depth: depth - 1, using: &generator)),
                .init("", schema(depth: depth - 1, using: &generator), isRequired: false),
            ])
        }
    }

    /// The number of faults that a check finds in a text; nil where it is no JSON.
    static func faults(in text: [UInt8], _ schema: Schema) -> Int? {
        var strictness = APIDescription.BodyStrictness()
        strictness.refusesDuplicates = true
        strictness.unknownFields = .reject
        var check = SchemaCheck(api: SchemaValidationTests.api, direction: .request, strictness: strictness)
        do throws(JSONFault) {
            try JSONCoding.read(text, maximumDepth: 64) { json throws(JSONFault) in try check.check(schema, &json, isTop: true) }
        } catch {
            return nil
        }
        let offsets = check.faults.map(\.offset).sorted()
        let places = text.withUnsafeBufferPointer { JSONPlaces.places(of: offsets, in: $0) }
        return places.count == offsets.count ? offsets.count : nil
    }
}
