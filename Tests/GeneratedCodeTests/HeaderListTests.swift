import CharterClient
import CharterRuntime
import HTTPTypes
import OdditiesAPIClient
import OdditiesModels
import Testing

/// Header fields that are lists, from a generated client to a generated server.
@Suite("Lists in header fields")
struct HeaderListTests {
    private let transport: WatchedTransport
    private let client: OdditiesClient<ReaderKey>

    init() throws {
        transport = WatchedTransport(try OdditiesServer().transport)
        client = OdditiesClient(key: try ReaderKey("r_key0"), baseURL: OdditiesServer.baseURL, transport: transport)
    }

    @Test("have commas between their items, and come out as they went in")
    func roundTrip() async throws {
        let marks = try await client.markThings(
            oddNumbers: [1, 9],
            oddKinds: [.plain, .withQuotes],
            oddWords: ["a", "b"],
            oddHues: [.red, .inBetween]
        )
        #expect(marks.said == ["1", "9", "words", "a", "b", "hues", "red", "in between", "plain", #"with "quotes""#])
        let fields = try #require(await transport.requests.first).headerFields
        #expect(fields[text: "X-Odd-Numbers"] == "1,9")
        #expect(fields[text: "X-Odd-Hues"] == "red,in between")
    }

    @Test("may be left out where they are optional")
    func absent() async throws {
        #expect(try await client.markThings(oddNumbers: [3], oddKinds: [.plain]).said == ["3", "plain"])
        #expect(try #require(await transport.requests.first).headerFields[text: "X-Odd-Words"] == nil)
    }

    @Test("are refused where an item is not as documented")
    func refused() async throws {
        await #expect {
            _ = try await client.markThings(oddNumbers: [10], oddKinds: [.plain])
        } throws: { error in
            guard case ClientError.refused(400, let problem, _) = error else { return false }
            return problem.errors?.map(\.field) == ["header.X-Odd-Numbers[0]"]
        }
    }

    @Test("do not compile where a required one is left out")
    func missing() throws {
        let check = try TypeCheck(
            """
            import OdditiesAPIClient
            func mark(_ client: OdditiesClient<ReaderKey>) async throws {
                _ = try await client.markThings(oddNumbers: [1], oddKinds: [.plain])
                _ = try await client.markThings(oddKinds: [.plain])
            }
            """
        )
        #expect(check.errors.count == 1 && check.errors.first?.hasPrefix("4: ") == true, "\(check.errors)")
    }
}
