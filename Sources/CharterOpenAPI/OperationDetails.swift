import CharterContract
import CharterRuntime

/// What OpenAPI has no words for, or only some, of an endpoint's request and reply.
struct OperationDetails {
    private let details: ResolvedEndpoint.Details
    private let success: ResolvedEndpoint.Success
    private let forbiddenHeaders: [APIDescription.ForbiddenHeader]

    init(_ endpoint: ResolvedEndpoint) {
        details = endpoint.details
        success = endpoint.success
        forbiddenHeaders = endpoint.forbiddenHeaders
    }

    /// The members of the operation.
    var members: [OrderedJSON.Member] {
        let deprecation = details.deprecation
        let members: OrderedJSON = [
            "deprecated": deprecation.map { _ in true },
            "x-charter-deprecated-since": deprecation?.since.map(OrderedJSON.string),
            "x-charter-sunset": deprecation?.sunset.map(OrderedJSON.string),
            "x-charter-instead": deprecation?.successor.map(OrderedJSON.string),
            "x-charter-rules": details.rules.isEmpty ? nil : .array(details.rules.map(json)),
            "x-charter-filters": FilterObject.json(details.filters),
            "x-charter-body-size": details.bodySize.map { OrderedJSON(integerLiteral: $0) },
            "x-charter-patch": patch.map { .string($0 == .merge ? "merge" : "replace") },
            "x-charter-empty": details.refusesEmpty ? "reject" : nil,
            "x-charter-forbidden-headers": forbidden,
            "x-charter-again": success.repeatsDeletion ? 204 : nil,
        ]
        if case .object(let members) = members { return members }
        return []
    }

    /// The same for people, a sentence for each fact.
    var sentences: [String] {
        var sentences = details.rules.map(sentence) + details.filters.compactMap(FilterObject.sentence)
        if let patch {
            let inside = patch == .merge ? "merged (RFC 7396)" : "replaced"
            sentences.append("What is absent keeps its value, `null` clears it, and objects inside are \(inside).")
        }
        if details.refusesEmpty { sentences.append("A change that changes nothing is refused.") }
        if !forbiddenHeaders.isEmpty {
            let names = forbiddenHeaders.map { "`\($0.name)`" }.inWords(conjunction: "or")
            sentences.append("A request with the header field \(names) is refused.")
        }
        if let size = details.bodySize { sentences.append("The body has at most \(size) bytes.") }
        if success.repeatsDeletion { sentences.append("Deleting what is gone already is a success.") }
        if let deprecation = details.deprecation {
            let since = deprecation.since.map { " since \($0)" } ?? ""
            let sunset = deprecation.sunset.map { ", gone on \($0)" } ?? ""
            sentences.append("Deprecated\(since)\(sunset)" + (deprecation.successor.map { "; use `\($0)`." } ?? "."))
        }
        return sentences
    }

    /// What a change means for objects inside the body, where the contract says so.
    private var patch: APIDescription.Patch? { details.isPatchStated ? details.patch : nil }

    /// The header fields that requests may not have, each with how it is answered.
    private var forbidden: OrderedJSON? {
        guard !forbiddenHeaders.isEmpty else { return nil }
        return .object(forbiddenHeaders.map { OrderedJSON.Member($0.name, $0.answer.map(ParameterObject.answer) ?? "reject") })
    }

    /// The media types of the body.
    var media: [APIDescription.RequestRules.Media] { details.media }

    private func json(_ rule: APIDescription.ParameterRule) -> OrderedJSON {
        switch rule {
        case .span(let from, let to, let seconds?): ["span": [.string(from), .string(to)], "max": OrderedJSON(integerLiteral: seconds)]
        case .span(let from, let to, nil): ["order": [.string(from), .string(to)]]
        case .together(let names): ["together": .array(names.map(OrderedJSON.string))]
        case .atMostOne(let names): ["at-most-one": .array(names.map(OrderedJSON.string))]
        case .exactlyOne(let names): ["one-of": .array(names.map(OrderedJSON.string))]
        }
    }

    private func sentence(_ rule: APIDescription.ParameterRule) -> String {
        func words(_ names: [String], _ conjunction: String) -> String {
            names.map { "`\($0)`" }.inWords(conjunction: conjunction)
        }
        return switch rule {
        case .span(let from, let to, let seconds):
            "`\(to)` is not before `\(from)`\(seconds.map { ", and at most \($0.asDuration) behind it" } ?? "")."
        case .together(let names): "Give \(words(names, "and")) together or not at all."
        case .atMostOne(let names): "Give at most one of \(words(names, "and"))."
        case .exactlyOne(let names): "Give exactly one of \(words(names, "and"))."
        }
    }
}
