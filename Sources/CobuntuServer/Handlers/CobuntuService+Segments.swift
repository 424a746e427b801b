import CharterRuntime
import CharterServer
import CobuntuModels
import CobuntuRoutes

extension CobuntuService {
    package func listPublicSegments(_ input: ListPublicSegments.Input, caller: Caller) async throws -> Page<Segment> {
        try await storage.community(input.tag).publicSegments(input.page)
    }

    package func getSegmentForm(_ input: GetSegmentForm.Input, caller: Caller) async throws -> Form {
        let found = try await storage.community(input.tag).segment(input.id).orRefuse(.notFound)
        // Of what everybody may see, an unlisted segment is no part. Whoever may submit its form for somebody may read it.
        let mayKnow = found.segment.visibility == .listed || APIDescription.cobuntu.scopes(caller.scopes, satisfy: "WRITE_MEMBERS")
        guard mayKnow else { throw Refusal.notFound }
        return found.form
    }

    package func updateSegment(_ input: UpdateSegment.Input, caller: Caller) async throws -> Segment {
        let clock = clock
        return try await storage.change(input.tag) { community in
            let before = try await community.segment(input.id).orRefuse(.notFound).segment
            var segment = before
            segment.name = input.body.name ?? before.name
            segment.pricing = input.body.pricing ?? before.pricing
            segment.active = input.body.active ?? before.active
            guard segment != before else { return before }
            segment.updatedAt = clock.now
            guard try await community.update(segment) else { throw UpdateSegment.Failure.segmentNameTaken }
            return segment
        }
    }
}
