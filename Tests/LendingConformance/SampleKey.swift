import CharterRuntime
import CharterServer
import Foundation
import LendingModels

/// A key that the server under test issued.
struct SampleKey: Sendable {
    /// The kind of key, as the contract calls it.
    let kind: String
    /// The public identifier of the key.
    let id: String
    /// The key itself.
    let text: String
    /// The branch to which it belongs; for one that belongs to none, the branch whose checks use it.
    let branch: String
    var otherBranches: Set<String> = []
    var roles: Set<String> = []
    var state = Fixtures.State.valid

    /// The key as a checker is told of it.
    var fixture: Fixtures.Credential {
        Fixtures.Credential(
            tenant: branch,
            kind: kind,
            scopes: [],
            roles: roles.sorted(),
            headers: headers,
            query: kind == "open" ? ["key": text] : nil,
            state: state
        )
    }

    private var headers: [String: String] {
        switch kind {
        case "branch": ["Authorization": "Basic \(Data("\(text):".utf8).base64EncodedString())"]
        case "session": ["Authorization": "Bearer \(text)"]
        case "desk": ["X-Lending-App": text]
        default: [:]
        }
    }
}

extension SampleKey {
    static let catalogue = SampleKey(kind: "open", id: "catalogue", text: "cat-4k2m9x1z", branch: millStreet)
    static let system = SampleKey(kind: "branch", id: "mill", text: "brl-m1llstr33t01", branch: millStreet)
    static let otherSystem = SampleKey(kind: "branch", id: "weir", text: "brl-w31rlan30001", branch: weirLane)
    static let revokedSystem = SampleKey(
        kind: "branch",
        id: "mill-old",
        text: "brl-m1llstr33t00",
        branch: millStreet,
        state: .revoked
    )
    static let desk = SampleKey(kind: "desk", id: "desk-1", text: "desk-one", branch: millStreet)
    static let otherDesk = SampleKey(kind: "desk", id: "desk-2", text: "desk-two", branch: weirLane)
    static let reader = SampleKey(kind: "session", id: "ada", text: "ses-ada", branch: millStreet, roles: ["reader"])
    static let librarian = SampleKey(kind: "session", id: "ben", text: "ses-ben", branch: millStreet, roles: ["librarian"])
    static let otherLibrarian = SampleKey(kind: "session", id: "cleo", text: "ses-cleo", branch: weirLane, roles: ["librarian"])
    /// The session of somebody who works in both branches.
    static let wanderer = SampleKey(
        kind: "session",
        id: "dora",
        text: "ses-dora",
        branch: weirLane,
        otherBranches: [millStreet],
        roles: ["librarian"]
    )
    /// The session of somebody who belongs to the branch, and may do nothing there so far.
    static let newcomer = SampleKey(kind: "session", id: "gus", text: "ses-gus", branch: millStreet)
    /// A second key for the catalogue.
    static let otherCatalogue = SampleKey(kind: "open", id: "catalogue-2", text: "cat-7p3q8r2s", branch: millStreet)
    static let endedSession = SampleKey(
        kind: "session",
        id: "ada-ended",
        text: "ses-ended",
        branch: millStreet,
        roles: ["reader"],
        state: .expired
    )
    /// Keys whose time is over, beside those above: of each kind one that was taken back, and one that has ended.
    private static let over = [
        SampleKey(kind: "session", id: "ben-revoked", text: "ses-taken", branch: millStreet, roles: ["librarian"], state: .revoked),
        SampleKey(kind: "branch", id: "mill-ended", text: "brl-m1llstr33t99", branch: millStreet, state: .expired),
        SampleKey(kind: "open", id: "catalogue-revoked", text: "cat-r3v0k3d1", branch: millStreet, state: .revoked),
        SampleKey(kind: "open", id: "catalogue-ended", text: "cat-3nd3d123", branch: millStreet, state: .expired),
        SampleKey(kind: "desk", id: "desk-revoked", text: "desk-taken", branch: millStreet, state: .revoked),
        SampleKey(kind: "desk", id: "desk-ended", text: "desk-ended", branch: millStreet, state: .expired),
    ]

    static let millStreet = "mill-street"
    static let weirLane = "weir-lane"

    static let all =
        [
            catalogue, system, otherSystem, revokedSystem, desk, otherDesk, reader, librarian, otherLibrarian, wanderer, newcomer,
            otherCatalogue, endedSession,
        ] + over
}

extension InMemoryKeyStore {
    /// Adds a key; what its state says happened to it happened at `instant`.
    func add(_ key: SampleKey, at instant: Timestamp) throws {
        try add(
            key.text,
            id: key.id,
            kind: key.kind,
            scopes: [],
            roles: CallerRoles(byTenant: Dictionary(key.otherBranches.union([key.branch]).map { ($0, key.roles) }) { $1 }),
            user: key.kind == "session" ? key.id : nil,
            tenant: ["open", "desk"].contains(key.kind) ? nil : key.branch,
            otherTenants: key.otherBranches,
            revokedAt: key.state == .revoked ? instant : nil,
            expiresAt: key.state == .expired ? instant : nil
        )
    }
}
