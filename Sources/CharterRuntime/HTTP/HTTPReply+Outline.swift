import HTTPTypes

extension HTTPReply {
    /// The media type without parameters, in lower case (RFC 9110 §8.3.1); nil where the reply names none.
    package var mediaType: String? {
        guard let text = head.headerFields[.contentType] else { return nil }
        let type = text.prefix { $0 != ";" }
        return String(type.filter { $0 != " " && $0 != "\t" }).lowercased()
    }

    /// Status, media type and size, without any of the body.
    package var outline: String {
        "status \(head.status.code), \(mediaType ?? "no media type"), \(body.count) bytes"
    }
}
