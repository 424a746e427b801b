import CharterConformance
import CharterRuntime
import Foundation
import HTTPTypes

/// A list of things with one parameter, `asked`, that leaves some of them as the server likes.
struct SieveServer: HTTPTransport {
    typealias Relation = APIDescription.Filter.Relation

    struct Thing: Codable, Sendable {
        var id: Int
        var price: Int
        var made_at: String
        var name: String
        var tags: [String]
        var note: String?
    }

    static let things = [
        Thing(id: 1, price: 10, made_at: "2026-03-01T08:00:00.000Z", name: "Red Lamp", tags: ["old", "red"], note: nil),
        Thing(id: 2, price: 20, made_at: "2026-03-02T00:00:00.000Z", name: "Lampshade", tags: ["red"], note: "rusty"),
        Thing(id: 3, price: 20, made_at: "2026-03-02T23:59:00.000Z", name: "Lamp", tags: ["old"], note: "dusty"),
        Thing(id: 4, price: 30, made_at: "2026-03-03T09:30:00.000Z", name: "Chair", tags: [], note: "rusty"),
    ]

    /// Whether a thing is left by the values that are asked for.
    let leaves: @Sendable (Thing, [String]) -> Bool

    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        let asked = URLComponents(string: request.path ?? "")?.queryItems?.filter { $0.name == "asked" }.compactMap(\.value) ?? []
        let left = asked.isEmpty ? Self.things : Self.things.filter { leaves($0, asked) }
        let bytes = (try? JSONEncoder().encode(left)) ?? Data()
        return HTTPReply(head: HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]), body: Array(bytes))
    }

    /// The API, whose parameter has that type and stands so to fields of the things.
    static func api(_ schema: APIDescription.Schema, _ filter: [String: Relation]) -> APIDescription {
        let comparisons = filter.sorted { $0.key < $1.key }.map { APIDescription.Filter.Comparison(field: $0.key, relation: $0.value) }
        let endpoint = APIDescription.Endpoint(
            id: "listThings",
            method: .get,
            path: "/things",
            summary: "Lists things",
            queryParameters: [.init(name: "asked", schema: schema)],
            filters: [.init(name: "asked", comparisons: comparisons)],
            success: .init(status: 200, body: .list(of: .named("Thing")))
        )
        return APIDescription(
            name: "Sieve",
            title: "Sieve API",
            version: "1.0.0",
            servers: [.init(name: "production", url: "https://sieve.example/v1")],
            errors: .problem,
            endpoints: [endpoint],
            types: [
                "Thing": .object([
                    .init("id", .integer()), .init("price", .integer()), .init("made_at", .string(format: .timestamp)),
                    .init("name", .string()), .init("tags", .list(of: .string())), .init("note", .string(), isRequired: false),
                ])
            ]
        )
    }
}
