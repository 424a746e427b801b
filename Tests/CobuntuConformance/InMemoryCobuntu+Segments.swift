import CharterRuntime
import CharterServer
import CobuntuModels
import CobuntuRoutes
import SampleServers

extension InMemoryCobuntu {
    func listPublicSegments(_ input: ListPublicSegments.Input, caller: Caller) throws -> Page<Segment> {
        let segments = try community(input.tag).segments.map(\.segment)
        return Page(of: segments.filter { $0.active && $0.visibility == .listed }, input.page)
    }

    func getSegmentForm(_ input: GetSegmentForm.Input, caller: Caller) throws -> Form {
        let community = try community(input.tag)
        return community.segments[try community.segmentIndex(input.id)].form
    }

    func updateSegment(_ input: UpdateSegment.Input, caller: Caller) throws -> Segment {
        try change(input.tag) { community in
            let index = try community.segmentIndex(input.id)
            if let name = input.body.name {
                let others = community.segments.map(\.segment).filter { $0.id != input.id }
                guard !others.contains(where: { $0.name == name }) else { throw UpdateSegment.Failure.segmentNameTaken }
                community.segments[index].segment.name = name
            }
            if let pricing = input.body.pricing { community.segments[index].segment.pricing = pricing }
            if let active = input.body.active { community.segments[index].segment.active = active }
            community.segments[index].segment.updatedAt = Self.now
            return community.segments[index].segment
        }
    }
}

extension Community {
    /// The place of a segment in the list.
    ///
    /// - Throws: `refusal` if there is none.
    func segmentIndex(_ id: UniqueID, orRefuse refusal: Refusal = .notFound) throws -> Int {
        try segments.firstIndex { $0.segment.id == id }.orRefuse(refusal)
    }
}
