import CharterContract
import CharterRuntime

extension ResolvedEndpoint {
    /// The attribute that warns of a deprecated endpoint, over as many lines as it needs; empty where it is as good as any.
    var deprecationAttribute: [String] {
        guard let deprecation = details.deprecation else { return [] }
        let sunset = deprecation.sunset.map { "it goes away on \($0)" }
        let successor = deprecation.successor.map { "use \(SwiftIdentifier.bareValue($0))" }
        let message = [successor, sunset].compactMap { $0 }.joined(separator: "; ")
        guard !message.isEmpty else { return ["@available(*, deprecated)"] }
        return SwiftExpression.call("@available", (nil, .atom("*, deprecated")), ("message", .string(message))).lines(indentation: 4)
    }

    /// The same in words, for documentation.
    var deprecationInWords: String {
        guard let deprecation = details.deprecation else { return "" }
        let since = deprecation.since.map { "Deprecated since \($0)" } ?? "Deprecated"
        let sunset = deprecation.sunset.map { ", gone on \($0)" } ?? ""
        return since + sunset + (deprecation.successor.map { "; use `\($0)`." } ?? ".")
    }
}
