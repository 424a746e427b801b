import CharterRuntime
import CobuntuModels

extension CommunityImport {
    mutating func putSegment(_ entry: FileEntry) async throws {
        guard let name = entry.text("name"), isFirst("segment", name, at: entry.place(of: "name")) else { return }
        guard let id = try await identifier(of: entry, name, among: .segments) else { return }
        guard isFirst("segment", id.description, at: entry.place) else { return }
        if let other = try await community.identifiers(of: .segments, named: name).first, other != id {
            return fault(entry.place(of: "name"), "is the name of the segment \(other): leave 'id' out, or give another name")
        }
        let segment = try entry.read(
            as: Segment.self,
            with: ["id": .string(id.description), "memberCount": .integer(0), "updatedAt": .string("\(now)")],
            usually: ["active": .boolean(true), "visibility": .string("listed")]
        )
        let found = faults.count
        let form = try form(of: entry, name)
        let members = try await members(of: entry)
        guard faults.count == found else { return }
        if entry.id("id") == nil, try await community.owner(of: id, among: .segments) == nil {
            tally.newSegments.append(.init(id: id, name: name))
        }
        tally.count("segments", isWritten: try await community.put(.init(FormedSegment(segment, form: form), members: members)))
    }

    private mutating func members(of entry: FileEntry) async throws -> [UniqueID] {
        var members: [UniqueID] = []
        for (index, email) in (entry.texts("members") ?? []).enumerated() {
            if let person = try await community.person(reachedAt: email), try await community.role(of: person.id) != nil {
                members.append(person.id)
            } else {
                fault(
                    FieldPlace.item(index, of: entry.place(of: "members")),
                    "is no member's address: put '\(email)' into 'members' of the file"
                )
            }
        }
        return members
    }
}
