import CharterRuntime
import CobuntuModels

extension CommunityImport {
    mutating func putMember(_ entry: FileEntry) async throws {
        guard let email = entry.text("email"), isFirst("member", email.lowercased(), at: entry.place(of: "email")) else { return }
        guard let user = try await user(of: entry, reachedAt: email) else { return }
        let isKnown = try await community.person(user) != nil
        let joinedAt = try await community.joinedAt(of: user)
        guard joinedAt != nil || !isKnown else {
            let mend = "leave the member out; whoever is not banned may apply again"
            return fault(entry.place, "is a member no longer, and does not come back by a file: \(mend)")
        }
        let member = try entry.read(
            as: Member.self,
            with: ["userId": .string(user.description)],
            usually: ["links": .array([]), "role": .string("member"), "joinedAt": .string("\(joinedAt ?? now)")]
        )
        let person = Person(id: user, name: member.name, email: email)
        let known = SeededCommunity.KnownPerson(person, member: member, isPublic: entry.flag("public") ?? false)
        tally.count("members", isWritten: try await community.put(known))
    }

    /// The identifier of a member; nil, and a fault, where somebody else has it or the address.
    private mutating func user(of entry: FileEntry, reachedAt email: String) async throws -> UniqueID? {
        let reached = try await community.person(reachedAt: email)
        let stated = entry.id("userId")
        let user = stated ?? reached?.id ?? UniqueID()
        // Also one whom the file names by the address alone: a second entry would overwrite the first.
        let place = entry.place(of: stated == nil ? "email" : "userId")
        guard isFirst("person", user.description, at: place) else { return nil }
        if let reached, reached.id != user {
            fault(entry.place(of: "email"), "is the address of \(reached.id): leave 'userId' out, or give another address")
            return nil
        }
        return user
    }
}
