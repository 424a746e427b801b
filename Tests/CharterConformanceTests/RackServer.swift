import CharterRuntime
import HTTPTypes

/// A server that has nine books in a rack, just as documented, but for one fault.
struct RackServer: HTTPTransport {
    let rack: Rack
    var fault: Rack.Fault?

    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        let pairs = (request.path ?? "").split(separator: "?").dropFirst().joined().split(separator: "&").map {
            $0.split(separator: "=").map(String.init)
        }
        let query = Dictionary(pairs.map { ($0[0], $0[1]) }) { first, _ in first }
        var books = (1...9).map { (id: "b\($0)", kind: $0 > 6 ? "atlas" : "novel") }
        if fault == .otherOrder { books.reverse() }
        if let kind = query["kind"] { books.removeAll { $0.kind != kind } }
        guard let size = query["size"].map({ Int($0) }) ?? 3, (1...9).contains(size) else { return refusal }
        return rack == .byID ? follow(books, query, size) : number(books, query, size)
    }

    private typealias Book = (id: String, kind: String)

    private func follow(_ books: [Book], _ query: [String: String], _ size: Int) -> HTTPReply {
        for (name, leniency) in [("after", Rack.Fault.anyAfter), ("before", .anyBefore)] {
            guard let text = query[name], text.count != 2 || text.first != "b" else { continue }
            return fault == leniency ? reply(#"{"books":[],"more":false}"#) : refusal
        }
        if let end = query["before"] {
            let before = books.filter { $0.id < end }
            let page = fault == .beforeFromStart ? before.prefix(size) : before.suffix(size)
            return reply(#"{"books":\#(text(page)),"more":\#(before.count > size)}"#)
        }
        let behind = books.filter { $0.id > query["after"] ?? "" }
        return reply(
            #"{"books":\#(text(behind.prefix(size))),"more":\#(fault == .moreAtEnd ? behind.count >= size : behind.count > size)}"#
        )
    }

    private func number(_ books: [Book], _ query: [String: String], _ size: Int) -> HTTPReply {
        guard let page = query["page"].map({ Int($0) }) ?? 1, page > 0 else { return refusal }
        let pages = (books.count + size - 1) / size
        if rack == .counted, page > pages { return refusal }
        let first = fault == .countedFromZero ? 0 : 1
        let items = text(books.dropFirst((page - first) * size).prefix(size))
        let kept = fault == .filterDropped ? nil : query["kind"].map { "&kind=\($0)" }
        if rack == .counted {
            let stated = fault == .pagesRoundedDown ? books.count / size : pages
            let leads = page < pages || fault == .nextOnLast
            let next = leads ? #""https://rack.example/v1/books?page=\#(page + 1)&size=\#(size)\#(kept ?? "")""# : "null"
            return reply(#"{"books":\#(items),"page":\#(page),"pages":\#(stated),"next":\#(next)}"#)
        }
        func link(_ relation: String, _ number: Int, to place: String = "books") -> String {
            "<https://rack.example/v1/\(place)?page=\(number)&size=\(size)\(kept ?? "")>; rel=\"\(relation)\""
        }
        var links = [link("last", fault == .otherLast ? pages - 1 : pages)]
        if fault != .noFirst { links.append(link("first", fault == .otherFirst ? 2 : 1)) }
        if page > 1, fault != .noPrevious { links.append(link("prev", page - 1, to: fault == .previousElsewhere ? "lamps" : "books")) }
        if page < pages { links.append(link("next", page + 1)) }
        var reply = reply(items)
        if let name = HTTPField.Name("Link") { reply.head.headerFields[name] = links.joined(separator: ", ") }
        return reply
    }

    private func text(_ books: some Sequence<Book>) -> String {
        "[\(books.map { #"{"id":"\#($0.id)","kind":"\#($0.kind)"}"# }.joined(separator: ","))]"
    }

    private func reply(_ body: String, status: Int = 200, type: String = "application/json") -> HTTPReply {
        HTTPReply(head: HTTPResponse(status: .init(code: status), headerFields: [.contentType: type]), body: Array(body.utf8))
    }

    private var refusal: HTTPReply {
        let body = #"{"type":"about:blank","title":"No","status":400,"code":"invalid-request"}"#
        return reply(body, status: 400, type: "application/problem+json")
    }
}
