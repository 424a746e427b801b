import CharterRuntime
import CharterService
import CobuntuModels

extension CommunitySeed {
    /// Eight segments: listed and unlisted, open and closed, with and without forms; and two dozen applications, of which some wait.
    mutating func addSegments() {
        add(marks.segment, "Patrons", price: 1_500, form: Self.joiningForm, memberCount: 24)
        add(newID(), "Friends", price: 0, form: Self.silentForm, memberCount: 70)
        add(newID(), "Neighbours", price: 500, form: Self.silentForm, memberCount: 18)
        add(newID(), "Cooks", price: 0, form: Self.joiningForm, memberCount: 9)
        add(newID(), "Founders", price: 5_000, form: Self.joiningForm, memberCount: 0)
        add(newID(), "Musicians", price: 800, form: Self.silentForm, memberCount: 12)
        add(newID(), "Board", price: 0, form: Self.joiningForm, memberCount: 5, visibility: .unlisted)
        add(newID(), "Class of 2024", price: 0, form: Self.silentForm, memberCount: 30, isActive: false)
        addApplications()
    }

    private mutating func add(
        _ id: UniqueID,
        _ name: String,
        price: Int,
        form: Form,
        memberCount: Int,
        visibility: Segment.Visibility = .listed,
        isActive: Bool = true
    ) {
        let segment = Segment(
            id: id,
            name: name,
            description: "For those who keep the lights on.",
            pricing: Pricing(
                price: Money(amount: price, currency: "EUR"),
                interval: price > 2_000 ? .year : .month,
                trialDays: price == 0 ? 0 : 14
            ),
            active: isActive,
            visibility: visibility,
            memberCount: memberCount,
            updatedAt: instant(inDays: -random.number(20...300), at: 9)
        )
        community.segments.append(.init(FormedSegment(segment, form: form), members: someMembers(memberCount)))
    }

    private mutating func addApplications() {
        addApplication(marks.application, of: "Marta Nogueira", daysAgo: 3, status: .pending)
        // Whoever is banned may have applied before.
        for ban in community.bans where ban.until == nil {
            for known in community.people where known.person.id == ban.userId {
                addApplication(newID(), of: known.person.name, known.person.email, known.person.id, daysAgo: 100, status: .pending)
            }
        }
        for number in 1...24 {
            let status: Application.Status = number % 3 == 0 ? .pending : number % 3 == 1 ? .approved : .rejected
            addApplication(newID(), of: "Guest \(number)", daysAgo: number * 5, status: status)
        }
    }

    private mutating func addApplication(
        _ id: UniqueID,
        of name: String,
        _ email: String? = nil,
        _ user: UniqueID? = nil,
        daysAgo days: Int,
        status: Application.Status
    ) {
        let mailbox = name.lowercased().replacing(" ", with: ".")
        community.applications.append(
            Application(
                id: id,
                segmentId: marks.segment,
                applicant: Applicant(name: name, email: email ?? "\(mailbox)@example.org", userId: user),
                answers: [Answer(key: "why", values: ["I like the river."]), Answer(key: "rules", values: ["true"])],
                status: status,
                message: status == .approved ? "Welcome aboard!" : nil,
                reason: status == .rejected ? "Nobody vouched." : nil,
                createdAt: instant(inDays: -days, at: 13, minute: 37),
                decidedAt: status == .pending ? nil : instant(inDays: 1 - days, at: 9, minute: 15)
            )
        )
    }

    private static let silentForm = Form(title: "Nothing to ask", fields: [])
    private static let joiningForm = Form(
        title: "Before you join",
        introduction: "It takes two minutes.",
        fields: [
            FormField(key: "why", label: "Why do you want to join?", kind: .paragraph, required: true, maxLength: 500),
            FormField(key: "rules", label: "I keep the rules.", kind: .consent, required: true),
            FormField(key: "site", label: "Where do we find you on the web?", kind: .link, required: false),
        ]
    )
}
