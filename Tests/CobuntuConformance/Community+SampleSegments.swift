import CharterRuntime
import CobuntuModels
import SampleServers

extension Community {
    static func sampleSegments(_ marks: Landmarks, _ ids: inout SerialIDs) -> [SegmentRecord] {
        let asking = Form(
            title: "Before you join",
            introduction: "It takes two minutes.",
            fields: [
                FormField(key: "why", label: "Why do you want to join?", kind: .paragraph, required: true, maxLength: 500),
                FormField(key: "rules", label: "I keep the rules.", kind: .consent, required: true),
            ]
        )
        let silent = Form(title: "Nothing to ask", fields: [])
        let people = ["Ana", "Beto", "Cris"].map { Applicant(name: $0, email: "\($0.lowercased())@\(marks.tag).example.com") }
        return [
            SegmentRecord(segment(marks.segment, "Patrons"), form: asking, people: people),
            SegmentRecord(segment(marks.emptySegment, "Founders"), form: asking, people: []),
            SegmentRecord(segment(ids.next(), "Friends"), form: silent, people: people),
            SegmentRecord(segment(ids.next(), "Neighbours"), form: silent, people: people),
            SegmentRecord(segment(ids.next(), "Cooks"), form: silent, people: people),
            SegmentRecord(segment(ids.next(), "Board", visibility: .unlisted), form: silent, people: people),
            SegmentRecord(segment(ids.next(), "Class of 2024", active: false), form: silent, people: people),
        ]
    }

    private static func segment(
        _ id: UniqueID,
        _ name: String,
        active: Bool = true,
        visibility: Segment.Visibility = .listed
    ) -> Segment {
        Segment(
            id: id,
            name: name,
            pricing: Pricing(price: Money(amount: 1500, currency: "EUR"), interval: .month, trialDays: 14),
            active: active,
            visibility: visibility,
            memberCount: 0,
            updatedAt: Timestamp(sample: "2026-06-18T09:00:00Z")
        )
    }
}
