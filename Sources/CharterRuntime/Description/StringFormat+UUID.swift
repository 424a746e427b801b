extension APIDescription.StringFormat {
    /// The format of UUIDs of one version (RFC 9562 §5); nil unless it is 1 to 8.
    package init?(uuidVersion: Int) {
        self.init(rawValue: "uuid\(uuidVersion)")
    }

    /// The version that every UUID of this format has; nil where any will do, and for other formats.
    package var uuidVersion: Int? {
        rawValue.hasPrefix("uuid") ? Int(rawValue.dropFirst(4)) : nil
    }
}
