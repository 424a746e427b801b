import CharterClient
import CharterRuntime

/// Reads a list in small pages and compares each with the same stretch of the list read in large ones.
struct WholeWalk: Procedure {
    /// Large pages to read at most; of a longer list the rest is left alone.
    private static let largePages = 5
    /// Items to read in small pages; behind them pages are large, so that a walk takes about twenty requests.
    private static let smallStretch = 12

    let request: EndpointRequest
    let paging: APIDescription.Paging

    func carryOut(through exchanger: Exchanger) async throws(MissingFixture) -> Observation {
        let reader = PageReader(request: request, paging: paging, exchanger: exchanger)
        do {
            let list = try await wholeList(reader)
            guard list.items.count >= 2 else {
                throw MissingFixture("a list of at least 2 items for the first tenant; this one has \(list.items.count)")
            }
            let last = try await walk(list, reader)
            return observation(last, "\(list.items.count) items, each at its place", isAsExpected: true)
        } catch let fault as PageReader.Fault {
            return observation(fault.request, fault.reason, isAsExpected: false)
        } catch let missing as MissingFixture {
            throw missing
        } catch {
            return observation(request, "no reply: \(error)", isAsExpected: false)
        }
    }

    private func observation(_ request: EndpointRequest, _ actual: String, isAsExpected: Bool) -> Observation {
        let expected = "pages of 1 and 2 items that together are the list, with a true total, and an empty page behind the end"
        return Observation(request: request, expected: expected, actual: actual, isAsExpected: isAsExpected)
    }

    private func wholeList(_ reader: PageReader) async throws(PageReader.Fault) -> List {
        var list = List(items: [], isComplete: false)
        for _ in 0..<Self.largePages where !list.isComplete {
            let page = try await reader.page(size: paging.pageSize.maximum, offset: list.items.count)
            list.items += page.items
            list.isComplete = page.items.count < paging.pageSize.maximum
        }
        return list
    }

    /// Alternates the sizes, so that offsets are no multiples of them: a server that counts in pages rather than items repeats itself.
    private func walk(_ list: List, _ reader: PageReader) async throws(PageReader.Fault) -> EndpointRequest {
        var offset = 0
        var isOdd = true
        while offset < list.items.count {
            let small = min(isOdd ? 1 : 2, paging.pageSize.maximum)
            let size = offset < Self.smallStretch ? small : paging.pageSize.maximum
            offset += try await compare(list, reader, size: size, offset: offset)
            isOdd.toggle()
        }
        // Only the end of a list that was read to its end is known.
        if list.isComplete { _ = try await compare(list, reader, size: 1, offset: offset) }
        return reader.request(size: 1, offset: offset)
    }

    /// Compares one page and returns the number of its items.
    private func compare(_ list: List, _ reader: PageReader, size: Int, offset: Int) async throws(PageReader.Fault) -> Int {
        let page = try await reader.page(size: size, offset: offset)
        let stretch = list.items.dropFirst(offset).prefix(size)
        let end = offset + stretch.count
        func fault(_ reason: String) -> PageReader.Fault { .init(request: reader.request(size: size, offset: offset), reason: reason) }
        guard page.items == Array(stretch) else {
            throw fault("the page of size \(size) at offset \(offset) holds \(page.items.count) items that are not those of the list there")
        }
        if list.isComplete, let total = page.total, total != list.items.count {
            throw fault("the total is \(total) where the list has \(list.items.count) items")
        }
        if let hasMore = page.hasMore, hasMore != (end < list.items.count || !list.isComplete) {
            throw fault("the page of size \(size) at offset \(offset) says \(hasMore ? "that more follow" : "that it is the last")")
        }
        return stretch.count
    }

    private struct List {
        var items: [JSONValue]
        var isComplete: Bool
    }
}
