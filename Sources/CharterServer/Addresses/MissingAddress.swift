/// A limit counts by address, and the address that a request came from is not known; an error of whoever set the server up, not of a caller.
struct MissingAddress: Error, CustomStringConvertible {
    /// The name of the limit.
    let limit: String

    var description: String {
        "the limit '\(limit)' counts by address, and nothing says the address that a request came from: make the router's context a RemoteAddressRequestContext, "
            + "such as AddressedRequestContext, or hand another ClientAddress to APIRoutes(_:keys:address:)"
    }
}
