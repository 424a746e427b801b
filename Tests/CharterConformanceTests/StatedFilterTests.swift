import CharterConformance
import CharterRuntime
import Testing

/// Each server does what one relation says: it passes where the contract says that one, and fails where it says another.
@Suite("a filter of which the contract says what it compares")
struct StatedFilterTests {
    private static let ordered: [APIDescription.Filter.Relation] = [.equal, .atLeast, .atMost, .above, .below, .except]
    private static let ofDays: [APIDescription.Filter.Relation] = [.on, .atLeast, .atMost, .above, .below]
    private static let ofTexts: [APIDescription.Filter.Relation] = [.equal, .contains, .starts, .except]
    private static let ofLists: [APIDescription.Filter.Relation] = [.any, .all, .except]

    @Test("compares numbers", arguments: ordered, ordered)
    func numbers(stated: APIDescription.Filter.Relation, done: APIDescription.Filter.Relation) async {
        await expect(stated == done, .integer(), ["price": stated]) { thing, asked in
            Int(asked[0]).map { Self.holds(done, thing.price, $0) } ?? false
        }
    }

    @Test("compares the days of instants", arguments: ofDays, ofDays)
    func days(stated: APIDescription.Filter.Relation, done: APIDescription.Filter.Relation) async {
        await expect(stated == done, .string(format: .date), ["made_at": stated]) { thing, asked in
            Self.holds(done, String(thing.made_at.prefix(10)), asked[0])
        }
    }

    @Test("compares texts", arguments: ofTexts, ofTexts)
    func texts(stated: APIDescription.Filter.Relation, done: APIDescription.Filter.Relation) async {
        await expect(stated == done, .string(length: .init(1, nil)), ["name": stated]) { thing, asked in
            Self.holds(done, thing.name, asked[0])
        }
    }

    @Test("lets a server disregard capitals", arguments: [APIDescription.Filter.Relation.contains, .starts, .equal])
    func capitals(relation: APIDescription.Filter.Relation) async {
        await expect(true, .string(), ["name": relation]) { thing, asked in
            Self.holds(relation, thing.name.lowercased(), asked[0].lowercased())
        }
    }

    @Test("compares lists", arguments: ofLists, ofLists)
    func lists(stated: APIDescription.Filter.Relation, done: APIDescription.Filter.Relation) async {
        await expect(stated == done, .list(of: .string()), ["tags": stated]) { thing, asked in
            switch done {
            case .all: asked.allSatisfy(thing.tags.contains)
            case .except: !asked.contains(where: thing.tags.contains)
            default: asked.contains(where: thing.tags.contains)
            }
        }
    }

    @Test("looks at each of several values, and of several fields")
    func several() async {
        await expect(false, .list(of: .string()), ["tags": .any]) { thing, asked in thing.tags.contains(asked[0]) }
        await expect(false, .string(), ["name": .contains, "note": .contains]) { thing, asked in thing.name.contains(asked[0]) }
        await expect(true, .string(), ["name": .contains, "note": .contains]) { thing, asked in
            thing.name.contains(asked[0]) || thing.note?.contains(asked[0]) ?? false
        }
    }

    @Test("says nothing of what lacks a field that must be another one", arguments: [true, false])
    func lacking(isLeft: Bool) async {
        await expect(true, .string(), ["note": .except]) { thing, asked in thing.note.map { $0 != asked[0] } ?? isLeft }
    }

    private static func holds<Value: Comparable>(_ relation: APIDescription.Filter.Relation, _ own: Value, _ asked: Value) -> Bool {
        switch relation {
        case .equal, .any, .all, .on: own == asked
        case .except: own != asked
        case .atLeast: own >= asked
        case .atMost: own <= asked
        case .above: own > asked
        case .below: own < asked
        case .contains: "\(own)".contains("\(asked)")
        case .starts: "\(own)".hasPrefix("\(asked)")
        }
    }

    private func expect(
        _ isSound: Bool,
        _ schema: APIDescription.Schema,
        _ filter: [String: APIDescription.Filter.Relation],
        _ leaves: @escaping @Sendable (SieveServer.Thing, [String]) -> Bool
    ) async {
        let api = SieveServer.api(schema, filter)
        let fixtures = Fixtures(baseURL: "http://localhost/v1", tenants: ["all"], credentials: [], parameters: [:])
        let server = ServerUnderTest(transport: SieveServer(leaves: leaves), fixtures: fixtures)
        let result = await run("filter/asked", on: api.endpoints[0], in: api, server)
        #expect(result.outcome == (isSound ? .passed : .failed), "\(result.actual)")
    }
}
