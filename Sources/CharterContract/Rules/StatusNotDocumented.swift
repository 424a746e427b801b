import CharterRuntime
import CharterYAML

/// Where an API lists its error statuses, every failure has one of them.
package struct StatusNotDocumented: ResolvedRule {
    package static let name = "status-not-documented"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let errors = contract.errors.value
        guard let closed = errors.closed else { return [] }
        let note = Diagnostic.Note("the only ones are listed here", at: closed.span)
        let forbidden = (contract.headers + contract.statedDefaults.flatMap(\.headers)).compactMap(\.forbidden)
        let answers = contract.parameters.flatMap { [$0.missingAnswer, $0.invalidAnswer].compactMap(\.self) } + forbidden
        let own = answers.compactMap { answer in answer.value.status.map { status in answer.map { _ in status } } }
        let stated = contract.endpoints.flatMap(\.fails).map(\.status) + errors.statuses + own
        return stated.filter { !closed.value.contains($0.value) }.map { status in
            Self.diagnostic(
                "the API has no errors of status \(status.value)",
                at: status.span,
                notes: [note],
                help: "use one of \(closed.value.map(String.init).inWords(conjunction: "and")), or add it to 'closed:'"
            )
        }
    }

    /// What follows from conventions and what a server answers by itself, a diagnostic for each status that is missing.
    package func check(_ api: ResolvedAPI, of contract: Contract) -> [Diagnostic] {
        guard let closed = contract.errors.value.closed else { return [] }
        let places = contract.endpoints.keyed(by: \.id.value).mapValues(\.path.span)
        let missing = UsualAnswer.all(of: api).filter { !closed.value.contains($0.status) }
        return Dictionary(grouping: missing, by: \.status).sorted { $0.key < $1.key }.map { status, answers in
            let names = answers.map { "'\($0.code.rawValue)'" }
            let endpoints = answers.flatMap(\.endpoints).uniqued
            let example = endpoints.first.flatMap { id in
                places[id].map { place in
                    let others = endpoints.count > 1 ? ", as \(endpoints.count - 1) more can" : ""
                    return Diagnostic.Note("'\(id)' can be answered so\(others)", at: place)
                }
            }
            // A fault of the server is never told as one of the caller, nor the other way round.
            let alike = closed.value.first { $0 / 100 == status / 100 }
            let more = names.count > 1 ? ", …" : ""
            return Self.diagnostic(
                "\(names.inWords(conjunction: "and")) \(names.count == 1 ? "is" : "are") answered with \(status), which is not among them",
                at: closed.span,
                notes: [example].compactMap(\.self),
                help: "add \(status)" + (alike.map { ", or say another one: faults: { \(answers[0].code.rawValue): \($0)\(more) }" } ?? "")
            )
        }
    }
}
