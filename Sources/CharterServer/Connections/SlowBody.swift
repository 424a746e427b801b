/// The body of a request has not arrived in time.
struct SlowBody: Error {
    /// The time that it had.
    let limit: Duration
}
