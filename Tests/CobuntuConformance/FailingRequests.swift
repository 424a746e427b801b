import CharterRuntime
import CobuntuModels
import CobuntuRoutes
import SampleServers

/// Requests that a sample community refuses as its endpoints document, but for those that do the same twice.
struct FailingRequests {
    private let marks: Landmarks
    private let elsewhere: Landmarks
    private let community: Community

    init(_ marks: Landmarks, elsewhere: Landmarks) {
        self.marks = marks
        self.elsewhere = elsewhere
        community = .sample(marks)
    }

    /// By endpoint id, then by the code of the failure.
    var all: [String: [String: Fixtures.Provocation]] {
        let protected = ["member-protected": request(KickRequest(), ["userId": marks.owner.description])]
        return [
            "rsvpToEvent": rsvps,
            "submitSegmentForm": submissions,
            "acceptRules": [
                "rules-outdated": request(RulesAcceptanceCreate(userId: marks.member, version: community.rulesVersion - 1)),
                "member-banned": request(RulesAcceptanceCreate(userId: marks.banned, version: community.rulesVersion)),
                "member-unknown": request(RulesAcceptanceCreate(userId: elsewhere.member, version: community.rulesVersion)),
            ],
            "kickMember": protected,
            "banMember": protected.merging(["ban-over": request(BanRequest(until: Timestamp(sample: "2026-09-30T16:19:59Z")))]) { $1 },
            "approveApplication": ["member-banned": request(ApplicationDecision(), ["id": marks.bannedApplication.description])],
            "updateSegment": ["segment-name-taken": request(SegmentChange(name: "Friends"))],
            "sendBroadcast": [
                "segment-empty": request(BroadcastCreate(segmentId: marks.emptySegment, subject: "Nobody", text: "Nobody.")),
                "segment-unknown": request(BroadcastCreate(segmentId: elsewhere.segment, subject: "Nobody", text: "Nobody.")),
            ],
        ]
    }

    /// An RSVP that the community takes, with answers that may be left out.
    var goodWish: RSVPCreate {
        RSVPCreate(tierId: tier("Standing"), userId: marks.member, answers: [Answer(key: "note", values: ["I bring a cake."])])
    }

    private func request(_ body: some JSONWritable, _ parameters: [String: String]? = nil) -> Fixtures.Provocation {
        Fixtures.Provocation(parameters: parameters, body: JSONValue(sample: body))
    }

    private var rsvps: [String: Fixtures.Provocation] {
        func wish(_ name: String, _ user: UniqueID? = nil, answers: [Answer] = [], at event: String? = nil) -> Fixtures.Provocation {
            request(
                RSVPCreate(tierId: tier(name), userId: user ?? marks.member, answers: answers),
                event.map { ["slug": $0] }
            )
        }
        return [
            "tier-full": wish("Helpers"),
            "event-closed": wish("Visitors", at: "open-studio"),
            "member-banned": wish("Standing", marks.banned),
            "tier-unknown": wish("Visitors"),
            "tier-not-free": wish("Dinner"),
            "member-unknown": wish("Standing", elsewhere.member),
            "answers-invalid": wish("Friends", answers: [Answer(key: "diet", values: ["stones"])]),
        ]
    }

    private var submissions: [String: Fixtures.Provocation] {
        let answers = [Answer(key: "why", values: ["To keep the lights on."]), Answer(key: "rules", values: ["true"])]
        func submission(_ applicant: Applicant, _ answers: [Answer], to segment: String? = nil) -> Fixtures.Provocation {
            request(ApplicationCreate(applicant: applicant, answers: answers), segment.map { ["id": $0] })
        }
        let guest = Applicant(name: "Rui Campos", email: "rui.campos@example.com")
        func person(_ id: UniqueID) -> Applicant { Applicant(name: guest.name, email: guest.email, userId: id) }
        return [
            "segment-inactive": submission(guest, answers, to: segment { !$0.segment.active }.segment.id.description),
            "already-member": submission(segment { $0.segment.id == marks.segment }.people[0], answers),
            "member-banned": submission(person(marks.banned), answers),
            "member-unknown": submission(person(elsewhere.member), answers),
            "answers-invalid": submission(guest, [Answer(key: "rules", values: ["false"])]),
        ]
    }

    private func tier(_ name: String) -> UniqueID {
        guard let record = community.tiers.first(where: { $0.tier.name == name }) else { preconditionFailure("there is no tier \(name)") }
        return record.tier.id
    }

    private func segment(where isFit: (SegmentRecord) -> Bool) -> SegmentRecord {
        guard let record = community.segments.first(where: isFit) else { preconditionFailure("there is no such segment") }
        return record
    }
}
