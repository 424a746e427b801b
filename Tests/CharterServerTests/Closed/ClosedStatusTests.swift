import CharterRuntime
import HTTPTypes
import Testing

/// Every refusal that a server can make, where the contract lists its error statuses.
@Suite("Error statuses that a contract lists")
struct ClosedStatusTests {
    /// The statuses of success, which no contract lists.
    private static func isError(_ status: Int) -> Bool { status >= 400 }

    @Test("are broken by requests that reach every refusal there is")
    func completeness() {
        #expect(Set(ClosedCall.all.compactMap(\.breaks)).union(ClosedCall.timed) == Set(Problem.Code.allCases))
    }

    @Test("leave the usual ones alone where there is no list, or one that has them", arguments: ClosedCall.all, [false, true])
    func usual(call: ClosedCall, isListed: Bool) async throws {
        let code = try #require(call.breaks)
        let server = try await ClosedServer(
            .everything { $0.errors.closedStatuses = isListed ? Array(Set([code.usualStatus, 500])).sorted() : [] }
        )
        #expect(try await server.last(of: call).outcome == "\(code.usualStatus) \((code.wider ?? code).rawValue)")
    }

    @Test("are the only ones: what has no other is answered as a failure of the server, and the log says why", arguments: ClosedCall.all)
    func closed(call: ClosedCall) async throws {
        let code = try #require(call.breaks)
        let server = try await ClosedServer(.everything { $0.errors.closedStatuses = [418, 500] })
        let reply = try await server.last(of: call)
        #expect(reply.outcome == "500 internal-error")
        guard code != .internalError, code != .notImplemented else { return }
        let entry = try #require(server.log.entries.first { $0.hasPrefix("error: ") })
        #expect(entry.contains("refused by \(code.usualStatus) '\(code.rawValue)', which is no status of 'closed'"), "\(entry)")
    }

    @Test("take what the API answers in its own way", arguments: ClosedCall.all)
    func own(call: ClosedCall) async throws {
        let code = try #require(call.breaks)
        let server = try await ClosedServer(
            .everything {
                $0.errors.closedStatuses = [418, 599]
                $0.errors.faults = Problem.Code.allCases.map { .init(kind: $0, status: $0 == .internalError ? 599 : 418) }
            }
        )
        #expect(try await server.last(of: call).status == (code == .internalError ? 599 : 418))
        #expect(code == .internalError || !server.log.entries.contains { $0.hasPrefix("error: ") })
    }

    @Test("hold for a call that waits for another one of its key")
    func inFlight() async throws {
        for (closed, status) in [([], 409), ([409, 500], 409), ([500], 500)] {
            let server = try await ClosedServer(.everything { $0.errors.closedStatuses = closed })
            let call = ClosedCall(
                method: .post,
                path: "/write",
                fields: ["X-Shop": "acme", "Once": "1"],
                body: #"{"text":"wait"}"#,
                key: "sk_good"
            )
            let first = Task { try await server.send(call).status }
            for await _ in server.arrivals { break }
            #expect(try await server.send(call).status == status)
            first.cancel()
            _ = try await first.value
        }
    }

    @Test("hold for what takes too long")
    func late() async throws {
        for (closed, status) in [([], 408), ([408, 500], 408), ([500], 500)] {
            let server = try await ClosedServer(.everything { $0.errors.closedStatuses = closed }, timeIsOver: true)
            #expect(try await server.send(ClosedCall(path: "/slow")).status == status)
        }
    }

    @Test("hold for a body that arrives too slowly")
    func slowBody() async throws {
        for (closed, status) in [([], 408), ([408, 500], 408), ([500], 500)] {
            let server = try await ClosedServer(.everything { $0.errors.closedStatuses = closed })
            let call = ClosedCall(method: .post, path: "/write", fields: ["X-Shop": "acme", "Once": "1"], key: "sk_good")
            #expect(try await server.sendSlowly(call) == status)
        }
    }
}

extension ClosedServer {
    /// Sends what must come before a call, and the call.
    fileprivate func last(of call: ClosedCall) async throws -> TrialReply {
        for earlier in call.all.dropLast() { #expect(try await send(earlier).status < 300) }
        return try await send(call)
    }
}
