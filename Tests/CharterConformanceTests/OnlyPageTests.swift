import CharterConformance
import CharterRuntime
import HTTPTypes
import Testing

/// A list of which one page can be had, or pages of one size.
private struct Board: HTTPTransport {
    enum Fault: CaseIterable {
        case total, more, order, size
    }

    var fault: Fault?
    var count = 5

    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        let asked = (request.path ?? "").split(separator: "=").last.flatMap { Int($0) }
        let size = fault == .size ? asked ?? 4 : 4
        var numbers = Array(1...count)
        if fault == .order { numbers.swapAt(0, 1) }
        let notes = numbers.prefix(size).map { #"{"id":\#($0)}"# }.joined(separator: ",")
        let isMore = count > size || fault == .more
        return .json(#"{"notes":[\#(notes)],"total":\#(fault == .total ? count + 1 : count),"more":\#(isMore)}"#)
    }
}

@Suite("a list of one page")
struct OnlyPageTests {
    @Test(
        "says what is true of the rest",
        arguments: [(nil, 3), (nil, 5), (.total, 3), (.more, 3), (.order, 3), (.order, 5)] as [(Board.Fault?, Int)]
    )
    fileprivate func onlyPage(fault: Board.Fault?, count: Int) async {
        let result = await run("only-page", .first, Board(fault: fault, count: count))
        #expect(result.outcome == (fault == nil ? .passed : .failed), "\(result.actual)")
    }

    @Test("has its size whatever another list takes as one", arguments: [nil, .size] as [Board.Fault?])
    fileprivate func fixedSize(fault: Board.Fault?) async {
        let result = await run("fixed-page-size/limit", .first, Board(fault: fault))
        #expect(result.outcome == (fault == nil ? .passed : .failed), "\(result.actual)")
    }

    @Test("says how much it has where that is one thing", arguments: [nil, .total] as [Board.Fault?])
    fileprivate func single(fault: Board.Fault?) async {
        let result = await run("whole-walk", .url, Board(fault: fault, count: 1))
        #expect(result.outcome == (fault == nil ? .unchecked : .failed), "\(result.actual)")
    }

    private func run(_ name: String, _ position: APIDescription.Paging.Position, _ board: Board) async -> CheckResult {
        var api = APIDescription.calendar
        var endpoint = Calendar.status
        endpoint.paging = .init(
            name: "board",
            pageSize: .init(defaultValue: 4, minimum: 4, maximum: 4, below: .reject, above: .reject),
            position: position,
            members: .init(items: "notes", total: "total", hasMore: "more"),
            orderedBy: [.init(field: "id")]
        )
        endpoint.success.body = .named("Note")
        api.types["Note"] = .object([.init("id", .integer())])
        let server = ServerUnderTest(transport: board, fixtures: .calendar)
        return await CharterConformanceTests.run(name, on: endpoint, in: api, server)
    }
}
