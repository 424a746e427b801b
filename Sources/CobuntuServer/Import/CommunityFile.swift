import CharterRuntime
import CobuntuModels

/// A file of JSON with what a community has and no endpoint makes: what `communities import` reads, and `communities export` writes.
///
/// Each thing in it is as the contract has it, without what the service says itself, such as the remaining places of a tier: see ``schema``.
package struct CommunityFile: Sendable {
    /// All of it; it fits the schema.
    let root: FileEntry

    /// The tag of the community.
    package var tag: String { root.text("tag") ?? "" }

    /// Reads a file.
    ///
    /// - Throws: ``ImportFaults`` for what is not JSON, or not of this shape.
    package init(reading bytes: [UInt8]) throws {
        let api = APIDescription.cobuntu
        do {
            var strictness = APIDescription.BodyStrictness()
            strictness.refusesDuplicates = true
            let body = APIDescription.RequestBody(schema: Self.schema, example: "{}")
            let depth = JSONCoding.maximumDepth
            var faults = try api.findings(inBody: bytes, body, member: nil, strictness, maximumDepth: depth).faults
            let value = try JSONCoding.decode(JSONValue.self, from: bytes)
            faults += UnfitMembers(api: api).faults(of: value, Self.schema, at: "")
            guard faults.isEmpty else { throw ImportFaults(faults: faults) }
            root = FileEntry(place: "", value: value)
        } catch let fault as JSONFault {
            throw ImportFaults(faults: [.init(field: fault.path, message: "\(fault.message), at byte \(fault.offset)")])
        }
    }
}

/// Finds what a schema does not name, and characters that no text may have.
private struct UnfitMembers {
    let api: APIDescription

    /// What callers of the API write with any character, U+0000 too, and what an export must be able to bring back.
    private static let namesOfCallers: Set = ["members[].name", "segments[].name"]

    /// A place without the numbers of items.
    private func kind(of place: String) -> String { place.replacing(/\[[0-9]+\]/, with: "[]") }

    func faults(of value: JSONValue, _ schema: APIDescription.Schema, at place: String) -> [Problem.FieldFault] {
        guard let (schema, _) = api.resolved(schema) else { return [] }
        switch (value, schema) {
        case (.object(let members), .object(let properties)):
            return members.sorted { $0.key < $1.key }.flatMap { name, value -> [Problem.FieldFault] in
                let place = FieldPlace.member(name, of: place)
                guard let property = properties.first(where: { $0.name == name }) else {
                    return [.init(field: place, message: "is not known here: choose of \(properties.map(\.name).joined(separator: ", "))")]
                }
                return faults(of: value, property.schema, at: place)
            }
        case (.array(let items), .list(let schema, _, _)):
            return items.enumerated().flatMap { faults(of: $1, schema, at: FieldPlace.item($0, of: place)) }
        case (.string(let text), _) where text.unicodeScalars.contains("\0") && !Self.namesOfCallers.contains(kind(of: place)):
            return [.init(field: place, message: "has the character U+0000: leave it out")]
        default: return []
        }
    }
}
