import Measuring

/// A fragment of a synthetic contract: a group with its endpoints and types.
struct SyntheticArea {
    /// How many resources an area has at most.
    static let size = 10

    private static let names = ["sales", "stock", "people", "travel", "claims", "energy", "freight", "grants", "health", "studio"]

    let number: Int
    let resources: Range<Int>
    let seed: UInt64

    /// The name of the area, which no other has.
    var name: String {
        let round = number / Self.names.count
        return Self.names[number % Self.names.count] + (round == 0 ? "" : "-\(round)")
    }

    var text: String {
        // Each area has a stream of its own, so that a small contract is the beginning of a large one.
        var prose = Prose(SplitMix(seed: seed &+ UInt64(number) &* 0x1000_0000_01B3))
        let prefix = "/workspaces/:workspace/\(name)"
        let parts = resources.map { SyntheticResource(number: $0, prefix: prefix, scope: name.scope) }
        return """
            groups:
              \(name):
                prefix: \(prefix)
                about: \(prose.paragraph())
                auth: { any: [apiKey, person] }
                scope: READ
                pagination: none

            endpoints:
            \(parts.map { $0.endpoints(&prose) }.joined(separator: "\n"))

            types:
            \(parts.map { $0.types(&prose) }.joined(separator: "\n"))

            """
    }
}
