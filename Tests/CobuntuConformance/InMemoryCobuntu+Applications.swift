import CharterRuntime
import CharterServer
import CobuntuModels
import CobuntuRoutes
import SampleServers

extension InMemoryCobuntu {
    func submitSegmentForm(_ input: SubmitSegmentForm.Input, caller: Caller) throws -> Application {
        let submission = input.body
        return try change(input.tag) { community in
            let record = community.segments[try community.segmentIndex(input.id)]
            try community.checkSubmission(submission, to: record)
            let application = Application(
                id: newID(),
                segmentId: input.id,
                applicant: submission.applicant,
                answers: submission.answers,
                status: .pending,
                createdAt: Self.now
            )
            community.applications.append(application)
            return application
        }
    }

    func approveApplication(_ input: ApproveApplication.Input, caller: Caller) throws -> Application {
        try change(input.tag) { community in
            let pending = try community.pendingApplication(input.id, orRefuse: ApproveApplication.Failure.applicationDecided)
            let applicant = community.applications[pending].applicant
            guard !community.isBanned(applicant) else { throw ApproveApplication.Failure.memberBanned }
            community.segments[try community.segmentIndex(community.applications[pending].segmentId)].people.append(applicant)
            return community.applications[pending].decide(.approved, input.body)
        }
    }

    func rejectApplication(_ input: RejectApplication.Input, caller: Caller) throws -> Application {
        try change(input.tag) { community in
            let pending = try community.pendingApplication(input.id, orRefuse: RejectApplication.Failure.applicationDecided)
            return community.applications[pending].decide(.rejected, input.body)
        }
    }
}

extension Community {
    /// Throws the first of the documented failures that keeps somebody from applying.
    fileprivate func checkSubmission(_ submission: ApplicationCreate, to record: SegmentRecord) throws {
        typealias Failure = SubmitSegmentForm.Failure
        let applicant = submission.applicant
        let pending = applications.filter { $0.segmentId == record.segment.id && $0.status == .pending }
        guard record.segment.active else { throw Failure.segmentInactive }
        guard !isBanned(applicant) else { throw Failure.memberBanned }
        guard applicant.userId.map(hasMember) ?? true else { throw Failure.memberUnknown }
        guard !record.people.contains(where: applicant.isSamePerson) else { throw Failure.alreadyMember }
        guard !pending.contains(where: { applicant.isSamePerson(as: $0.applicant) }) else { throw Failure.alreadyApplied }
        guard record.form.fits(submission.answers) else { throw Failure.answersInvalid }
    }

    fileprivate func isBanned(_ applicant: Applicant) -> Bool {
        applicant.userId.map(banned.contains) ?? false
    }

    /// The place in the list of an application that nobody has decided.
    ///
    /// - Throws: `refusal` if somebody has.
    fileprivate func pendingApplication(_ id: UniqueID, orRefuse refusal: Refusal) throws -> Int {
        let index = try applications.firstIndex { $0.id == id }.orRefuse(.notFound)
        guard applications[index].status == .pending else { throw refusal }
        return index
    }
}

extension Application {
    /// Notes a decision and returns the application with it.
    fileprivate mutating func decide(_ status: Status, _ decision: ApplicationDecision) -> Application {
        self.status = status
        message = decision.message
        reason = decision.reason
        decidedAt = InMemoryCobuntu.now
        return self
    }
}
