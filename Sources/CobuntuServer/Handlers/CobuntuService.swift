import CharterRuntime
import CharterServer
import CobuntuRoutes

/// Cobuntu behind its routes: what each endpoint does, whatever the storage.
///
/// Of what a caller may do nothing is said here: requests that arrive have passed every check of the contract.
package struct CobuntuService<Storage: CobuntuStorage>: CobuntuAPI {
    /// What handlers write their effects with.
    package typealias Transaction = Storage.Transaction

    let storage: Storage
    let clock: any ServerClock

    /// Creates the service on a storage.
    package init(_ storage: Storage, clock: any ServerClock = SystemClock()) {
        self.storage = storage
        self.clock = clock
    }
}

extension Optional {
    /// The value that a request depends on.
    ///
    /// - Throws: `refusal` if there is none.
    func orRefuse(_ refusal: Refusal) throws -> Wrapped {
        guard let self else { throw refusal }
        return self
    }
}
