import CharterRuntime
public import CharterServer
import RavenModels
public import RavenRoutes

/// Raven Cloud itself: what its endpoints do, over any storage.
public struct RavenService<Storage: RavenStorage>: RavenAPI {
    /// What handlers write with.
    public typealias Transaction = Storage.Effects.Transaction

    let storage: Storage
    let clock: any ServerClock

    /// Creates the service.
    ///
    /// - Parameter clock: What everything that is made is dated by.
    public init(_ storage: Storage, clock: any ServerClock = SystemClock()) {
        self.storage = storage
        self.clock = clock
    }

    /// The present instant as replies tell it.
    var now: Timestamp { clock.now.roundedDown }
}

extension Caller {
    /// The slug of the tenant on whose data the request works.
    ///
    /// - Throws: ``CharterServer/Refusal/notFound`` for a caller without one, whom no endpoint lets in that works on a tenant's data.
    var ownTenant: String {
        get throws {
            guard let tenant else { throw Refusal.notFound }
            return tenant
        }
    }

    /// The person who calls.
    ///
    /// - Throws: ``CharterServer/Refusal/notFound`` for a caller who is none, whom no endpoint lets in that asks for a person.
    var person: UniqueID {
        get throws {
            guard let id = user.flatMap({ UniqueID($0) }) else { throw Refusal.notFound }
            return id
        }
    }
}

extension Optional {
    /// What a request names.
    ///
    /// - Throws: ``CharterServer/Refusal/notFound`` where there is nothing.
    func found() throws -> Wrapped {
        guard let self else { throw Refusal.notFound }
        return self
    }
}
