extension APIDescription {
    /// The form of every error body.
    public enum ErrorFormat: Hashable, Sendable {
        /// RFC 9457 problem details, as ``Problem`` has them.
        case problem

        /// The media type of an error body.
        public var mediaType: String {
            switch self {
            case .problem: "application/problem+json"
            }
        }
    }
}
