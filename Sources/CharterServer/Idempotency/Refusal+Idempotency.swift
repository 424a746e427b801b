import CharterRuntime

extension Refusal {
    /// 409: the first call under the key is not answered yet.
    static let idempotencyInFlight = Refusal(
        .idempotencyInFlight,
        title: "The first request with this idempotency key is not answered yet.",
        detail: "Repeat the request a little later: it is answered as the first one is."
    )

    /// 422: the key belongs to another payload.
    static let idempotencyMismatch = Refusal(
        .idempotencyMismatch,
        title: "The idempotency key was used for another request.",
        detail: "Send a fresh key with what is new, and the same key only with the same request."
    )
}
