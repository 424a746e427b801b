import CharterRuntime

/// Where an API lists its error statuses, every failure has one of them.
package struct StatusNotDocumented: ContractRule {
    package static let name = "status-not-documented"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let errors = contract.errors.value
        guard let closed = errors.closed else { return [] }
        let known = closed.value.map(String.init)
        let note = Diagnostic.Note("the only ones are listed here", at: closed.span)
        let forbidden = (contract.headers + contract.statedDefaults.flatMap(\.headers)).compactMap(\.forbidden)
        let answers = contract.parameters.flatMap { [$0.missingAnswer, $0.invalidAnswer].compactMap(\.self) } + forbidden
        let own = answers.compactMap { answer in answer.value.status.map { status in answer.map { _ in status } } }
        let stated = contract.endpoints.flatMap(\.fails).map(\.status) + errors.statuses + own
        let unknown = stated.filter { !closed.value.contains($0.value) }.map { status in
            Diagnostic(
                .error,
                "the API has no errors of status \(status.value)",
                rule: Self.name,
                at: status.span,
                notes: [note],
                help: "use one of \(known.inWords(conjunction: "and")), or add it to 'closed:'"
            )
        }
        let derived = contract.usualFaults.filter { !closed.value.contains(errors.format.status(of: $0)) }.map { code in
            Diagnostic(
                .error,
                "'\(code.rawValue)' is answered with \(errors.format.status(of: code)), which is not among them",
                rule: Self.name,
                at: closed.span,
                help: mend(code, errors.format.status(of: code), closed.value)
            )
        }
        return unknown + derived
    }

    /// A fault of the server is never told as one of the caller, nor the other way round.
    private func mend(_ code: Problem.Code, _ status: Int, _ closed: [Int]) -> String {
        let alike = closed.first { $0 / 100 == status / 100 }
        return "add \(status)" + (alike.map { ", or say another one: faults: { \(code.rawValue): \($0) }" } ?? "")
    }
}

extension Contract {
    /// The faults that follow from what the contract declares, one of each kind.
    fileprivate var usualFaults: [Problem.Code] {
        let takesBody = endpoints.contains { $0.takes != nil }
        let inPath = endpoints.contains { !$0.path.value.parameters.isEmpty }
        let format = errors.value.format
        // What has a status of its own is checked where it stands.
        let invalid = [(Problem.Code.invalidPath, inPath), (.invalidParameter, !parameters.isEmpty || !paginations.isEmpty)]
        let takesValues = (invalid + [(.invalidField, takesBody)]).contains { code, isTaken in
            isTaken && !format.faults.contains { $0.kind == code && $0.status != nil }
        }
        let kinds = Set(limits.map(\.kind.value))
        let repeats = conventions.idempotency
        let faults: [(Problem.Code, Bool)] = [
            (.internalError, true), (.invalidRequest, takesValues),
            (.bodyTooLarge, takesBody), (.unsupportedMediaType, takesBody), (.credentialMissing, !credentials.isEmpty),
            (.insufficientScope, !scopes.isEmpty), (.limitExceeded, kinds.contains(.throttle)), (.quotaExceeded, kinds.contains(.quota)),
            (.idempotencyInFlight, !repeats.isEmpty), (.idempotencyMismatch, repeats.contains(where: \.comparesPayload.value)),
            (.idempotencyKeyMissing, repeats.contains(where: \.isRequired.value)), (.versionUnknown, conventions.versioning != nil),
            (.requestTimeout, conventions.requests?.value.seconds != nil),
        ]
        return faults.filter(\.1).map(\.0)
    }
}
