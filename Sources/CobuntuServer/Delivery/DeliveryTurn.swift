import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The turn of delivering what a database holds: one process has it at a time, and gives it back when it ends, in whatever way.
final class DeliveryTurn: Sendable {
    private let descriptor: Int32

    /// Takes the turn; nil while another process has it.
    ///
    /// - Parameter path: The file that stands for it, which is made where it is not there.
    /// - Throws: `POSIXError` where the file cannot be opened.
    init?(at path: String) throws {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
    }

    deinit {
        close(descriptor)
    }
}
