import CharterRuntime

/// The form of error bodies.
extension LanguageSchema {
    static var errors: PlaceSchema {
        .map([
            .needed("body", "The error body: 'problem', or a map of members to what each holds.", body),
            .key("media", "Its media type.", .text("[a-z0-9.+\\-]+/[a-z0-9.+\\-]+", "application/problem+json", "application/json")),
            .key(
                "reports",
                "Which faults of a request are told.",
                .words(["every": "All of them.", "first": "The first alone."])
            ),
            .key(
                "paths",
                "How the place of a fault is written.",
                .words(["dots": "items[2].price", "pointer": "/items/2/price", "brackets": "items[2][price]"])
            ),
            .key("faults", "The API's own status, code and wording for what follows from conventions.", faults),
            .key("closed", "The only error statuses there are.", .list(of: .status)),
        ])
    }

    private static var body: PlaceSchema {
        .either(.words(["problem": "RFC 9457: type, title, status, detail, code and errors."]), members)
    }

    private static var members: PlaceSchema { .someNames(.definition("errorMember")) }

    /// What a member of an error body holds: a role, a text in quotes, or a map of more members.
    static var errorMember: PlaceSchema {
        .either(.words(roles), .text, members)
    }

    private static let roles: KeyValuePairs = [
        "code": "The code of the error.", "message": "What happened, for people.", "status": "The status of the response.",
        "title": "The kind of error, for people.", "type": "The kind of error, as a URI.", "time": "When it happened.",
        "path": "The path of the request.", "method": "The method of the request.", "request-id": "What names the request.",
        "retry-after": "After how many seconds to try again.", "faults": "A list of { field, message }.",
        "fault-field": "In a list: the place of a fault.", "fault-message": "In a list: what is wrong there.",
        "fault-code": "In a list: the code of a fault.",
    ]

    private static var faults: PlaceSchema {
        let keys = Problem.Code.allCases.map { code in
            SchemaKey.key(code.rawValue, "\(code.usualStatus) where nothing is said.", .definition("fault"))
        }
        return .either(.map(keys), .none)
    }

    /// A status, or what an API says of a fault instead of the usual.
    static var fault: PlaceSchema {
        .either(
            .status,
            .map([
                .key("status", "The status that answers it.", .status),
                .key("code", "Its code.", .text),
                .key("message", "Its wording.", .text),
            ])
        )
    }
}
