import CharterRuntime
import HTTPTypes

/// A server that pages its list just as documented, but for one fault.
struct ShelfServer: HTTPTransport {
    let shelf: Shelf
    var fault: Shelf.Fault?
    private let count = 7

    init(_ shelf: Shelf, fault: Shelf.Fault? = nil) {
        self.shelf = shelf
        self.fault = fault
    }

    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        let pairs = (request.path ?? "").split(separator: "?").dropFirst().joined().split(separator: "&").map {
            $0.split(separator: "=").map(String.init)
        }
        let query = Dictionary(pairs.map { ($0[0], $0[1]) }) { first, _ in first }
        guard let size = query["size"].map({ Int($0) }) ?? 3, (1...4).contains(size) else { return refusal(.invalidRequest) }
        guard let start = start(query, size: size) else { return refusal(shelf == .byCursor ? .invalidCursor : .invalidRequest) }
        if shelf == .refusingBehind, start >= count { return refusal(.invalidRequest) }
        let used = fault == .positionIgnored ? 0 : start
        let skipped = fault == .itemLost && used > 0 ? 1 : 0
        let books = (0..<count).dropFirst(used + skipped).prefix(size).map { number in
            fault == .wrongType ? #"{"id":"b\#(number)","copies":"many"}"# : #"{"id":"b\#(number)","copies":2}"#
        }
        return page("[\(books.joined(separator: ","))]", start: start, end: start + books.count + skipped, size: size)
    }

    /// The number of books before the page; nil for a position that makes no sense.
    private func start(_ query: [String: String], size: Int) -> Int? {
        let lenient = fault == .badPositionTaken ? 0 : nil
        switch shelf {
        case .numbered, .refusingBehind, .linked:
            let first = shelf == .linked ? 0 : 1
            guard let number = query["page"].map({ Int($0) }) ?? first, number >= first else { return lenient }
            return (number - first) * size
        case .byCursor, .byURL:
            guard let cursor = query["cursor"] else { return 0 }
            return cursor.hasPrefix("c-") ? Int(cursor.dropFirst(2)) : lenient
        case .after: return query["after"].map { (Int($0.dropFirst()) ?? 0) + 1 } ?? 0
        }
    }

    private func page(_ books: String, start: Int, end: Int, size: Int) -> HTTPReply {
        let isMore = fault == .endUntrue ? end >= count : end < count
        let total = fault == .endUntrue ? count + 1 : count
        switch shelf {
        case .numbered, .refusingBehind:
            let pages = (count + size - 1) / size
            return reply(#"{"data":{"books":\#(books),"total":\#(total),"page":\#(start / size + 1),"pages":\#(pages)}}"#)
        case .byCursor: return reply(#"{"books":\#(books),"meta":{"next":\#(isMore ? "\"c-\(end)\"" : "null")}}"#)
        case .after: return reply(#"{"books":\#(books),"more":\#(isMore)}"#)
        case .byURL:
            let next = end < count ? #""next":"https://shelf.example/v1/books?cursor=c-\#(end)""# : ""
            return reply(#"{"books":\#(books),"total":\#(total),"links":{\#(next)}}"#)
        case .linked:
            var reply = reply(books)
            let link = #"</v1/books?page=\#(start / size + 1)&size=\#(size)>; rel="next""#
            if isMore, let name = HTTPField.Name("Link") { reply.head.headerFields[name] = #"</v1/books>; rel="first", \#(link)"# }
            return reply
        }
    }

    private func reply(_ body: String, status: Int = 200, type: String = "application/json") -> HTTPReply {
        HTTPReply(head: HTTPResponse(status: .init(code: status), headerFields: [.contentType: type]), body: Array(body.utf8))
    }

    private func refusal(_ code: Problem.Code) -> HTTPReply {
        let body = #"{"type":"about:blank","title":"No","status":400,"code":"\#(code.rawValue)"}"#
        return reply(body, status: 400, type: "application/problem+json")
    }
}
