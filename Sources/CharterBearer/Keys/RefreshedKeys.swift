import CharterRuntime
import CharterServer
import Logging

/// The public keys of whoever issues the tokens, fetched anew as these change.
///
/// They are fetched with the first token; when a token names a key that is not among them; and when they are old. However many tokens
/// ask for it, they are fetched once at a time and once within an interval, so that tokens with invented names cause no flood. While a
/// fetch fails, or gives no keys, the old ones stay.
public actor RefreshedKeys {
    private let interval: Int64
    private let maximumAge: Int64
    private let logger: Logger
    private let now: @Sendable () -> Timestamp
    private let fetch: @Sendable () async throws -> [UInt8]

    private var keys: VerificationKeys?
    private var fetchedAt: Timestamp?
    private var triedAt: Timestamp?
    private var running: Task<Void, Never>?

    /// Names the place of the keys.
    ///
    /// - Parameters:
    ///   - interval: The fewest seconds between the beginnings of two fetches.
    ///   - maximumAge: The seconds after which the next token has the keys fetched anew, so that one that was withdrawn is dropped.
    ///   - logger: Where fetches that fail are told, and keys that cannot be used.
    ///   - now: The clock.
    ///   - fetch: Fetches a JSON Web Key Set, from an address that is yours to choose and never a token's. It has to end: set it a time
    ///     limit.
    public init(
        interval: Int = 60,
        maximumAge: Int = 900,
        logger: Logger = Logger(label: "charter.bearer"),
        now: @escaping @Sendable () -> Timestamp = { .now() },
        fetch: @escaping @Sendable () async throws -> [UInt8]
    ) {
        precondition(interval > 0 && maximumAge >= interval, "keys are fetched at most once a second, and older ones than the interval")
        self.interval = Int64(interval)
        self.maximumAge = Int64(maximumAge)
        self.logger = logger
        self.now = now
        self.fetch = fetch
    }

    /// The keys to find that of a token among.
    ///
    /// - Throws: ``MissingKeys`` as long as none could be fetched.
    func keys(for header: TokenHeader) async throws(MissingKeys) -> VerificationKeys {
        if let keys, !isWanting(header, in: keys), !hasPassed(maximumAge, since: fetchedAt) || running != nil { return keys }
        await fetching()?.value
        guard let keys else { throw MissingKeys() }
        return keys
    }

    /// Whether a token names a key that a fetch could bring.
    private func isWanting(_ header: TokenHeader, in keys: VerificationKeys) -> Bool {
        guard let id = header.keyID, SigningAlgorithm(rawValue: header.algorithm)?.isOfSecrets == false else { return false }
        return !keys.have(id: id)
    }

    /// The fetch that is going on or begins now; nil if it is too soon for one.
    private func fetching() -> Task<Void, Never>? {
        if let running { return running }
        guard hasPassed(interval, since: triedAt) else { return nil }
        triedAt = now()
        // It does not end with the request that began it: a caller who hangs up must not keep the keys old.
        let task = Task { await fetchAnew() }
        running = task
        return task
    }

    private func fetchAnew() async {
        do {
            let fetched = try await VerificationKeys(jwks: fetch())
            if !fetched.ignored.isEmpty {
                logger.notice("Some keys of tokens cannot be used.", metadata: ["keys": "\(fetched.ignored)"])
            }
            (keys, fetchedAt) = (fetched, now())
        } catch {
            logger.warning("The keys of tokens cannot be fetched; the old ones stay.", metadata: ["error": "\(error)"])
        }
        running = nil
    }

    /// Whether so many seconds have passed; also if the clock was set back, which must not stop the fetches.
    private func hasPassed(_ seconds: Int64, since instant: Timestamp?) -> Bool {
        guard let instant else { return true }
        let now = now()
        return now < instant || now >= instant.later(bySeconds: seconds)
    }
}

/// No keys could be fetched so far to verify tokens with; why, is in the log.
struct MissingKeys: Error, CustomStringConvertible {
    var description: String { "the keys that verify tokens could not be fetched: see what RefreshedKeys logged" }
}
