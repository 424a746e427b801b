/// Values that stand in many places.
extension PlaceSchema {
    private static let number = #"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?"#

    static let upperCamelCase = text("[A-Z][A-Za-z0-9]{0,59}", "Shop")
    static let lowerCamelCase = text("[a-z][A-Za-z0-9]{0,59}", "getOrder")
    static let headerName = text("[A-Za-z0-9!#$%&'*+\\-.^_`|~]+", "X-API-Key")
    static let duration = text("0*[1-9][0-9]*[smhd]", "1s", "15m", "24h", "30d")
    static let day = text("[0-9]{4}-[0-9]{2}-[0-9]{2}", "2026-05-01")
    static let byteSize = text("0*[1-9][0-9]*(?:[KMG]iB)?", "64KiB", "10MiB")
    static let bounds = text("\(number)|\(number)\\.\\.|\\.\\.\(number)|\(number)\\.\\.\(number)", "1..200", "1..", "..200")
    static let path = text("/|(?:/[^/\\s]+)+", "/orders/:id")
    static let baseURL = text(#"https?:\/\/[A-Za-z0-9.\-]+(?::[0-9]+)?(?:\/[A-Za-z0-9\-._~%]+)*"#, "https://api.example.com/v1")
    static let status = wholeNumber(from: 400, to: 599)
    static let texts = list(of: text)
    static let textOrNone = either(none, text)
    static let media = words(["json": "application/json", "form": "application/x-www-form-urlencoded", "multipart": "multipart/form-data"])

    /// A list of scopes or roles, or the word for all of them.
    static func texts(or all: String, _ meaning: String) -> PlaceSchema {
        either(.words([all: meaning]), texts)
    }
}
