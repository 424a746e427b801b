import CharterServer

extension Optional {
    /// The value that a request depends on.
    ///
    /// - Throws: `refusal` if there is none.
    package func orRefuse(_ refusal: Refusal) throws -> Wrapped {
        guard let self else { throw refusal }
        return self
    }
}
