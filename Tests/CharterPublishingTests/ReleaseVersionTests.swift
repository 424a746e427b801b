import Testing

@testable import CharterPublishing

@Suite("A version")
struct ReleaseVersionTests {
    /// Oldest first.
    static let inOrder = [
        "0.0.0", "0.0.1", "0.0.9", "0.0.10", "0.1.0", "0.9.12", "0.10.0", "1.0.0", "1.9.0", "1.10.0", "2.0.0", "10.0.0",
        "10.0.9223372036854775807", "10.0.9223372036854775808", "10.0.18446744073709551616", "10.0.100000000000000000000000000000",
        "99999999999999999999.0.0", "100000000000000000000.0.0",
    ]

    @Test("is ordered by its numbers, however long they are")
    func order() throws {
        let versions = try Self.inOrder.map { try #require(ReleaseVersion(rawValue: $0)) }
        #expect(versions.reversed().sorted() == versions)
        for (index, version) in versions.enumerated() {
            #expect(versions.map { $0 < version } == versions.indices.map { $0 < index }, "\(version)")
        }
        #expect(versions.map(\.description) == Self.inOrder)
    }

    @Test(
        "is written in one way",
        arguments: [
            "", "1", "1.0", "1.0.0.0", "1..0", ".1.0", "1.0.", "01.0.0", "1.00.0", "1.0.00", "v1.0.0", "1.0.0-beta", "1.0.0+1", "+1.0.0",
            "-1.0.0", "1.0.0 ", "1.0.0\n", "1.0.x", "1,0,0", "١.٠.٠", "index.json", "openapi.json",
        ]
    )
    func invalid(_ text: String) {
        #expect(ReleaseVersion(rawValue: text) == nil)
    }
}
