extension APIDescription.RequestRules.Media {
    /// The media type as HTTP names it.
    package var mediaType: String {
        switch self {
        case .json: "application/json"
        case .form: "application/x-www-form-urlencoded"
        case .multipart: "multipart/form-data"
        }
    }
}
