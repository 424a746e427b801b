import CharterContract
import CharterPublishing

extension Outcome {
    /// Does something with what is published, and shows why that cannot be done.
    ///
    /// - Parameter show: Shows what is wrong in a contract.
    /// - Throws: ``Outcome`` where it cannot.
    static func ofPublishing(
        show: (Diagnostic) -> Void = { Console.fail($0.message) },
        _ work: () throws(PublicationFault) -> Void
    ) throws {
        do {
            try work()
        } catch {
            switch error {
            case .refused(let refusals):
                for refusal in refusals {
                    switch refusal {
                    case .contract(let diagnostic): show(diagnostic)
                    case .folder(let message): Console.fail(message)
                    }
                }
                throw Outcome.findings
            case .impossible(let message):
                Console.fail(message)
                throw Outcome.impossible
            }
        }
    }
}
