import CharterClient
import CharterRuntime
import CharterServer
import CobuntuAPIClient
import CobuntuModels
import GRDB
import Testing

@Suite("Members over a socket")
struct MembershipTests {
    @Test("a kicked member is gone with their places, and may apply and come again")
    func kick() async throws {
        try await RunningCobuntu.run { cobuntu in
            let (tag, slug, tier, member) = (cobuntu.tag, try cobuntu.event, try cobuntu.tier, try cobuntu.member)
            let client = try cobuntu.secret("ADMIN")
            let wish = RSVPCreate(
                tierId: tier,
                userId: member,
                guest: Guest(name: "Rui"),
                answers: [Answer(key: "diet", values: ["nothing"])]
            )
            func remaining() async throws -> Int? {
                try await client.listEventTiers(tag: tag, slug: slug).first().items.first { $0.id == tier }?.remaining
            }
            let before = try await remaining()
            _ = try await client.rsvpToEvent(tag: tag, slug: slug, body: wish)
            let result = try await client.kickMember(tag: tag, userId: member, body: KickRequest(reason: "Repeated\u{0}advertising."))
            #expect(result.action == .kick)
            #expect(result.reason == "Repeated\u{0}advertising.")
            #expect(try await remaining() == before)
            #expect(
                await refusal { () throws(ClientError) in try await client.kickMember(tag: tag, userId: member, body: KickRequest()) }
                    == "404 not-found"
            )
            #expect(
                await refusal { () throws(ClientError) in try await client.rsvpToEvent(tag: tag, slug: slug, body: wish) }
                    == "422 member-unknown"
            )
            #expect(try cobuntu.count("SELECT count(*) FROM segment_members WHERE user_id = ?", [member.description]) == 0)

            // Whoever left is known by the address.
            let email = try cobuntu.email(of: member)
            let application = try await cobuntu.apply(as: Applicant(name: "Inês", email: email.uppercased()), with: client)
            let approved = try await client.approveApplication(tag: tag, id: application.id, body: ApplicationDecision())
            #expect(approved.applicant.userId == member)
            _ = try await client.rsvpToEvent(tag: tag, slug: slug, body: wish)
        }
    }

    @Test("what a kicked member had applied for is rejected, however they named themselves", arguments: [true, false])
    func kickedApplicant(namesUser: Bool) async throws {
        try await RunningCobuntu.run { cobuntu in
            let (tag, member, client) = (cobuntu.tag, try cobuntu.member, try cobuntu.secret("ADMIN"))
            let applicant = Applicant(name: "Inês", email: try cobuntu.email(of: member), userId: namesUser ? member : nil)
            let application = try await cobuntu.apply(as: applicant, with: client)
            _ = try await client.kickMember(tag: tag, userId: member, body: KickRequest(reason: "Spam"))
            let outcome = await refusal { () throws(ClientError) in
                try await client.approveApplication(tag: tag, id: application.id, body: ApplicationDecision())
            }
            #expect(outcome == "409 application-decided")
            // They may apply again.
            _ = try await cobuntu.apply(as: Applicant(name: "Inês", email: applicant.email), with: client)
        }
    }

    @Test("a banned member cannot come back before the ban ends, by no way")
    func ban() async throws {
        try await RunningCobuntu.run { cobuntu in
            let (tag, slug, member, client) = (cobuntu.tag, try cobuntu.event, try cobuntu.member, try cobuntu.secret("ADMIN"))
            let email = try cobuntu.email(of: member)
            let waiting = try await cobuntu.apply(as: Applicant(name: "Inês", email: "other@example.com", userId: member), with: client)
            let until = Timestamp(secondsSinceEpoch: Timestamp.now().secondsSinceEpoch + 10 * 86_400)
            let past = BanRequest(until: Timestamp(secondsSinceEpoch: 1_700_000_000))
            #expect(
                await refusal { () throws(ClientError) in try await client.banMember(tag: tag, userId: member, body: past) }
                    == "422 ban-over"
            )
            let result = try await client.banMember(tag: tag, userId: member, body: BanRequest(reason: "Advertising.", until: until))
            #expect(result.until == until)
            #expect(
                await refusal { () throws(ClientError) in try await client.banMember(tag: tag, userId: member, body: BanRequest()) }
                    == "409 already-banned"
            )

            let wish = RSVPCreate(tierId: try cobuntu.tier, userId: member)
            let word = RulesAcceptanceCreate(userId: member, version: 3)
            #expect(
                await refusal { () throws(ClientError) in try await client.rsvpToEvent(tag: tag, slug: slug, body: wish) }
                    == "409 member-banned"
            )
            #expect(await refusal { () throws(ClientError) in try await client.acceptRules(tag: tag, body: word) } == "409 member-banned")
            for applicant in [
                Applicant(name: "Inês", email: "new@example.com", userId: member),
                Applicant(name: "Somebody else", email: email.uppercased()),
            ] {
                #expect(
                    await refusal { () throws(ClientError) in try await cobuntu.apply(as: applicant, with: client) } == "409 member-banned"
                )
            }
            // What was submitted before is no way around either.
            #expect(
                await refusal { () throws(ClientError) in
                    try await client.approveApplication(tag: tag, id: waiting.id, body: ApplicationDecision())
                } == "409 member-banned"
            )
            #expect(try cobuntu.count("SELECT count(*) FROM memberships WHERE user_id = ?", [member.description]) == 0)

            try await cobuntu.advance(bySeconds: 11 * 86_400)
            let approved = try await client.approveApplication(tag: tag, id: waiting.id, body: ApplicationDecision())
            #expect(approved.status == .approved)
            #expect(try cobuntu.count("SELECT count(*) FROM memberships WHERE user_id = ?", [member.description]) == 1)
        }
    }

    @Test("the owner can be neither kicked nor banned")
    func owner() async throws {
        try await RunningCobuntu.run { cobuntu in
            let (tag, client) = (cobuntu.tag, try cobuntu.secret("WRITE_MEMBERS"))
            let owner = try #require(try await cobuntu.publishable().listMembers(tag: tag).first().items.first { $0.role == .owner }).userId
            #expect(
                await refusal { () throws(ClientError) in try await client.kickMember(tag: tag, userId: owner, body: KickRequest()) }
                    == "409 member-protected"
            )
            #expect(
                await refusal { () throws(ClientError) in try await client.banMember(tag: tag, userId: owner, body: BanRequest()) }
                    == "409 member-protected"
            )
        }
    }

    @Test("rules are accepted by version; accepting again answers what the first time did")
    func rules() async throws {
        try await RunningCobuntu.run { cobuntu in
            let (tag, member, client) = (cobuntu.tag, try cobuntu.member, try cobuntu.secret("WRITE_MEMBERS"))
            func accept(_ version: Int, _ user: UniqueID) async throws(ClientError) -> RulesAcceptance {
                try await client.acceptRules(tag: tag, body: RulesAcceptanceCreate(userId: user, version: version))
            }
            #expect(await refusal { () throws(ClientError) in try await accept(2, member) } == "409 rules-outdated")
            #expect(await refusal { () throws(ClientError) in try await accept(4, member) } == "409 rules-outdated")
            #expect(await refusal { () throws(ClientError) in try await accept(3, UniqueID()) } == "422 member-unknown")
            let first = try await accept(3, member)
            try await cobuntu.advance(bySeconds: 60)
            #expect(try await accept(3, member) == first)
        }
    }
}

extension RunningCobuntu {
    fileprivate func email(of user: UniqueID) throws -> String {
        let sql = "SELECT email FROM people WHERE user_id = ?"
        return try #require(try database.read { try String.fetchOne($0, sql: sql, arguments: [user.description]) })
    }

    /// Applies to the segment that the fixtures know.
    func apply(as applicant: Applicant, with client: CobuntuClient<SecretKey>) async throws(ClientError) -> Application {
        let answers = [Answer(key: "why", values: ["To keep\u{0}the lights on."]), Answer(key: "rules", values: ["true"])]
        let segment: UniqueID
        do { segment = try self.segment } catch { throw .unsendable(error) }
        return try await client.submitSegmentForm(tag: tag, id: segment, body: ApplicationCreate(applicant: applicant, answers: answers))
    }
}
