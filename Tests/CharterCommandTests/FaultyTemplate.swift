import Testing

/// A template that Charter refuses.
enum FaultyTemplate: String, CaseIterable, CustomTestStringConvertible {
    case unknownTag = "unknown-tag"
    case unknownTagInSection = "unknown-tag-in-section"
    case unknownPartial = "unknown-partial"
    case openSection = "open-section"
    case openTag = "open-tag"

    var testDescription: String { rawValue }

    /// Below the folder of templates.
    var path: String { "Client/Keys.swift.mustache" }

    var text: String {
        switch self {
        case .unknownTag: "{{>Header}}\n\npublic protocol {{apy}}Key {}\n"
        case .unknownTagInSection: "{{>Header}}\n{{#alternatives}}\n{{#kinds}}\n{{.}} {{colour}}\n{{/kinds}}\n{{/alternatives}}\n"
        case .unknownPartial: "{{>Footer}}\n"
        case .openSection: "{{>Header}}\n{{#kinds}}\n{{type}}\n"
        case .openTag: "{{>Header}}\n// {{api\n}}\n"
        }
    }
}
