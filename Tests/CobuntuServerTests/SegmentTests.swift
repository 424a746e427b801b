import CharterClient
import CharterRuntime
import CobuntuAPIClient
import CobuntuModels
import GRDB
import Testing

@Suite("Segments and applications over a socket")
struct SegmentTests {
    @Test("public segments are the active ones that anyone may see")
    func list() async throws {
        try await RunningCobuntu.run { cobuntu in
            let segments = try await cobuntu.publishable().listPublicSegments(tag: cobuntu.tag).first().items
            #expect(segments.map(\.name) == ["Cooks", "Founders", "Friends", "Musicians", "Neighbours", "Patrons"])
            #expect(segments.map(\.memberCount) == [9, 0, 70, 12, 18, 24])
        }
    }

    @Test("the form of an unlisted segment is shown to those who may submit it")
    func unlisted() async throws {
        try await RunningCobuntu.run { cobuntu in
            let tag = cobuntu.tag
            let board = try await cobuntu.database.read {
                try String.fetchOne($0, sql: "SELECT id FROM segments WHERE visibility = 'unlisted' AND community = ?", arguments: [tag])
            }
            let id = try #require(board.flatMap { UniqueID($0) })
            let (reader, admin) = (try cobuntu.publishable(), try cobuntu.secret("ADMIN"))
            #expect(await refusal { () throws(ClientError) in try await reader.getSegmentForm(tag: tag, id: id) } == "404 not-found")
            #expect(try await admin.getSegmentForm(tag: tag, id: id).fields.count == 3)
            #expect(try await reader.getSegmentForm(tag: tag, id: cobuntu.segment).fields.map(\.key) == ["why", "rules", "site"])
        }
    }

    @Test("an application is made by a form, waits, and is decided once")
    func apply() async throws {
        try await RunningCobuntu.run { cobuntu in
            let (tag, segment, client) = (cobuntu.tag, try cobuntu.segment, try cobuntu.secret("WRITE_MEMBERS"))
            let reader = try cobuntu.publishable()
            func memberCount() async throws -> Int? {
                try await reader.listPublicSegments(tag: tag).first().items.first { $0.id == segment }?.memberCount
            }
            let rui = Applicant(name: "Rui\u{0}Campos", email: "rui.campos@example.net")
            let application = try await cobuntu.apply(as: rui, with: client)
            #expect(application.status == .pending)
            #expect(application.applicant == rui)
            let again = Applicant(name: "R. Campos", email: "RUI.CAMPOS@example.net")
            #expect(await refusal { () throws(ClientError) in try await cobuntu.apply(as: again, with: client) } == "409 already-applied")

            let before = try #require(await memberCount())
            let decision = ApplicationDecision(message: "Welcome\u{0}aboard!", reason: "Two members vouched.")
            let approved = try await client.approveApplication(tag: tag, id: application.id, body: decision)
            #expect(approved.status == .approved)
            #expect((approved.message, approved.reason) == (decision.message, decision.reason))
            #expect(approved.decidedAt != nil)
            let user = try #require(approved.applicant.userId)
            #expect(try await memberCount() == before + 1)
            #expect(
                await refusal { () throws(ClientError) in
                    try await client.rejectApplication(tag: tag, id: application.id, body: ApplicationDecision())
                } == "409 application-decided"
            )
            #expect(
                await refusal { () throws(ClientError) in
                    try await client.approveApplication(tag: tag, id: application.id, body: ApplicationDecision())
                } == "409 application-decided"
            )
            #expect(await refusal { () throws(ClientError) in try await cobuntu.apply(as: again, with: client) } == "409 already-member")
            // The new member is one: the rules are theirs to accept.
            let word = RulesAcceptanceCreate(userId: user, version: 3)
            #expect(try await client.acceptRules(tag: tag, body: word).userId == user)
        }
    }

    @Test("a rejected person may apply again")
    func reject() async throws {
        try await RunningCobuntu.run { cobuntu in
            let (tag, client) = (cobuntu.tag, try cobuntu.secret("WRITE_MEMBERS"))
            let rejected = try await client.rejectApplication(
                tag: tag,
                id: cobuntu.application,
                body: ApplicationDecision(reason: "Not yet.")
            )
            #expect(rejected.status == .rejected)
            #expect(rejected.reason == "Not yet.")
            let again = try await cobuntu.apply(as: rejected.applicant, with: client)
            #expect(again.id != rejected.id)
        }
    }

    @Test("parallel decisions about one application: one counts")
    func decideAtOnce() async throws {
        try await RunningCobuntu.run { cobuntu in
            let (tag, id, client) = (cobuntu.tag, try cobuntu.application, try cobuntu.secret("WRITE_MEMBERS"))
            let outcomes = await withTaskGroup(of: String?.self) { group in
                for number in 0..<40 {
                    group.addTask {
                        await refusal { () throws(ClientError) in
                            number % 2 == 0
                                ? try await client.approveApplication(tag: tag, id: id, body: ApplicationDecision())
                                : try await client.rejectApplication(tag: tag, id: id, body: ApplicationDecision())
                        }
                    }
                }
                return await group.reduce(into: [String?]()) { $0.append($1) }
            }
            #expect(outcomes.count { $0 == nil } == 1)
            #expect(outcomes.count { $0 == "409 application-decided" } == 39)
        }
    }

    @Test("a person has one pending application to a segment, by whatever they are known as", arguments: [true, false])
    func onePerson(namesUserFirst: Bool) async throws {
        try await RunningCobuntu.run { cobuntu in
            let client = try cobuntu.secret("WRITE_MEMBERS")
            let (user, email) = try await cobuntu.memberOutside()
            let byUser = Applicant(name: "Other", email: "other.address@example.net", userId: user)
            let byAddress = Applicant(name: "Own", email: email.uppercased())
            let order = namesUserFirst ? [byUser, byAddress] : [byAddress, byUser]
            #expect(try await cobuntu.apply(as: order[0], with: client).status == .pending)
            #expect(
                await refusal { () throws(ClientError) in try await cobuntu.apply(as: order[1], with: client) } == "409 already-applied"
            )
            // Nor does somebody who is kicked come back by an application from before.
            _ = try await cobuntu.secret("ADMIN").kickMember(tag: cobuntu.tag, userId: user, body: KickRequest(reason: "Shouted."))
            let pending = "SELECT count(*) FROM applications WHERE community = ? AND status = 'pending' AND (user_id = ? OR email = ?)"
            let left = try cobuntu.count(pending, [cobuntu.tag, user.description, email])
            #expect(left == 0)
            let reasons = try cobuntu.count("SELECT count(*) FROM applications WHERE status = 'rejected' AND reason = 'Shouted.'")
            #expect(reasons == 1)
        }
    }

    @Test("what refers to a segment's applications finds them by an index")
    func index() async throws {
        try await RunningCobuntu.run { cobuntu in
            let plan = try await cobuntu.database.read { database in
                try Row.fetchAll(
                    database,
                    sql: "EXPLAIN QUERY PLAN SELECT 1 FROM applications WHERE community = 'a' AND segment_id = 'b'"
                ).map { $0["detail"] as String }
            }
            #expect(plan.count == 1)
            #expect(plan[0].contains("applications_of_segment (community=? AND segment_id=?)"), "\(plan)")
        }
    }

    @Test("an application is refused for what its failures say")
    func refusals() async throws {
        try await RunningCobuntu.run { cobuntu in
            let (tag, client, admin) = (cobuntu.tag, try cobuntu.secret("WRITE_MEMBERS"), try cobuntu.secret("ADMIN"))
            let segment = try cobuntu.segment
            let stranger = Applicant(name: "Nobody", email: "nobody@example.net", userId: UniqueID())
            #expect(await refusal { () throws(ClientError) in try await cobuntu.apply(as: stranger, with: client) } == "422 member-unknown")
            let somebody = Applicant(name: "Nobody", email: "nobody@example.net")
            for answers in [[], [Answer(key: "why", values: ["I like it."])], [Answer(key: "colour", values: ["blue"])]] {
                let body = ApplicationCreate(applicant: somebody, answers: answers)
                #expect(
                    await refusal { () throws(ClientError) in try await client.submitSegmentForm(tag: tag, id: segment, body: body) }
                        == "422 answers-invalid"
                )
            }
            _ = try await admin.updateSegment(tag: tag, id: segment, body: SegmentChange(active: false))
            #expect(
                await refusal { () throws(ClientError) in try await cobuntu.apply(as: somebody, with: client) } == "409 segment-inactive"
            )
        }
    }

    @Test("a change touches what is given, and a name belongs to one segment")
    func update() async throws {
        try await RunningCobuntu.run { cobuntu in
            let (tag, id, client) = (cobuntu.tag, try cobuntu.segment, try cobuntu.secret("ADMIN"))
            let before = try #require(try await client.listPublicSegments(tag: tag).first().items.first { $0.id == id })
            let unchanged = try await client.updateSegment(tag: tag, id: id, body: SegmentChange(name: before.name))
            #expect(unchanged == before)
            let renamed = try await client.updateSegment(tag: tag, id: id, body: SegmentChange(name: "Spon\u{0}sors"))
            var expected = before
            expected.name = "Spon\u{0}sors"
            expected.updatedAt = renamed.updatedAt
            #expect(renamed == expected)
            #expect(renamed.updatedAt > before.updatedAt)
            let pricing = Pricing(price: Money(amount: 90, currency: "CHF"), interval: .year, trialDays: 0)
            #expect(try await client.updateSegment(tag: tag, id: id, body: SegmentChange(pricing: pricing)).pricing == pricing)
            let taken = SegmentChange(name: "Friends", active: false)
            #expect(
                await refusal { () throws(ClientError) in try await client.updateSegment(tag: tag, id: id, body: taken) }
                    == "409 segment-name-taken"
            )
            #expect(try await client.listPublicSegments(tag: tag).first().items.contains { $0.id == id })
        }
    }
}

extension RunningCobuntu {
    /// A member who is not in the segment that the fixtures know, nor has applied to it.
    fileprivate func memberOutside() async throws -> (UniqueID, email: String) {
        let (tag, segment) = (tag, try segment.description)
        let found = try await database.read { database -> [String]? in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT user_id, email FROM memberships JOIN people USING (community, user_id) WHERE community = ?1 AND role = 'member'
                    AND user_id NOT IN (SELECT user_id FROM segment_members WHERE community = ?1 AND segment_id = ?2)
                    AND email NOT IN (SELECT email FROM applications WHERE community = ?1)
                    AND user_id NOT IN (SELECT user_id FROM applications WHERE community = ?1 AND user_id IS NOT NULL)
                    AND user_id NOT IN (SELECT user_id FROM moderations WHERE community = ?1) ORDER BY user_id
                    """,
                arguments: [tag, segment]
            )
            return row.map { [$0[0], $0[1]] }
        }
        let columns = try #require(found)
        return (try #require(UniqueID(columns[0])), columns[1])
    }
}
