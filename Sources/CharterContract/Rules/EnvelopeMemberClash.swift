import CharterRuntime
import CharterYAML

/// What an envelope has beside a page or a body needs a place of its own.
package struct EnvelopeMemberClash: ContractRule {
    package static let name = "envelope-member-clash"

    package func check(_ contract: Contract) -> [Diagnostic] {
        guard let envelope = contract.conventions.envelope else { return [] }
        let groups = GroupIndex(contract)
        let types = contract.typesByName
        let effective = contract.endpoints.map { ($0, groups.effective($0)) }.filter { $0.1.isBare == nil }
        let paging = Set(effective.filter { types.returnsList($0.0) }.compactMap { $0.1.pagination?.stated?.value })
        let keys = Set(effective.filter { $0.0.takes != nil }.compactMap { $0.1.idempotency?.stated?.value })
        return contract.paginations.filter { paging.contains($0.name.value) }.flatMap { Self.clashes(of: $0, envelope) }
            + contract.conventions.idempotency.filter { keys.contains($0.name.value) }.compactMap { Self.clash(of: $0, envelope) }
    }

    private static func clashes(of paging: Pagination, _ envelope: Located<APIDescription.Envelope>) -> [Diagnostic] {
        let extras = envelope.value.extras.keys.sorted()
        return paging.response.all.compactMap { member in
            extras.first { isOnWay(member.value, $0) }.map { extra in
                diagnostic(
                    "'\(member.value)' of a page and '\(extra)' of the envelope take one place",
                    at: member.span,
                    notes: [Diagnostic.Note("the envelope is here", at: envelope.span)],
                    help: "give one of them another name"
                )
            }
        }
    }

    private static func clash(of convention: IdempotencyConvention, _ envelope: Located<APIDescription.Envelope>) -> Diagnostic? {
        guard case .field(let name) = convention.place.value, name == envelope.value.request else { return nil }
        return diagnostic(
            "'\(name)' holds the body already",
            at: convention.place.span,
            notes: [Diagnostic.Note("the envelope is here", at: envelope.span)],
            help: "give one of them another name"
        )
    }

    /// Whether the paths are equal, or one of them leads through the other.
    private static func isOnWay(_ left: String, _ right: String) -> Bool {
        left == right || left.hasPrefix(right + ".") || right.hasPrefix(left + ".")
    }
}
