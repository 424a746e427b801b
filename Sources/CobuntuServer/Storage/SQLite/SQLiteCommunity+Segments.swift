import CharterRuntime
import CharterServer
import CharterService
import CobuntuModels
import GRDB

extension SQLiteCommunity {
    package func publicSegments(_ page: OffsetPage) async throws -> Page<Segment> {
        try await self.page(
            "segments",
            select: Segment.columns,
            from: "segments WHERE community = ? AND is_active = 1 AND visibility = 'listed'",
            order: "name",
            [tag],
            page
        ) { try Segment(&$0) }
    }

    package func segment(_ id: UniqueID) async throws -> FormedSegment? {
        try await first(
            "segments",
            "SELECT \(Segment.columns), form FROM segments WHERE id = ? AND community = ?",
            [id.description, tag]
        ) { FormedSegment(try Segment(&$0), form: try $0.json(Form.self)) }
    }
}

extension Segment {
    static let columns = """
        id, CAST(name AS BLOB), description, price_amount, price_currency, interval, trial_days, is_active, visibility,
        (SELECT count(*) FROM segment_members WHERE segment_members.community = segments.community AND segment_id = id), updated_at
        """

    init(_ row: inout RowReader) throws {
        self.init(
            id: try row.id(),
            name: try row.text(),
            description: try row.optionalText(),
            pricing: Pricing(
                price: Money(amount: try row.integer(), currency: try row.text()),
                interval: Pricing.Interval(rawValue: try row.text()),
                trialDays: try row.integer()
            ),
            active: try row.flag(),
            visibility: Visibility(rawValue: try row.text()),
            memberCount: try row.integer(),
            updatedAt: try row.instant()
        )
    }
}
