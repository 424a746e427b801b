import CharterRuntime

extension APIDescription.ErrorFormat {
    /// What a client accepts (RFC 9110 §12.5.1): results, and errors in the API's form or as a gateway before it may write them.
    var acceptedMedia: String {
        let usual = ["application/json", "application/problem+json"]
        return (usual + (usual.contains(mediaType) ? [] : [mediaType])).joined(separator: ", ")
    }
}
