import CharterRuntime
import CharterServer
import CobuntuModels
import CobuntuRoutes

/// A request for each failure that an endpoint documents itself, but for those that come of doing the same twice.
struct FailingRequests {
    private let things: SeededThings
    private let elsewhere: Landmarks
    private let now: Timestamp

    /// - Parameter elsewhere: Another community, whose things this one does not have.
    init(_ things: SeededThings, elsewhere: Landmarks, at now: Timestamp) {
        self.things = things
        self.elsewhere = elsewhere
        self.now = now
    }

    /// By endpoint id, then by the code of the failure.
    var all: [String: [String: Fixtures.Provocation]] {
        get throws {
            [
                CobuntuEndpoints.rsvpToEvent.id: try rsvps(),
                CobuntuEndpoints.submitSegmentForm.id: try submissions(),
                CobuntuEndpoints.acceptRules.id: try acceptances(),
                CobuntuEndpoints.kickMember.id: try named([
                    (KickMember.Failure.memberProtected, ["userId": marks.owner.description], KickRequest())
                ]),
                CobuntuEndpoints.banMember.id: try named([
                    (BanMember.Failure.memberProtected, ["userId": marks.owner.description], BanRequest()),
                    (BanMember.Failure.banOver, [:], BanRequest(until: Timestamp(secondsSinceEpoch: now.secondsSinceEpoch - 86_400))),
                ]),
                CobuntuEndpoints.approveApplication.id: try approvals(),
                CobuntuEndpoints.updateSegment.id: try named([
                    (UpdateSegment.Failure.segmentNameTaken, [:], SegmentChange(name: try otherSegment().name))
                ]),
                CobuntuEndpoints.sendBroadcast.id: try broadcasts(),
            ]
        }
    }

    private typealias Failing = (refusal: Refusal, parameters: [String: String], body: any JSONWritable)

    private func named(_ failing: [Failing]) throws -> [String: Fixtures.Provocation] {
        var requests: [String: Fixtures.Provocation] = [:]
        for (refusal, parameters, body) in failing {
            requests[refusal.code] = .init(
                parameters: parameters.isEmpty ? nil : parameters,
                body: try JSONValue(written: body)
            )
        }
        return requests
    }

    private var marks: Landmarks { things.marks }

    private func otherSegment() throws -> Segment {
        try things.segment { $0.formed.segment.id != marks.segment }
    }
}

// MARK: - Endpoints with many failures
extension FailingRequests {
    private func rsvps() throws -> [String: Fixtures.Provocation] {
        typealias Failure = RsvpToEvent.Failure
        let free = try things.tier { $0.tier.admission == .free && $0.tier.capacity == nil }.id
        let cancelled = try things.cancelledEvent()
        func wish(_ tier: UniqueID, _ user: UniqueID? = nil, _ answers: [Answer] = []) -> RSVPCreate {
            RSVPCreate(tierId: tier, userId: user ?? marks.member, answers: answers)
        }
        return try named([
            (Failure.tierFull, [:], wish(try things.fullTier().id)),
            (Failure.eventClosed, ["slug": cancelled.slug], wish(cancelled.tier)),
            (Failure.memberBanned, [:], wish(free, try things.banned().id)),
            (Failure.tierUnknown, [:], wish(cancelled.tier)),
            (Failure.tierNotFree, [:], wish(try things.tier { $0.tier.admission == .paid }.id)),
            (Failure.memberUnknown, [:], wish(free, try things.former().id)),
            (Failure.answersInvalid, [:], wish(marks.tier, nil, [Answer(key: "diet", values: ["stones"])])),
        ])
    }

    private func submissions() throws -> [String: Fixtures.Provocation] {
        typealias Failure = SubmitSegmentForm.Failure
        let answers = [Answer(key: "why", values: ["To keep the lights on."]), Answer(key: "rules", values: ["true"])]
        func submission(_ person: Person? = nil, _ answers: [Answer]) -> ApplicationCreate {
            let guest = Applicant(name: "Rui Campos", email: "rui.campos@example.com")
            return ApplicationCreate(
                applicant: person.map { Applicant(name: $0.name, email: $0.email, userId: $0.id) } ?? guest,
                answers: answers
            )
        }
        let closed = try things.segment { !$0.formed.segment.active }.id.description
        return try named([
            (Failure.segmentInactive, ["id": closed], submission(nil, [])),
            (Failure.alreadyMember, [:], submission(try things.segmentMember(), answers)),
            (Failure.memberBanned, [:], submission(try things.banned(), answers)),
            (Failure.memberUnknown, [:], submission(try things.former(), answers)),
            (Failure.answersInvalid, [:], submission(nil, [Answer(key: "rules", values: ["false"])])),
        ])
    }

    private func acceptances() throws -> [String: Fixtures.Provocation] {
        typealias Failure = AcceptRules.Failure
        func word(_ user: UniqueID, version: Int? = nil) -> RulesAcceptanceCreate {
            RulesAcceptanceCreate(userId: user, version: version ?? marks.rulesVersion)
        }
        return try named([
            (Failure.rulesOutdated, [:], word(marks.member, version: marks.rulesVersion - 1)),
            (Failure.memberBanned, [:], word(try things.banned().id)),
            (Failure.memberUnknown, [:], word(try things.former().id)),
        ])
    }

    private func approvals() throws -> [String: Fixtures.Provocation] {
        let application = try things.application(of: try things.banned()).id.description
        return try named([(ApproveApplication.Failure.memberBanned, ["id": application], ApplicationDecision())])
    }

    private func broadcasts() throws -> [String: Fixtures.Provocation] {
        func broadcast(to segment: UniqueID) -> BroadcastCreate { BroadcastCreate(segmentId: segment, subject: "Nobody", text: "Nobody.") }
        return try named([
            (SendBroadcast.Failure.segmentEmpty, [:], broadcast(to: try things.segment { $0.members.isEmpty }.id)),
            (SendBroadcast.Failure.segmentUnknown, [:], broadcast(to: elsewhere.segment)),
        ])
    }
}
