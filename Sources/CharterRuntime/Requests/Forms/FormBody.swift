/// The bytes of a form, and the type that they have.
struct FormBody {
    var bytes: [UInt8]
    var contentType: String

    /// `application/x-www-form-urlencoded` (URL Standard §5.2); a space is `%20`, which every reader takes.
    init(urlEncoded fields: [FormField]) {
        let pairs = fields.map { PercentEncoding.encode($0.name) + "=" + PercentEncoding.encode($0.text) }
        bytes = Array(pairs.joined(separator: "&").utf8)
        contentType = APIDescription.RequestRules.Media.form.mediaType
    }

    /// `multipart/form-data` (RFC 7578); equal fields have equal bytes, so that a repeated call is the same.
    init(multipart fields: [FormField]) {
        let boundary = Self.boundary(notIn: fields)
        let parts = fields.map {
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(Self.escaped($0.name))\"\r\n\r\n\($0.text)\r\n"
        }
        bytes = Array("\(parts.joined())--\(boundary)--\r\n".utf8)
        contentType = "\(APIDescription.RequestRules.Media.multipart.mediaType); boundary=\(boundary)"
    }

    /// A text that occurs in none of the fields.
    private static func boundary(notIn fields: [FormField]) -> String {
        var number = 0
        while fields.contains(where: { $0.text.contains("form-field-\(number)") }) { number += 1 }
        return "form-field-\(number)"
    }

    /// A name as it may stand in quotes (HTML Standard §4.10.21.8).
    private static func escaped(_ name: String) -> String {
        String(
            name.unicodeScalars.flatMap { scalar -> [Character] in
                switch scalar {
                case "\"": Array("%22")
                case "\r": Array("%0D")
                case "\n": Array("%0A")
                default: [Character(scalar)]
                }
            }
        )
    }
}
