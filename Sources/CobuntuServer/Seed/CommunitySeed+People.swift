import CharterRuntime
import CharterService
import CobuntuModels

extension CommunitySeed {
    /// A hundred and twenty people, most of them members with a public profile.
    mutating func addPeople() {
        add(marks.owner, "Joana Pires", .owner, joined: -1_400, isPublic: true)
        add(marks.member, "Inês Duarte", .member, joined: -560, isPublic: true)
        let names = Self.firstNames.flatMap { first in Self.lastNames.map { "\(first) \($0)" } }
        for (index, name) in names.shuffled(using: &random).prefix(118).enumerated() {
            let role: Member.Role = index < 2 ? .admin : index < 6 ? .moderator : .member
            add(newID(), name, role, joined: -random.number(1...1_300), isPublic: index % 6 != 5, hasLeft: index % 24 == 23)
        }
    }

    private mutating func add(
        _ id: UniqueID,
        _ name: String,
        _ role: Member.Role,
        joined days: Int,
        isPublic: Bool,
        hasLeft: Bool = false
    ) {
        let mailbox = name.lowercased().folded.replacing(" ", with: ".")
        let person = Person(id: id, name: name, email: "\(mailbox)@example.com")
        let member = Member(
            userId: id,
            name: name,
            headline: random.pick(Self.headlines),
            bio: random.number(0...2) == 0 ? nil : "I live near the water and came for the suppers.",
            avatarUrl: random.number(0...3) == 0 ? nil : picture("people/\(mailbox)"),
            links: random.number(0...1) == 0 ? [] : ["https://\(mailbox).example.com"],
            role: role,
            joinedAt: instant(inDays: days, at: random.number(7...21), minute: random.number(0...59))
        )
        community.people.append(.init(person, member: hasLeft ? nil : member, isPublic: isPublic))
    }

    /// Of those who are no members any more, one is banned for good, and another one could come back: the ban is over.
    mutating func addBans() {
        let former = community.people.filter { $0.member == nil }.map(\.person.id)
        for (user, days) in zip(former, [nil, -30]) {
            community.bans.append(
                ModerationResult(
                    userId: user,
                    action: .ban,
                    reason: "Repeated advertising.",
                    until: days.map { instant(inDays: $0) },
                    createdAt: instant(inDays: -90, at: random.number(8...20))
                )
            )
        }
    }

    /// Everyone who has been a member for a while accepted the rules.
    mutating func addAcceptances() {
        let members = community.people.compactMap(\.member).filter { $0.userId != marks.member && $0.joinedAt < instant(inDays: -90) }
        for member in members {
            for version in max(1, marks.rulesVersion - 1)...marks.rulesVersion where random.number(0...9) > 1 {
                let acceptedAt = instant(inDays: -60 * (marks.rulesVersion - version + 1), at: random.number(7...22))
                community.acceptances.append(RulesAcceptance(userId: member.userId, version: version, acceptedAt: acceptedAt))
            }
        }
    }

    private static let firstNames = [
        "Ana", "Bruno", "Carla", "Duarte", "Elsa", "Filipe", "Graça", "Hugo", "Irene", "João", "Lídia", "Marta", "Nuno", "Olga", "Pedro",
        "Rui",
    ]
    private static let lastNames = ["Brito", "Costa", "Esteves", "Faria", "Lopes", "Melo", "Nunes", "Reis", "Simões", "Vale"]
    private static let headlines = [
        "Architect and cook", "Teaches at the music school", "Repairs bicycles", "Writes about cities", "Grows tomatoes on a roof",
        "Translates novels", "Runs the print shop", "Sails on Sundays",
    ]
}

extension String {
    /// The text without the accents that its names have.
    fileprivate var folded: String {
        var text = self
        for (letter, plain) in zip("áàâãçéêíóôõúñ", "aaaaceeiooouun") { text = text.replacing(String(letter), with: String(plain)) }
        return text
    }
}
