import CharterRuntime
import HTTPTypes

/// Sends requests to the server under test.
struct Exchanger: Sendable {
    /// The longest that a check waits where the server has no control over its clock.
    private static let patience = 3

    let base: BaseURL
    let server: ServerUnderTest
    /// What keeps keys out of reports.
    let redaction: Redaction
    /// What a reply looks like that refuses a call for calling too often.
    let limitRefusals: LimitRefusals
    /// The paths below which URLs of the API may lie: that of the server under test, and those of where the API is published.
    let basePaths: [String]
    private let budget: RunBudget
    /// What is deleted again when a check is over; nil where the server can be put back.
    private let cleanUp: CleanUp?

    /// Creates an exchanger.
    ///
    /// - Throws: ``MissingFixture`` if the fixtures do not say where the server is.
    init(
        _ server: ServerUnderTest,
        redaction: Redaction,
        limitRefusals: LimitRefusals,
        publishedAt servers: [APIDescription.Server] = [],
        budget: RunBudget,
        cleanUp: CleanUp? = nil
    ) throws(MissingFixture) {
        do {
            base = try BaseURL(server.fixtures.baseURL)
        } catch {
            throw MissingFixture("a base URL: \(error)")
        }
        basePaths = [base.path] + servers.compactMap { try? BaseURL($0.url).path }
        self.server = server
        self.redaction = redaction
        self.limitRefusals = limitRefusals
        self.budget = budget
        self.cleanUp = cleanUp
    }

    /// The reply to a request; one that is refused for calling too fast is sent again when its time has come.
    ///
    /// - Throws: ``MissingFixture`` if that time does not come soon enough, ``Silence`` if no reply comes.
    func reply(to request: EndpointRequest) async throws -> HTTPReply {
        for _ in 0..<4 {
            let reply = try await firstReply(to: request)
            guard limitRefusals.contains(reply) else { return reply }
            let seconds = reply.retryAfter ?? 1
            try await pass(max(1, seconds), "a pause of \(seconds) seconds that the server asks for")
        }
        return try await firstReply(to: request)
    }

    /// The reply to a request, whatever it is.
    ///
    /// - Throws: ``MissingFixture`` if the run has used up its requests, ``Silence`` if no reply comes.
    func firstReply(to request: EndpointRequest) async throws -> HTTPReply {
        do {
            let head = try request.head(below: base)
            let reply = try await budget.request { [server] in try await server.transport.send(head, body: request.body ?? []) }
            cleanUp?.note(reply, to: request)
            return reply
        } catch let missing as MissingFixture {
            throw missing
        } catch {
            throw Silence(request: request, reason: "\(error)")
        }
    }

    /// Deletes what a check has made, whether or not the run has used up its requests.
    func delete(_ deletion: EndpointRequest) async throws {
        let head = try deletion.head(below: base)
        for _ in 0..<2 {
            let reply = try await budget.deletion { [server] in try await server.transport.send(head, body: deletion.body ?? []) }
            guard limitRefusals.contains(reply), let seconds = reply.retryAfter else { return }
            try await pass(max(1, seconds), "a pause before what was made is deleted")
        }
    }

    /// Lets time pass: on the clock of the server where it can be set, else by waiting.
    ///
    /// - Throws: ``MissingFixture`` where the wait would be long.
    func pass(_ seconds: Int, _ purpose: String) async throws {
        if let control = server.control {
            try await control.advanceClock(seconds)
        } else if seconds <= Self.patience {
            try await Task.sleep(for: .seconds(seconds))
        } else {
            throw MissingFixture("control.advanceClock, for \(purpose)")
        }
    }

    /// What measures the time that goes by for the server from now on, but for what ``pass(_:_:)`` lets pass.
    func stopwatch() -> Stopwatch { Stopwatch(isStill: server.control?.standsStill ?? false) }

    /// The request as a line for a shell, without its key; empty for one that cannot be sent.
    func curl(_ request: EndpointRequest) -> String {
        guard let head = try? request.head(below: base) else { return "" }
        return CurlLine(head, body: request.body, redaction: redaction).text
    }

    /// Status, media type and the beginning of the body, to see at a glance what came.
    func excerpt(_ reply: HTTPReply) -> String {
        // Keys go before the text is cut, or else half a key might stay.
        let text = redaction.apply(toReply: String(decoding: reply.body, as: UTF8.self))
        return reply.outline + (text.isEmpty ? "" : ": \(text.prefix(300))\(text.count > 300 ? "…" : "")")
    }
}

/// No reply came.
struct Silence: Error, CustomStringConvertible {
    let request: EndpointRequest
    let reason: String

    var description: String { "no reply: \(reason)" }
}
