import CharterRuntime
import HTTPTypes

/// What can be done with a cursor that a page gave.
struct CursorUse {
    private let probe: EndpointProbe
    private let paging: APIDescription.Paging
    private let parameter: String

    init(_ probe: EndpointProbe, _ paging: APIDescription.Paging, _ parameter: String) {
        self.probe = probe
        self.paging = paging
        self.parameter = parameter
    }

    /// One character of it is another: callers can read a cursor, and not change it.
    func tampered() throws(MissingFixture) -> Dialogue {
        let list = PageStepping(request: try probe.sufficientRequest(), paging: paging)
        return refusal(of: list.request) { conversation in
            let cursor = try await list.cursor(through: conversation)
            // At the end of Base64 some bits stand for nothing, in the middle each counts.
            let middle = cursor.index(cursor.startIndex, offsetBy: cursor.count / 2)
            var tampered = cursor
            tampered.replaceSubrange(middle...middle, with: cursor[middle] == "A" ? "B" : "A")
            return asking(list.firstPage, at: tampered)
        }
    }

    /// It leads to the same page each time.
    func again() throws(MissingFixture) -> Dialogue {
        let list = PageStepping(request: try probe.sufficientRequest(), paging: paging)
        return Dialogue(list.request, expecting: "the same page each time that a cursor is used") { conversation in
            let request = asking(list.firstPage, at: try await list.cursor(through: conversation))
            let pages = [try await conversation.reply(to: request), try await conversation.reply(to: request)]
            let read = pages.map { PageReading($0, paging: paging)?.items }
            guard let first = read[0] else { throw conversation.fail(request, "no page came", pages[0]) }
            guard first == read[1] else { throw conversation.fail(request, "another page came the second time", pages[1]) }
            return "the same \(first.count) items twice"
        }
    }

    /// It still leads to a page after some time.
    func used(after seconds: Int) throws(MissingFixture) -> Dialogue {
        let list = PageStepping(request: try probe.sufficientRequest(), paging: paging)
        return Dialogue(list.request, expecting: "a page at a cursor that is \(seconds) seconds old") { conversation in
            let request = asking(list.firstPage, at: try await list.cursor(through: conversation))
            let reply = try await late(request, seconds, conversation)
            guard PageReading(reply, paging: paging) != nil, probe.endpoint.success.isStatus(of: reply) else {
                throw conversation.fail(request, "no page came", reply)
            }
            return reply.outline
        }
    }

    /// Its time is over.
    func refused(after seconds: Int) throws(MissingFixture) -> Dialogue {
        let list = PageStepping(request: try probe.sufficientRequest(), paging: paging)
        let refusal = probe.refusal(.invalidCursor)
        return Dialogue(list.request, expecting: "\(refusal.summary), to a cursor that is \(seconds) seconds old") { conversation in
            let request = asking(list.firstPage, at: try await list.cursor(through: conversation))
            let reply = try await late(request, seconds, conversation)
            try conversation.judge(reply, to: request, refusal)
            return reply.outline
        }
    }

    private func late(_ request: EndpointRequest, _ seconds: Int, _ conversation: Conversation) async throws -> HTTPReply {
        try await conversation.exchanger.pass(seconds, "the \(seconds) seconds for which a cursor lives")
        let reply = try await conversation.reply(to: request)
        if reply.head.status.code == 401 { throw MissingFixture("a credential that is valid for \(seconds) seconds") }
        return reply
    }

    /// It belongs to the values of the query with which it was given.
    func filtered(by filter: APIDescription.Parameter) throws(MissingFixture) -> Dialogue {
        let list = PageStepping(request: try probe.sufficientRequest(), paging: paging)
        let texts = try otherTexts(of: filter, than: list.request)
        return refusal(of: list.request) { conversation in
            var request = asking(list.firstPage, at: try await list.cursor(through: conversation))
            ParameterPlace.query.remove(filter.name, from: &request)
            request.query += texts.map { .init(filter.name, $0) }
            return request
        }
    }

    /// Values of a filter that are not those of a request: what it leaves out has its default.
    private func otherTexts(of filter: APIDescription.Parameter, than request: EndpointRequest) throws(MissingFixture) -> [String] {
        let said = request.query.filter { $0.name == filter.name }.compactMap(\.value)
        let present = said.isEmpty ? filter.defaultValue.map { [$0] } ?? [] : said
        if let texts = probe.texts(of: filter, invents: true), texts != present { return texts }
        let others = present.first.map { OtherValue(in: probe.api).all(than: .string($0), of: filter.schema) } ?? []
        guard let other = others.compactMap(\.parameterText).first else { throw MissingFixture("another value for \(filter.name)") }
        return [other]
    }

    /// It belongs to the list that gave it.
    func given(by other: APIDescription.Endpoint) throws(MissingFixture) -> Dialogue {
        guard let otherPaging = other.paging else { throw MissingFixture("a second list") }
        let otherProbe = probe.at(other)
        let list = PageStepping(request: try otherProbe.sufficientRequest(), paging: otherPaging)
        let own = PageStepping(request: try probe.sufficientRequest(), paging: paging)
        return refusal(of: own.request) { conversation in
            asking(own.firstPage, at: try await list.cursor(through: conversation))
        }
    }

    /// It belongs to what the path names.
    func elsewhere(in parameter: String) throws(MissingFixture) -> Dialogue {
        let list = PageStepping(request: try probe.sufficientRequest(), paging: paging)
        return refusal(of: list.request) { conversation in
            let cursor = try await list.cursor(through: conversation)
            let other = try await Siblings(probe, of: parameter).request(beside: list.firstPage, conversation)
            return asking(other, at: cursor)
        }
    }

    private func asking(_ request: EndpointRequest, at cursor: String) -> EndpointRequest {
        var request = request
        request.query.append(.init(parameter, cursor))
        return request
    }

    private func refusal(
        of opening: EndpointRequest,
        _ request: @escaping @Sendable (Conversation) async throws -> EndpointRequest
    ) -> Dialogue {
        let refusal = probe.refusal(.invalidCursor)
        return Dialogue(opening, expecting: refusal.summary) { conversation in
            try await conversation.reply(to: try await request(conversation), expecting: refusal).outline
        }
    }
}
