import CharterRuntime
import Testing

/// One request for each two checks of which one comes right behind the other, with a fault for both: the first one answers.
///
/// No clock and no luck decides it.
@Suite("Each check precedes the next")
struct CheckOrderTests {
    @Test("as the contract orders them", arguments: OrderSubject.documented + OrderSubject.restatements)
    func pairs(_ subject: OrderSubject) async throws {
        #expect(try await OrderProbe(subject: subject, faults: []).outcome().status / 100 == 2)
        var alone: [OrderSubject.Stage: OrderProbe.Outcome] = [:]
        for stage in subject.faults {
            let outcome = try await OrderProbe(subject: subject, faults: [stage]).outcome()
            #expect(stage.codes.contains(outcome.code ?? ""), "\(stage) refuses with \(outcome)")
            #expect(!outcome.isHandled, "the handler ran although \(stage) refuses")
            alone[stage] = outcome
        }
        #expect(!subject.neighbours.isEmpty)
        for (first, second) in subject.neighbours {
            #expect(alone[first] != alone[second], "one could not tell \(first) from \(second)")
            let both = try await OrderProbe(subject: subject, faults: [first, second]).outcome()
            #expect(both == alone[first], "\(first) before \(second)")
        }
    }

    @Test("and before those behind it, if every one of them would refuse", arguments: OrderSubject.documented + OrderSubject.restatements)
    func rest(_ subject: OrderSubject) async throws {
        var faults = subject.faults
        for stage in subject.api.requests.order where subject.faults.contains(stage) {
            let outcome = try await OrderProbe(subject: subject, faults: faults).outcome()
            #expect(stage.codes.contains(outcome.code ?? ""), "\(stage) before \(faults.subtracting([stage])): \(outcome)")
            #expect(!outcome.isHandled)
            faults.remove(stage)
        }
    }

    @Test(
        "none is left out: each can fail at one of an API's endpoints here, or cannot at all for a reason",
        arguments: OrderSubject.impossible.keys.sorted()
    )
    func completeness(_ api: String) throws {
        let subjects = OrderSubject.documented.filter { $0.api.name == api }
        let possible = subjects.reduce(into: Set()) { $0.formUnion($1.faults) }
        let impossible = Set(OrderSubject.impossible[api, default: [:]].keys)
        #expect(possible.isDisjoint(with: impossible))
        #expect(possible.union(impossible) == Set(OrderSubject.Stage.allCases))
        #expect(subjects.allSatisfy { Set($0.api.requests.order) == Set(OrderSubject.Stage.allCases) })
    }

    @Test("the restated orders differ, and have every check once")
    func restatements() {
        let orders = OrderSubject.restatements.map(\.api.requests.order)
        #expect(Set(orders).count == orders.count && orders.count >= 8)
        for order in orders { #expect(order.count == OrderSubject.Stage.allCases.count && Set(order) == Set(OrderSubject.Stage.allCases)) }
        #expect(Set(OrderSubject.documented.map(\.api.name)) == Set(OrderSubject.impossible.keys))
    }
}
