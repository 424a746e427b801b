import CharterClient
import CharterRuntime
import ParcelsAPIClient
import ParcelsModels
import Testing

/// The version that each request chooses.
@Suite("Versions of Parcels")
struct ParcelsVersionTests {
    private let number = Landmarks.teapots.trackingNumber

    private func client(_ headers: [String: String] = [:]) throws -> ParcelsClient<LiveKey> {
        let text = try #require(SampleKey.text(of: Landmarks.teapots.account, kind: "live", scope: "shipments:read"))
        return ParcelsClient(key: try LiveKey(text), headers: headers, transport: try InMemoryParcels.transport())
    }

    @Test("the client asks for the version that it was made for")
    func current() async throws {
        guard case .accepted = try await client().track(trackingNumber: number).events.last else {
            Issue.record("the earliest event is not the last one")
            return
        }
    }

    @Test("an older version is answered in its own way")
    func older() async throws {
        let tracking = try await client(["X-Api-Version": "2025-02-15"]).track(trackingNumber: number)
        guard case .accepted = tracking.events.first else {
            Issue.record("the earliest event is not the first one")
            return
        }
    }

    @Test("a version that nobody published is refused, and the reply says which there are")
    func unknown() async throws {
        let client = try client(["x-api-version": "2024-01-01"])
        do throws(ClientError) {
            _ = try await client.track(trackingNumber: number)
            Issue.record("the version was taken")
        } catch {
            guard case .refused(400, let problem, _) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(problem.code == "version_unknown")
            #expect(problem.detail?.contains("2026-05-01, 2025-11-01, 2025-02-15") == true)
        }
    }
}
