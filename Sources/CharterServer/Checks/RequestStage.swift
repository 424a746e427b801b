/// One step between the arrival of a request and its handler.
protocol RequestStage: Sendable {
    /// Lets the request pass, and notes what it found out.
    ///
    /// - Throws: ``Refusal`` where the request is not granted.
    func pass(_ exchange: inout Exchange) async throws
}
