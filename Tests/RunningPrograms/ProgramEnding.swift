import Subprocess

/// How a process ended, and what it said until then.
package struct ProgramEnding: Error, Sendable {
    /// The exit code; nil where a signal ended it.
    package let status: Int32?
    /// The signal that ended it, or nil.
    package let signal: Int32?
    /// What it said on standard output.
    package let output: String
    /// The lines of it that were said in full.
    package let lines: [String]
    /// What it said on standard error.
    package let errors: String

    init(_ status: TerminationStatus, output: ProgramOutput, errors: String) {
        switch status {
        case .exited(let code): (self.status, signal) = (code, nil)
        case .signaled(let number): (self.status, signal) = (nil, number)
        }
        self.output = output.text
        lines = output.lines
        self.errors = errors
    }
}
