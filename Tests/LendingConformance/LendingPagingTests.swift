import CharterClient
import CharterRuntime
import HTTPTypes
import LendingAPIClient
import LendingModels
import SampleServers
import Testing

/// Four ways of paging in one API, each walked by the generated client.
@Suite("Generated client, through lists")
struct LendingPagingTests {
    private let trial: LendingTrial

    init() throws {
        trial = try LendingTrial()
    }

    @Test("by page numbers from 0", arguments: [1, 4, 5, 50])
    func pages(perPage: Int) async throws {
        var titles: [String] = []
        for try await work in try trial.catalogue.listWorks(perPage: perPage) { titles.append(work.title) }
        #expect(titles == Work.samples.map(\.title).sorted())
    }

    @Test("from a page of a number, with the total that it states")
    func page() async throws {
        let page = try await trial.catalogue.listWorks(perPage: 4, page: 3).first()
        #expect(page.items.map(\.title) == ["The Three Rivers", "Weirs and Locks"])
        #expect(page.items.first?.volumes?.map(\.title) == ["The First River", "The Other Two"])
        #expect(page.total == 14)
        let raw = try await trial.send(.get, "/works?perPage=4&page=3&key=\(SampleKey.catalogue.text)")
        #expect(raw.json?["page"] == .integer(3))
        #expect(raw.json?["pages"] == .integer(4))
        #expect(raw.json?["perPage"] == .integer(4))
    }

    @Test("of sizes above the maximum, which are cut to it")
    func clamp() async throws {
        let raw = try await trial.send(.get, "/works?perPage=5000&key=\(SampleKey.catalogue.text)")
        #expect(raw.json?["perPage"] == .integer(50))
        #expect(try await trial.catalogue.listWorks(perPage: 5000).first().items.count == 14)
    }

    @Test("with filters, of which one is a list")
    func filters() async throws {
        let maps = try trial.catalogue.listWorks(kind: [.map, .audio], publishedFrom: CalendarDate(sample: "2005-07-07"), perPage: 2)
        var titles: [String] = []
        for try await work in maps { titles.append(work.title) }
        #expect(titles == ["Floods", "Le Canal", "Quays", "Rain"])
    }

    @Test("by links, as system and as person")
    func links() async throws {
        let barcodes = (45...51).map { "000123\($0)" }
        var asSystem: [String] = []
        for try await copy in try trial.system().listCopies(isbn: "9780140449136", size: 2) { asSystem.append(copy.barcode) }
        #expect(asSystem == barcodes)
        var asReader: [String] = []
        for try await copy in try trial.person(.reader).listCopies(isbn: "9780140449136") { asReader.append(copy.barcode) }
        #expect(asReader == barcodes)
    }

    @Test("whose body is a bare list, and whose links are all that the contract names")
    func bareList() async throws {
        let raw = try await trial.send(.get, "/works/9780140449136/copies?page=2", LendingTrial.basic())
        let url = "https://lending.three-rivers.example/v2/works/9780140449136/copies"
        guard case .array(let copies)? = raw.json else { throw TestFailure("no bare list") }
        #expect(copies.count == 3)
        let links = ["\(url)?page=3>; rel=\"next\"", "\(url)?page=1>; rel=\"prev\"", "\(url)?page=1>; rel=\"first\""]
        #expect(raw["Link"] == (links + ["\(url)?page=3>; rel=\"last\""]).map { "<" + $0 }.joined(separator: ", "))
    }

    @Test("by cursors, with and without a filter", arguments: [(nil, 8), (.good, 6), (.barred, 2)] as [(Standing?, Int)])
    func cursors(standing: Standing?, count: Int) async throws {
        var numbers: [String] = []
        for try await reader in try trial.system().listReaders(standing: standing, limit: 1) { numbers.append(reader.number) }
        #expect(numbers.count == count)
        #expect(numbers == numbers.sorted())
    }

    @Test("whose cursors are bound to the filter for which they were given")
    func boundCursor() async throws {
        let client = try trial.system()
        let cursor = try #require(try await client.listReaders(standing: .good, limit: 2).first().next)
        #expect(try await client.listReaders(standing: .good, cursor: cursor).first().items.first?.number == "R004713")
        let refused = await refusal { () throws(ClientError) in try await client.listReaders(standing: .barred, cursor: cursor).first() }
        #expect(refused == "400 invalid-cursor")
    }

    @Test("by URLs that pages give, the newest loans first", arguments: [(nil, 9), (true, 2)] as [(Bool?, Int)])
    func urls(overdue: Bool?, count: Int) async throws {
        var instants: [Timestamp] = []
        for try await loan in try trial.person(.reader).listLoans(overdue: overdue) { instants.append(loan.lentAt) }
        #expect(instants.count == count)
        #expect(instants == instants.sorted(by: >))
    }
}

/// What a test found instead of what it looked for.
struct TestFailure: Error {
    let text: String

    init(_ text: String) {
        self.text = text
    }
}
