import CharterRuntime
import CobuntuModels

/// Brings the things of a file into a community, within a transaction.
///
/// A thing is known by its identifier, where the file says one, or else by its name: slug, number, e-mail address. One that is there is written
/// anew, whole; what the file does not name stays.
struct CommunityImport<Community: CommunityKeeping> {
    let community: Community
    let file: CommunityFile
    let now: Timestamp
    var faults: [Problem.FieldFault] = []
    var tally = ImportTally()
    /// The places in the file of what was named so far, by kind and name.
    private var places: [[String]: String] = [:]

    init(_ file: CommunityFile, into community: Community, at now: Timestamp) {
        self.file = file
        self.community = community
        self.now = now
    }

    /// Brings everything in.
    ///
    /// - Throws: ``ImportFaults`` with all that was found, for which the transaction must be undone.
    mutating func run() async throws -> ImportTally {
        try await putFacts()
        for entry in file.root.entries("members") ?? [] { try await putMember(entry) }
        for entry in file.root.entries("events") ?? [] { try await putEvent(entry) }
        for entry in file.root.entries("articles") ?? [] { try await putArticle(entry) }
        for entry in file.root.entries("products") ?? [] { try await putProduct(entry) }
        for entry in file.root.entries("categories") ?? [] { try await putCategory(entry) }
        for entry in file.root.entries("hotspots") ?? [] { try await putHotspot(entry) }
        for entry in file.root.entries("segments") ?? [] { try await putSegment(entry) }
        guard faults.isEmpty else { throw ImportFaults(faults: faults) }
        return tally
    }

    private mutating func putFacts() async throws {
        let before = try await community.facts()
        let version = file.root.number("rulesVersion") ?? before?.rulesVersion ?? 1
        if let before, version < before.rulesVersion {
            fault("rulesVersion", "must not be below \(before.rulesVersion), which is in force: leave it out")
        }
        let facts = CommunityFacts(
            tag: file.tag,
            name: file.root.text("name") ?? "",
            email: file.root.text("email") ?? "",
            rulesVersion: version
        )
        tally.count("community", isWritten: try await community.put(facts))
    }

    /// Notes a fault.
    mutating func fault(_ place: String, _ message: String) {
        faults.append(.init(field: place, message: message))
    }

    /// Whether a thing is the first in the file of that name, which must name one; otherwise notes the fault.
    mutating func isFirst(_ kind: String, _ name: String, at place: String) -> Bool {
        if let other = places[[kind, name]] {
            fault(place, "is '\(name)' as \(other) is: say each thing once")
            return false
        }
        places[[kind, name]] = place
        return true
    }

    /// The identifier of a thing that has one: that of the file, or of the one that is there under the name, or a new one; nil, and a fault, where
    /// these do not agree.
    mutating func identifier(of entry: FileEntry, _ name: String, among things: IdentifiedThings) async throws -> UniqueID? {
        let named = try await community.identifiers(of: things, named: name)
        guard let id = entry.id("id") else {
            guard named.count < 2 else {
                fault(
                    entry.place(of: "name"),
                    "is the name of several: say with 'id' which, \(named.map(\.description).joined(separator: " or "))"
                )
                return nil
            }
            return named.first ?? UniqueID()
        }
        if let owner = try await community.owner(of: id, among: things), owner != file.tag {
            fault(entry.place(of: "id"), "is taken in another community: leave it out, so that a new one is made")
            return nil
        }
        return id
    }
}
