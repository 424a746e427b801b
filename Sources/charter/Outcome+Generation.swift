import CharterGenerator

extension Outcome {
    /// Carries out a generation, and shows why it stopped.
    ///
    /// - Throws: ``Outcome`` where it did.
    static func ofGeneration(_ generation: () throws -> Void) throws {
        do {
            try generation()
        } catch let fault as TemplateFault {
            Console.complain(Console.errorStyle.diagnostic(fault))
            throw Outcome.findings
        } catch let fault as GenerationFault {
            Console.fail(fault.message)
            throw fault.kind == .finding ? Outcome.findings : Outcome.impossible
        }
    }
}
