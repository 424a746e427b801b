import CharterRuntime
import CharterServer
import CharterService
import RavenModels

extension DataSet {
    /// The tenants of a small day at Raven Cloud, with their people, keys and some weeks of messages; the same whenever the instant is.
    ///
    /// The first has more messages than the largest page, `cedar-mill` is suspended, and `elm-street-bakery` pays. Nothing of the second is the first one's.
    ///
    /// - Parameter instant: The present of the data set: everything in it is older.
    static func sample(at instant: Timestamp) -> DataSet {
        var random = SeededRandom(seed: 0x5241_5645_4E)
        var data = DataSet()
        let people = SamplePerson.allCases.map { ($0, $0.person(at: instant, using: &random)) }
        data.people = people.map(\.1)
        for plan in SampleTenant.all {
            var workspace = plan.workspace(at: instant, using: &random)
            workspace.members = people.compactMap { person, record in
                person.roles[plan.slug].map { DataSet.Member(record.id, role: $0) }
            }
            let owner = workspace.members.first { $0.role == "owner" }?.person
            workspace.keys = plan.keys(at: instant, madeBy: owner, using: &random)
            data.tenants.append(workspace)
        }
        return data
    }
}
