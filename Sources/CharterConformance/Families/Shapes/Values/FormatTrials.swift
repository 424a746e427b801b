import CharterRuntime

/// Texts that are nearly of a format.
struct FormatTrials {
    private let format: APIDescription.StringFormat

    init(_ format: APIDescription.StringFormat) {
        self.format = format
    }

    var all: [ValueTrial] {
        switch format {
        case .plain: []
        case .timestamp:
            trials(
                ("impossible-date", "2026-02-30T10:00:00Z"),
                ("impossible-time", "2026-05-01T25:00:00Z"),
                ("malformed", "2026-05-01 10h")
            ) + [
                rare("leap-day", "2024-02-29T10:00:00Z", besides: "2024-02-28T10:00:00Z"),
                rare("fraction-of-second", "2026-05-01T10:07:23.25Z", besides: "2026-05-01T10:07:23Z"),
            ]
        case .date:
            trials(("impossible-date", "2026-02-30"), ("no-leap-year", "2026-02-29"), ("malformed", "01.05.2026"))
                + [rare("leap-day", "2024-02-29", besides: "2024-02-28")]
        case .uuid: trials(("malformed", "8ad4f7c2-9e3b-4a1c-bc2f"))
        case .uuid1, .uuid2, .uuid3, .uuid4, .uuid5, .uuid6, .uuid7, .uuid8:
            trials(
                ("malformed", "8ad4f7c2-9e3b-4a1c-bc2f"),
                ("other-version", "8ad4f7c2-9e3b-\(format == .uuid4 ? 1 : 4)a1c-bc2f-1d8e3a9b7c4d")
            )
        case .uri: trials(("malformed", "no uri"), ("relative", "/only/a/path"))
        case .email: trials(("malformed", "nobody"), ("two-ats", "a@b@example.com"))
        case .slug: trials(("malformed", "Not A Slug"), ("double-hyphen", "not--one"))
        }
    }

    private func rare(_ name: String, _ text: String, besides common: String) -> ValueTrial {
        ValueTrial(name, isValid: true, besides: .string(common), .string(text))
    }

    private func trials(_ texts: (String, String)...) -> [ValueTrial] {
        texts.map { name, text in ValueTrial(name, .string(text)) }
    }
}
