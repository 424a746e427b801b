import CobuntuModels

/// A segment, with its form and everyone in it.
struct SegmentRecord: Sendable {
    private var stored: Segment
    var form: Form
    var people: [Applicant]

    /// Creates a record; the number of members is that of `people`, whatever `segment` says.
    init(_ segment: Segment, form: Form, people: [Applicant]) {
        stored = segment
        self.form = form
        self.people = people
    }

    /// The segment as it is now.
    var segment: Segment {
        get {
            var segment = stored
            segment.memberCount = people.count
            return segment
        }
        set { stored = newValue }
    }
}
