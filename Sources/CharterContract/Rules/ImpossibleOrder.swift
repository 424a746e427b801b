import CharterRuntime
import CharterYAML

/// A check comes behind those whose findings it needs: before them it would know nobody to refuse.
package struct ImpossibleOrder: ContractRule {
    package static let name = "impossible-order"

    typealias Stage = APIDescription.RequestRules.Stage

    package func check(_ contract: Contract) -> [Diagnostic] {
        let order = contract.conventions.checkOrder
        let needs =
            Self.always + Self.needs(ofLimitsIn: contract) + Self.needs(ofConventionsIn: contract) + Self.needs(ofEffectsIn: contract)
        return order.indices.compactMap { index in
            let stage = order[index]
            let later = order[index...].dropFirst()
            let unmet = needs.filter { need in need.stage == stage.value && later.contains { $0.value == need.needed } }
            let missing = later.map(\.value).filter { stage in unmet.contains { $0.needed == stage } }.map { "'\($0.rawValue)'" }
            guard !missing.isEmpty else { return nil }
            let words = missing.inWords(conjunction: "and")
            return Diagnostic(
                .error,
                "'\(stage.value.rawValue)' cannot be checked before \(words)",
                rule: Self.name,
                at: stage.span,
                notes: unmet.compactMap(\.note).reduce(into: []) { notes, note in if !notes.contains(note) { notes.append(note) } },
                help: "put '\(stage.value.rawValue)' behind \(words), whose findings it needs"
            )
        }
    }

    /// That one check needs what another finds out.
    private struct Need {
        let stage: Stage
        let needed: Stage
        /// What in the contract makes it so; nil where it is always so.
        var note: Diagnostic.Note?
    }

    private static let always: [Need] =
        [Stage.kind, .scope, .tenant, .role, .idempotency].map { Need(stage: $0, needed: .credentials) }
        + [Stage.size, .mediaType].map { Need(stage: .body, needed: $0) }

    private static func needs(ofLimitsIn contract: Contract) -> [Need] {
        let ofCallers = contract.credentials.flatMap { [$0.limits] + $0.kinds.map(\.limits) }.flatMap { $0 }
        let tenants = ["tenant", contract.tenancy?.value.name.value]
        return contract.limits.flatMap { limit -> [Need] in
            let stage: Stage = limit.kind.value == .quota ? .quotas : .throttles
            let place = Diagnostic.Note("'\(limit.name.value)' is counted by \(limit.by.value)", at: limit.by.span)
            if tenants.contains(limit.by.value) {
                return [Need(stage: stage, needed: .credentials), Need(stage: stage, needed: .tenant, note: place)]
            }
            if contract.tenancy != nil, let span = limit.subscribedPlace {
                let note = Diagnostic.Note("'\(limit.name.value)' goes by what its tenant subscribes to", at: span)
                return [Need(stage: stage, needed: .credentials), Need(stage: stage, needed: .tenant, note: note)]
            }
            if ["key", "user"].contains(limit.by.value) { return [Need(stage: stage, needed: .credentials, note: place)] }
            return ofCallers.filter { $0.value == limit.name.value }.prefix(1).map { name in
                let note = Diagnostic.Note("'\(name.value)' counts the requests of a credential here", at: name.span)
                return Need(stage: stage, needed: .credentials, note: note)
            }
        }
    }

    /// What is done once, and counted when it is done, is looked up and counted in the transaction that does it: behind all that may refuse it.
    private static func needs(ofEffectsIn contract: Contract) -> [Need] {
        let others = Stage.allCases.filter { $0 != .idempotency && $0 != .quotas }
        let conventions = contract.conventions.idempotency.map(\.name).map { name in
            (
                Stage.idempotency,
                Diagnostic.Note("'\(name.value)' answers calls that come again, once nothing else refuses them", at: name.span)
            )
        }
        let quotas = contract.limits.filter(\.countsEffects).map(\.name).map { name in
            (Stage.quotas, Diagnostic.Note("'\(name.value)' counts what is done, once nothing else refuses it", at: name.span))
        }
        return (conventions + quotas).flatMap { stage, note in others.map { Need(stage: stage, needed: $0, note: note) } }
    }

    private static func needs(ofConventionsIn contract: Contract) -> [Need] {
        var needs: [Need] = []
        if let tenancy = contract.tenancy, !contract.roles.isEmpty {
            let note = Diagnostic.Note("roles are those in one \(tenancy.value.name.value)", at: tenancy.value.name.span)
            needs.append(Need(stage: .role, needed: .tenant, note: note))
        }
        for convention in contract.conventions.idempotency {
            if case .field(let name) = convention.place.value {
                let note = Diagnostic.Note("the key stands in the field '\(name)' of the body", at: convention.place.span)
                needs.append(Need(stage: .idempotency, needed: .body, note: note))
            }
            if convention.scope.value.contains(.tenant) {
                let note = Diagnostic.Note("keys are unique within a tenant", at: convention.scope.span)
                needs.append(Need(stage: .idempotency, needed: .tenant, note: note))
            }
        }
        return needs
    }
}

extension Limit {
    /// Whether it counts what is done, and not every request.
    fileprivate var countsEffects: Bool {
        (counts?.value ?? (kind.value == .quota ? .effects : .requests)) == .effects
    }

    /// Where it is said that the limit goes by plans or bills; nil where it does not.
    fileprivate var subscribedPlace: SourceSpan? {
        (allowByPlan.first?.plan ?? burstByPlan.first?.plan)?.span ?? (window.value == .billingCycle ? window.span : nil)
    }
}
