import CharterRuntime

/// Several exchanges, each judged before the next one.
struct Dialogue: Procedure {
    private let opening: EndpointRequest
    private let expected: String
    private let steps: @Sendable (Conversation) async throws -> String

    /// Creates a dialogue.
    ///
    /// - Parameters:
    ///   - opening: The request that stands in the report where all went well.
    ///   - expected: What should come, in words.
    ///   - steps: Asks the server; what it returns says what came.
    init(
        _ opening: EndpointRequest,
        expecting expected: String,
        _ steps: @escaping @Sendable (Conversation) async throws -> String
    ) {
        self.opening = opening
        self.expected = expected
        self.steps = steps
    }

    func carryOut(through exchanger: Exchanger) async throws(MissingFixture) -> Observation {
        func observation(_ request: EndpointRequest, _ actual: String, _ isAsExpected: Bool) -> Observation {
            Observation(request: request, expected: expected, actual: actual, isAsExpected: isAsExpected)
        }
        do {
            return observation(opening, try await steps(Conversation(exchanger: exchanger)), true)
        } catch let missing as MissingFixture {
            throw missing
        } catch let departure as Departure {
            return observation(departure.request, departure.reason, false)
        } catch let silence as Silence {
            return observation(silence.request, "\(silence)", false)
        } catch {
            return observation(opening, "\(error)", false)
        }
    }
}

/// Something that came and should not have come.
struct Departure: Error {
    let request: EndpointRequest
    /// What is wrong, in words.
    let reason: String
}

/// What the steps of a dialogue talk through.
struct Conversation: Sendable {
    let exchanger: Exchanger

    func reply(to request: EndpointRequest) async throws -> HTTPReply {
        try await exchanger.reply(to: request)
    }

    /// The reply to a request, which must be as expected.
    @discardableResult
    func reply(to request: EndpointRequest, expecting expectation: any Expectation, _ step: String = "") async throws -> HTTPReply {
        let reply = try await reply(to: request)
        try judge(reply, to: request, expectation, step)
        return reply
    }

    func judge(_ reply: HTTPReply, to request: EndpointRequest, _ expectation: any Expectation, _ step: String = "") throws {
        let faults = expectation.faults(in: reply, to: request)
        guard !faults.isEmpty else { return }
        let place = step.isEmpty ? "" : "\(step): "
        throw Departure(request: request, reason: "\(place)\(faults.joined(separator: "; ")) (\(exchanger.excerpt(reply)))")
    }

    /// The reply to a request that must succeed for the check to mean anything.
    ///
    /// - Throws: ``MissingFixture`` where it does not: another check says so.
    func groundwork(_ request: EndpointRequest, _ purpose: String) async throws -> HTTPReply {
        let reply = try await reply(to: request)
        guard request.endpoint.success.isStatus(of: reply) else {
            throw MissingFixture("a call that succeeds, \(purpose): \(request.endpoint.id) answers \(exchanger.excerpt(reply))")
        }
        return reply
    }

    func fail(_ request: EndpointRequest, _ reason: String, _ reply: HTTPReply? = nil) -> Departure {
        Departure(request: request, reason: reason + (reply.map { " (\(exchanger.excerpt($0)))" } ?? ""))
    }
}
