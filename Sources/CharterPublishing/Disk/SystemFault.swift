import Foundation

/// What the system answered when it would not do something.
struct SystemFault: Error {
    /// The number of the error, `errno`.
    let code: Int32

    /// The fault of the call that was just made.
    static var latest: SystemFault { SystemFault(code: errno) }

    /// The answer in words, such as `No space left on device`.
    var reason: String { String(cString: strerror(code)) }
}
