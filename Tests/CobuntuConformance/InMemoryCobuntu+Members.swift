import CharterRuntime
import CharterServer
import CobuntuModels
import CobuntuRoutes
import SampleServers

extension InMemoryCobuntu {
    func listMembers(_ input: ListMembers.Input, caller: Caller) throws -> Page<Member> {
        Page(of: try community(input.tag).members.published().sorted { $0.joinedAt < $1.joinedAt }, input.page)
    }

    func kickMember(_ input: KickMember.Input, caller: Caller) throws -> ModerationResult {
        try change(input.tag) { community in
            guard try community.member(input.userId).role != .owner else { throw KickMember.Failure.memberProtected }
            community.remove(input.userId)
            return ModerationResult(userId: input.userId, action: .kick, reason: input.body.reason, createdAt: Self.now)
        }
    }

    func banMember(_ input: BanMember.Input, caller: Caller) throws -> ModerationResult {
        try change(input.tag) { community in
            guard !community.banned.contains(input.userId) else { throw BanMember.Failure.alreadyBanned }
            guard try community.member(input.userId).role != .owner else { throw BanMember.Failure.memberProtected }
            if let until = input.body.until, until <= Self.now { throw BanMember.Failure.banOver }
            community.remove(input.userId)
            community.banned.insert(input.userId)
            return ModerationResult(
                userId: input.userId,
                action: .ban,
                reason: input.body.reason,
                until: input.body.until,
                createdAt: Self.now
            )
        }
    }

    func acceptRules(_ input: AcceptRules.Input, caller: Caller) throws -> RulesAcceptance {
        let word = input.body
        return try change(input.tag) { community in
            guard !community.banned.contains(word.userId) else { throw AcceptRules.Failure.memberBanned }
            guard community.hasMember(word.userId) else { throw AcceptRules.Failure.memberUnknown }
            guard word.version == community.rulesVersion else { throw AcceptRules.Failure.rulesOutdated }
            if let first = community.acceptances.first(where: { $0.userId == word.userId && $0.version == word.version }) { return first }
            let acceptance = RulesAcceptance(userId: word.userId, version: word.version, acceptedAt: Self.now)
            community.acceptances.append(acceptance)
            return acceptance
        }
    }
}

extension Community {
    /// The member of that name, whether the profile is public or not.
    fileprivate func member(_ userID: UniqueID) throws -> Member {
        try members.first { $0.item.userId == userID }.orRefuse(.notFound).item
    }
}
