import CharterRuntime
import CharterYAML

/// The form of error bodies, and the API's own words for what follows from its conventions.
package struct ErrorConvention: Sendable {
    package var format: APIDescription.ErrorFormat
    /// The statuses that the API gives to faults, where they are written.
    package var statuses: [Located<Int>] = []
    /// Where the only statuses there are stand, if the API says them.
    package var closed: Located<[Int]>?
    /// The paths of the facts that stand under `!assumed`.
    package var assumed: [String] = []

    /// RFC 9457 problem details.
    package static let problem = ErrorConvention(format: .problem)
}
