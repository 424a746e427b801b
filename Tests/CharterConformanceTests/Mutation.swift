import Testing

/// A fault, and the checks that must find it.
struct Mutation: Sendable, CustomTestStringConvertible {
    let fault: Fault
    /// Beginnings of check names.
    let checks: [String]
    /// The endpoints that show it; nil for all that have such a check.
    let endpoints: [String]?

    init(_ fault: Fault, _ checks: [String], on endpoints: [String]? = nil) {
        self.fault = fault
        self.checks = checks
        self.endpoints = endpoints
    }

    var testDescription: String { fault.rawValue }

    func shouldFail(_ name: String) -> Bool {
        let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
        return endpoints?.contains(parts[0]) != false && checks.contains { parts[1].hasPrefix($0) }
    }

    private static let unauthorised = ["missing-credential", "malformed-credential", "unknown-credential"]
    private static let badValues = ["page-size-below-minimum", "page-size-not-a-number", "negative-offset", "offset-not-a-number"]
    private static let refusals = unauthorised + ["insufficient-", "foreign-tenant"] + badValues
    private static let sizes = ["default-page-size", "minimum-page-size", "maximum-page-size", "page-size-above-maximum"]
    private static let successes = sizes + ["sufficient-scope", "whole-walk", "response-shape"]

    static let all: [Mutation] = [
        Mutation(.takesMissingKeys, ["missing-credential"]),
        Mutation(.takesMalformedKeys, ["malformed-credential"]),
        Mutation(.takesUnknownKeys, ["unknown-credential"]),
        Mutation(.takesWrongKinds, ["insufficient-kind"]),
        Mutation(.takesEveryScope, ["insufficient-scope"]),
        // The foreigner of the fixtures holds ADMIN: it is refused all the same, but for its scope.
        Mutation(.knowsNoImpliedScope, ["sufficient-scope/ADMIN", "foreign-tenant"]),
        Mutation(.takesForeignKeys, ["foreign-tenant"]),
        Mutation(.hidesForeigners, ["foreign-tenant"]),

        Mutation(.refusesAsJSON, refusals),
        Mutation(.refusesWithOtherStatus, refusals),
        Mutation(.refusesWithOtherCode, refusals),
        Mutation(.refusesWithText, refusals),
        Mutation(.refusesWithoutChallenge, unauthorised),

        Mutation(.defaultTooLarge, ["default-page-size", "whole-walk"]),
        Mutation(.sizeIgnored, ["minimum-page-size", "maximum-page-size", "page-size-above-maximum", "whole-walk"]),
        Mutation(.maximumTooSmall, ["default-page-size", "maximum-page-size", "page-size-above-maximum", "whole-walk"]),
        Mutation(.zeroTaken, ["page-size-below-minimum"]),
        Mutation(.aboveRefused, ["page-size-above-maximum"]),
        Mutation(.sizeTextTaken, ["page-size-not-a-number"]),
        Mutation(.negativeTaken, ["negative-offset"]),
        Mutation(.offsetTextTaken, ["offset-not-a-number"]),
        Mutation(.sizeNotEchoed, sizes),

        Mutation(.offsetCountsPages, ["whole-walk"]),
        Mutation(.lastItemLost, ["whole-walk"]),
        Mutation(.totalOfPage, ["whole-walk"]),
        Mutation(.moreForEver, ["whole-walk"]),
        Mutation(.endRepeats, ["whole-walk"]),

        Mutation(.titleMissing, ["response-shape", "whole-walk"], on: ["listEvents", "getEvent", "addEvent", "search", "status"]),
        Mutation(.plainText, ["response-shape", "whole-walk"], on: ["listEvents", "getEvent", "addEvent", "search", "status"]),
        Mutation(.otherSuccess, successes, on: ["listEvents", "getEvent", "addEvent", "search", "status"]),
        Mutation(.bodyWithoutNeed, ["response-shape"], on: ["dropEvent"]),
        Mutation(.silent, [""]),
    ]
}
