import CharterRuntime
import CharterServer
import CobuntuModels
import CobuntuRoutes

extension CobuntuService {
    package func submitSegmentForm(_ input: SubmitSegmentForm.Input, caller: Caller) async throws -> Application {
        let (submission, clock) = (input.body, clock)
        return try await storage.change(input.tag) { community in
            let now = clock.now
            let target = try await community.segment(input.id).orRefuse(.notFound)
            try await community.check(submission, to: target, at: now)
            let application = Application(
                id: UniqueID(),
                segmentId: input.id,
                applicant: submission.applicant,
                answers: submission.answers,
                status: .pending,
                createdAt: now
            )
            try await community.insert(application)
            return application
        }
    }

    package func approveApplication(_ input: ApproveApplication.Input, caller: Caller) async throws -> Application {
        let clock = clock
        return try await storage.change(input.tag) { community in
            let now = clock.now
            var application = try await community.application(input.id).orRefuse(.notFound)
            guard application.status == .pending else { throw ApproveApplication.Failure.applicationDecided }
            let known = try await community.person(behind: application.applicant)
            if let known, try await community.isBanned(known.id, at: now) { throw ApproveApplication.Failure.memberBanned }
            let person = known ?? Person(id: UniqueID(), name: application.applicant.name, email: application.applicant.email)
            if known == nil { try await community.insert(person) }
            if try await community.role(of: person.id) == nil { try await community.admit(person.id, at: now) }
            try await community.join(application.segmentId, person.id, at: now)
            application.applicant.userId = person.id
            application.decide(.approved, input.body, at: now)
            try await community.decide(application)
            return application
        }
    }

    package func rejectApplication(_ input: RejectApplication.Input, caller: Caller) async throws -> Application {
        let clock = clock
        return try await storage.change(input.tag) { community in
            var application = try await community.application(input.id).orRefuse(.notFound)
            guard application.status == .pending else { throw RejectApplication.Failure.applicationDecided }
            application.decide(.rejected, input.body, at: clock.now)
            try await community.decide(application)
            return application
        }
    }
}

extension CommunityChanging {
    /// Throws the first of the documented failures that keeps somebody from applying.
    fileprivate func check(_ submission: ApplicationCreate, to target: FormedSegment, at now: Timestamp) async throws {
        typealias Failure = SubmitSegmentForm.Failure
        let (applicant, segment) = (submission.applicant, target.segment)
        guard segment.active else { throw Failure.segmentInactive }
        let person = try await person(behind: applicant)
        if let person, try await isBanned(person.id, at: now) { throw Failure.memberBanned }
        if let user = applicant.userId { _ = try await role(of: user).orRefuse(Failure.memberUnknown) }
        if let person, try await isInSegment(segment.id, person.id) { throw Failure.alreadyMember }
        guard try await !hasPendingApplication(to: segment.id, of: applicant, knownAs: person) else { throw Failure.alreadyApplied }
        try target.form.check(submission.answers, orRefuse: Failure.answersInvalid)
    }

    /// Whom the community knows an applicant as: by the identifier, or else by the address; who was shut out does not come back by leaving the former out.
    fileprivate func person(behind applicant: Applicant) async throws -> Person? {
        guard let user = applicant.userId else { return try await person(reachedAt: applicant.email) }
        return try await person(user)
    }
}

extension Application {
    /// Notes a decision.
    fileprivate mutating func decide(_ status: Status, _ decision: ApplicationDecision, at now: Timestamp) {
        self.status = status
        message = decision.message
        reason = decision.reason
        decidedAt = now
    }
}
