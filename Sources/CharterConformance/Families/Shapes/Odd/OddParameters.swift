import CharterRuntime

/// Odd texts in the path or the query, of which some are valid and some are not: the server answers each of them.
struct OddParameters {
    private let probe: EndpointProbe
    private let place: ParameterPlace

    init(_ probe: EndpointProbe, in place: ParameterPlace) {
        self.probe = probe
        self.place = place
    }

    func dialogue(_ names: [String]) throws(MissingFixture) -> Dialogue {
        let opening = try probe.sufficientRequest()
        let expectation = NoBreakdown(of: probe.endpoint)
        return Dialogue(opening, expecting: "\(expectation.summary), whatever text stands in the \(place.rawValue)") { conversation in
            for name in names {
                for text in OddTexts.all + [OddTexts.long] {
                    let request = try place.request(of: probe, name, text)
                    try await conversation.reply(to: request, expecting: expectation, name)
                }
            }
            return "\(names.count * (OddTexts.all.count + 1)) odd texts are answered"
        }
    }
}
