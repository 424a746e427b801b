import Foundation
import NIOCore
import NIOPosix

extension Error {
    /// Why a server could not be reached, in words.
    var unreachableReason: String {
        let failure = self as? NIOConnectionError
        if let failure, failure.connectionErrors.isEmpty { return "there is no host \(failure.host)" }
        // A host with several addresses has an error for each.
        let causes = failure?.connectionErrors.map(\.error) ?? [self]
        let isRefused = causes.contains { ($0 as? IOError)?.errnoCode == ECONNREFUSED }
        return isRefused ? "no program listens there" : causes.map { "\($0)" }.joined(separator: "; ")
    }
}
