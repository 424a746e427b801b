import CharterRuntime
import CharterServer
import LendingModels
import LendingRoutes
import SampleServers

/// The lending libraries in miniature: the whole API over branches in memory, the same from one run to the next.
///
/// Its clock stands still and its identifiers count up.
actor InMemoryLending: LendingAPI {
    /// The instant at which everything happens.
    static let now = Timestamp(sample: "2026-03-02T15:04:05Z")

    /// The catalogue, which all branches share.
    let works: [Work]
    /// Those who have signed in, by the name of the key that they present.
    let people: [String: Person]
    private(set) var branches: [BranchRecord]
    private var ids = SerialIDs(series: 900)

    init(works: [Work], people: [String: Person], branches: [BranchRecord]) {
        self.works = works
        self.people = people
        self.branches = branches
    }

    /// The branch on which a caller works.
    ///
    /// - Throws: ``Refusal/notFound`` if there is none.
    func branch(of caller: Caller) throws -> BranchRecord {
        branches[try index(of: caller)]
    }

    /// Changes the branch on which a caller works; if the change throws, nothing has changed.
    func change<Result>(_ caller: Caller, _ change: (inout BranchRecord) throws -> Result) throws -> Result {
        let index = try index(of: caller)
        var branch = branches[index]
        let result = try change(&branch)
        branches[index] = branch
        return result
    }

    /// An identifier that nothing has so far.
    func newID() -> UniqueID {
        ids.next()
    }

    private func index(of caller: Caller) throws -> Int {
        try branches.firstIndex { $0.branch.name == caller.tenant }.orRefuse(.notFound)
    }
}
