import CharterRuntime
import CobuntuModels
import SampleServers

extension Community {
    /// A community with several of everything, some of it kept back, and none of it in the order in which lists show it.
    static func sample(_ marks: Landmarks) -> Community {
        var ids = SerialIDs(series: marks.series)
        return Community(
            rulesVersion: 3,
            events: sampleEvents(marks),
            tiers: sampleTiers(marks, &ids),
            articles: sampleArticles(marks),
            products: sampleProducts(marks),
            members: sampleMembers(marks, &ids),
            banned: [marks.banned],
            hotspots: sampleHotspots(marks, &ids),
            categories: sampleCategories(marks),
            segments: sampleSegments(marks, &ids),
            applications: [
                application(marks.application, to: marks, by: Applicant(name: "Marta Reis", email: "marta@example.com")),
                application(
                    marks.bannedApplication,
                    to: marks,
                    by: Applicant(name: "Gil Rocha", email: "gil@example.com", userId: marks.banned)
                ),
            ]
        )
    }

    private static func application(_ id: UniqueID, to marks: Landmarks, by applicant: Applicant) -> Application {
        Application(
            id: id,
            segmentId: marks.segment,
            applicant: applicant,
            answers: [Answer(key: "why", values: ["I like the river."]), Answer(key: "rules", values: ["true"])],
            status: .pending,
            createdAt: Timestamp(sample: "2026-07-01T13:37:00Z")
        )
    }

    private static func sampleMembers(_ marks: Landmarks, _ ids: inout SerialIDs) -> [Entry<Member>] {
        let known = [
            (marks.member, "Inês Duarte", Member.Role.member, "2025-03-14T10:05:44Z", true),
            (marks.owner, "Joana Pires", .owner, "2024-01-02T09:00:00Z", true),
        ]
        let others = [
            (ids.next(), "Carla Nunes", Member.Role.admin, "2024-02-11T18:20:00Z", true),
            (ids.next(), "Bruno Melo", .moderator, "2025-06-30T07:45:00Z", true),
            (ids.next(), "Duarte Faria", .member, "2024-11-05T12:00:00Z", true),
            (ids.next(), "Elsa Brito", .member, "2026-01-20T21:10:30Z", true),
            (ids.next(), "Filipe Costa", .member, "2025-09-09T09:09:09Z", false),
        ]
        return (known + others).map { id, name, role, joinedAt, isPublic in
            let member = Member(userId: id, name: name, links: [], role: role, joinedAt: Timestamp(sample: joinedAt))
            return Entry(item: member, isPublic: isPublic)
        }
    }
}
