import CharterRuntime
import CharterServer
import CobuntuModels
import CobuntuRoutes
import SampleServers

/// Cobuntu in miniature: the whole API over communities in memory, the same from one run to the next.
///
/// Its clock stands still and its identifiers count up.
actor InMemoryCobuntu: CobuntuAPI {
    /// The instant at which everything happens.
    static let now = Timestamp(sample: "2026-09-30T16:20:00Z")

    private var communities: [String: Community]
    private var ids = SerialIDs(series: 900)

    /// Creates a server with communities, by their tags.
    init(_ communities: [String: Community]) {
        self.communities = communities
    }

    /// The community of that tag.
    ///
    /// - Throws: ``Refusal/notFound`` if there is none.
    func community(_ tag: String) throws -> Community {
        try communities[tag].orRefuse(.notFound)
    }

    /// Changes a community; if the change throws, nothing has changed.
    func change<Result>(_ tag: String, _ change: (inout Community) throws -> Result) throws -> Result {
        var community = try community(tag)
        let result = try change(&community)
        communities[tag] = community
        return result
    }

    /// An identifier that nothing has so far.
    func newID() -> UniqueID {
        ids.next()
    }
}
