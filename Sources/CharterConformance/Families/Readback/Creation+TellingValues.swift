import CharterRuntime
import HTTPTypes

/// Things with values that careless programs change on their way.
extension Creation {
    /// Texts come back letter by letter, whatever they are written in.
    func textsAsSent() throws(MissingFixture) -> Dialogue {
        try asSent(described: "texts of several scripts") { probe.api.foreignText(of: $0.schema).map(JSONValue.string) }
    }

    /// Texts of the greatest length come back whole, also those that may be left out.
    func longestAsSent() throws(MissingFixture) -> Dialogue {
        try asSent(described: "the longest texts", isWhole: true) { $0.longestPlainText(in: probe.api).map(JSONValue.string) }
    }

    /// Numbers come back to the last digit, also those that may be left out.
    func numbersAsSent() throws(MissingFixture) -> Dialogue {
        try asSent(described: "numbers of many digits", isWhole: true) { probe.api.telltaleNumber(of: $0.schema) }
    }

    /// Lists come back in the order in which they were sent, also those that may be left out.
    func listsAsSent() throws(MissingFixture) -> Dialogue {
        try asSent(described: "lists in no order", isWhole: true) { probe.api.unsortedList(of: $0.schema) }
    }

    /// The members of maps come back under the names that they were sent with, which no convention of names binds; also those of what may be left out.
    func namesAsSent() throws(MissingFixture) -> Dialogue {
        try asSent(described: "names of several spellings in maps", isWhole: true) { probe.api.mapOfOddNames(of: $0.schema) }
    }

    /// Values that programs take for none come back all the same, also of what may be left out.
    func nothingAsSent() throws(MissingFixture) -> Dialogue {
        try asSent(described: "values that are easily taken for none", isWhole: true) { $0.nothingButText(in: probe.api) }
    }

    /// - Parameter isWhole: Whether fields are sent too that the body could do without.
    private func asSent(
        described: String,
        isWhole: Bool = false,
        _ value: (APIDescription.Property) -> JSONValue?
    ) throws(MissingFixture) -> Dialogue {
        var content = try probe.content()
        guard let fields = probe.api.properties(of: probe.endpoint.requestBody?.schema),
            let shown = probe.api.properties(of: probe.endpoint.success.body)
        else { throw MissingFixture("a body that is an object") }
        for field in fields where shown.contains(where: { $0.name == field.name }) {
            guard content[field.name] != nil || isWhole, let value = value(field) else { continue }
            content = content.setting(value, at: [.member(field.name)]) ?? content
        }
        let (sent, request) = (content, try probe.sufficientRequest(with: content))
        guard request.body?.count ?? 0 <= probe.endpoint.requestBody?.size ?? probe.api.requests.bodySize else {
            throw MissingFixture(unfit: "a body with \(described) is larger than bodies may be")
        }
        let own = Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api)
        return Dialogue(request, expecting: "\(described) as they were sent, in what comes back") { conversation in
            let reply = try await conversation.reply(to: request, expecting: own)
            // Some other thing may depend on a value, which the endpoint's own failures tell.
            guard probe.endpoint.success.isStatus(of: reply) else {
                throw MissingFixture("a body with \(described): \(probe.endpoint.id) answers \(reply.head.status.code)")
            }
            return "\(try compare(sent, result(reply), shown, from: request, conversation)) fields as they were sent"
        }
    }
}

extension APIDescription {
    /// A text that a schema allows, of letters that lose something in a program that knows but one alphabet; nil where texts have a form.
    ///
    /// Nothing in it is written in two ways (Unicode's normal forms), and no blank stands at an end: what a server tidies, it keeps.
    fileprivate func foreignText(of schema: Schema) -> String? {
        guard case .string(.plain, let length, nil)? = resolved(schema)?.schema else { return nil }
        let text = "Ærø \u{5B57}\u{1F426} <b>\"it's\" \\ & \u{5D0}%41+"
        let (least, most) = (length.minimum ?? 0, length.maximum ?? .max)
        let scalars = text.unicodeScalars.prefix(most)
        let kept = String(String.UnicodeScalarView(scalars)) + String(repeating: "ß", count: max(0, least - scalars.count))
        return kept.hasSuffix(" ") ? kept.dropLast() + "ß" : kept
    }

    /// Texts in neither the order of the alphabet nor the opposite one, or two against it where there is room for no more; nil where lists hold
    /// something else.
    func unsortedList(of schema: Schema) -> JSONValue? {
        guard case .list(let element, let count, _)? = resolved(schema)?.schema else { return nil }
        let texts: [String]
        switch resolved(element)?.schema {
        case .enumeration(let values, _): texts = Array(values.sorted().prefix(count.maximum ?? 3).prefix(3))
        case .string(.plain, _, nil), .string(.slug, _, nil): texts = Array(["aspirin", "mint", "zinc"].prefix(count.maximum ?? 3))
        default: return nil
        }
        let list = JSONValue.array((texts.dropFirst() + texts.prefix(1)).map(JSONValue.string))
        return texts.count > 1 && faults(of: list, against: schema).isEmpty ? list : nil
    }

    /// A map with members named in ways that programs turn into one another; nil where there is no map, or nothing is known to put in it.
    func mapOfOddNames(of schema: Schema) -> JSONValue? {
        guard case .map(let element, let count)? = resolved(schema)?.schema, let value = sampleValue(of: element) else { return nil }
        let names = ["snake_name", "camelName", "Capital", "with-dash"].prefix(count.maximum ?? .max)
        let map = JSONValue.object(Dictionary(uniqueKeysWithValues: names.map { ($0, value) }))
        return !names.isEmpty && faults(of: map, against: schema).isEmpty ? map : nil
    }

    /// A number that a schema allows and that loses a digit in a program that keeps numbers in too little room; nil where there is none.
    fileprivate func telltaleNumber(of schema: Schema) -> JSONValue? {
        let digits: [String]
        var isText = false
        switch resolved(schema)?.schema {
        case .number: digits = ["1234567.25", "1234.5", "0.25"]
        case .exactNumber(let places, _), .decimal(let places, _):
            let fraction = places == 0 ? "" : "." + "123456789".prefix(places ?? 4)
            digits = ["90071992547409", "1234567", "1234", "99", "1", "0", "-1"].map { $0 + fraction }
            if case .decimal? = resolved(schema)?.schema { isText = true }
        default: return nil
        }
        return digits.lazy.compactMap { digits -> JSONValue? in
            isText ? .string(digits) : try? JSONCoding.decode(JSONValue.self, from: Array(digits.utf8))
        }.first { faults(of: $0, against: schema).isEmpty }
    }
}
