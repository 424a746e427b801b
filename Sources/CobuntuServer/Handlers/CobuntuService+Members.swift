import CharterRuntime
import CharterServer
import CobuntuModels
import CobuntuRoutes

extension CobuntuService {
    package func listMembers(_ input: ListMembers.Input, caller: Caller) async throws -> Page<Member> {
        try await storage.community(input.tag).publicMembers(input.page)
    }

    package func kickMember(_ input: KickMember.Input, caller: Caller) async throws -> ModerationResult {
        let clock = clock
        return try await storage.change(input.tag) { community in
            let now = clock.now
            let role = try await community.role(of: input.userId).orRefuse(.notFound)
            guard role != .owner else { throw KickMember.Failure.memberProtected }
            let result = ModerationResult(userId: input.userId, action: .kick, reason: input.body.reason, createdAt: now)
            try await community.endMembership(of: input.userId, at: now)
            // Nobody comes back by an application from before.
            try await community.rejectPendingApplications(of: input.userId, for: input.body.reason, at: now)
            try await community.insert(result)
            return result
        }
    }

    package func banMember(_ input: BanMember.Input, caller: Caller) async throws -> ModerationResult {
        let clock = clock
        return try await storage.change(input.tag) { community in
            let now = clock.now
            guard try await !community.isBanned(input.userId, at: now) else { throw BanMember.Failure.alreadyBanned }
            let role = try await community.role(of: input.userId).orRefuse(.notFound)
            guard role != .owner else { throw BanMember.Failure.memberProtected }
            if let until = input.body.until, until <= now { throw BanMember.Failure.banOver }
            let result = ModerationResult(
                userId: input.userId,
                action: .ban,
                reason: input.body.reason,
                until: input.body.until,
                createdAt: now
            )
            try await community.endMembership(of: input.userId, at: now)
            try await community.insert(result)
            return result
        }
    }

    package func acceptRules(_ input: AcceptRules.Input, caller: Caller) async throws -> RulesAcceptance {
        let (word, clock) = (input.body, clock)
        return try await storage.change(input.tag) { community in
            let now = clock.now
            let version = try await community.rulesVersion().orRefuse(.notFound)
            guard try await !community.isBanned(word.userId, at: now) else { throw AcceptRules.Failure.memberBanned }
            _ = try await community.role(of: word.userId).orRefuse(AcceptRules.Failure.memberUnknown)
            guard word.version == version else { throw AcceptRules.Failure.rulesOutdated.with(detail: "Version \(version) is in force.") }
            if let first = try await community.acceptance(of: version, by: word.userId) { return first }
            let acceptance = RulesAcceptance(userId: word.userId, version: version, acceptedAt: now)
            try await community.insert(acceptance)
            return acceptance
        }
    }
}
