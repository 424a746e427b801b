import CharterRuntime
import HTTPTypes

/// Valid bodies that nobody has thought of: texts and numbers by chance, and whatever else can be known alone by a person as it is.
///
/// What is refused is made smaller, as long as it is refused: the report shows what it takes, and no more.
struct GeneratedBodies {
    private static let count = 4
    private static let longest = 60
    /// Texts that programs stumble over: quotes, marks of other languages, what is wide, what is two code points, what goes from right to left.
    private static let pieces = [
        "a", "Z", "7", " ", "'", "\"", "\\", "<b>", "&", "%", "$", "{", "é", "ß", "e\u{301}", "字", "\u{1F426}", "\u{200B}", "א", "-- ", ";",
        "null", "0",
    ]

    private let probe: EndpointProbe
    private let sites: [BodySite]

    init(_ probe: EndpointProbe) throws(MissingFixture) {
        guard let body = probe.endpoint.requestBody else { throw MissingFixture("an endpoint that takes a body") }
        self.probe = probe
        sites = BodySite.all(in: body.schema, of: probe.api).filter(\.variants.isEmpty)
    }

    func dialogue() throws(MissingFixture) -> Dialogue {
        let base = try probe.content()
        let own = DocumentedResult(NotInvalid(in: probe.api), of: probe)
        var random = SeededGenerator(seed: probe.seed, for: probe.endpoint.id)
        let bodies = (0..<Self.count).map { _ in body(from: base, &random) }
        let opening = try probe.sufficientRequest(with: bodies.first)
        return Dialogue(opening, expecting: "\(own.summary), to \(Self.count) bodies made by chance (seed \(probe.seed))") { conversation in
            for body in bodies where try await isRefused(body, own, conversation) {
                let least = try await shrunk(body, towards: base, own, conversation)
                try await conversation.reply(to: try probe.sufficientRequest(with: least), expecting: own)
            }
            return "\(bodies.count) bodies are taken"
        }
    }

    private func isRefused(_ body: JSONValue, _ own: DocumentedResult, _ conversation: Conversation) async throws -> Bool {
        let request = try probe.sufficientRequest(with: body)
        return !own.faults(in: try await conversation.reply(to: request), to: request).isEmpty
    }

    /// A body that is refused too, and in which as much as possible is as it is known to be good.
    private func shrunk(
        _ body: JSONValue,
        towards base: JSONValue,
        _ own: DocumentedResult,
        _ conversation: Conversation
    ) async throws -> JSONValue {
        var least = body
        for site in sites where least.value(at: site.steps) != base.value(at: site.steps) {
            guard let smaller = least.setting(base.value(at: site.steps), at: site.steps), smaller != least, isFit(smaller) else {
                continue
            }
            if try await isRefused(smaller, own, conversation) { least = smaller }
        }
        return least
    }

    private func body(from base: JSONValue, _ random: inout SeededGenerator) -> JSONValue {
        var body = base
        for site in sites {
            guard body.value(at: site.steps) != nil, let value = value(of: site.schema, &random),
                let changed = body.setting(value, at: site.steps), isFit(changed)
            else { continue }
            body = changed
        }
        return body
    }

    /// Whether a body is what the contract says: a value that is good alone may stand in its list already.
    private func isFit(_ body: JSONValue) -> Bool {
        probe.endpoint.requestBody.map { probe.api.faults(of: body, against: $0.schema).isEmpty } ?? false
    }

    /// A value by chance; nil of what may name something that has to be there.
    private func value(of schema: APIDescription.Schema, _ random: inout SeededGenerator) -> JSONValue? {
        switch probe.api.resolved(schema)?.schema {
        case .string(.plain, let length, nil):
            let least = length.minimum ?? 0
            let count = Int.random(in: least...max(least, min(length.maximum ?? Self.longest, Self.longest)), using: &random)
            var scalars: [Unicode.Scalar] = []
            while scalars.count < count { scalars += (Self.pieces.randomElement(using: &random) ?? "a").unicodeScalars }
            return .string(String(String.UnicodeScalarView(scalars.prefix(count))))
        case .integer(let range):
            return .integer(Int64.random(in: (range.minimum ?? 0)...max(range.minimum ?? 0, range.maximum ?? 1_000), using: &random))
        case .number(let range):
            let (least, most) = (range.minimum ?? -1_000, range.maximum ?? 1_000)
            return .number(Double.random(in: min(least, most)...max(least, most), using: &random))
        default: return nil
        }
    }
}
