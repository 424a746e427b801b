/// A rule about what code can be generated from, but people would stumble over.
///
/// It waits until a contract has no errors: a mistyped name makes what was meant look unused, and what could not be read look missing.
package protocol AdvisoryRule: ContractRule {}

extension AdvisoryRule {
    package static var severity: Diagnostic.Severity { .warning }
}
