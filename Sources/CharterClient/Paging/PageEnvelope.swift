import CharterRuntime

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The JSON object that holds a page; its member names come from the API description.
struct PageEnvelope<Item: Decodable & Sendable>: DecodableWithConfiguration {
    var page: Page<Item>
    private var hasMore: Bool?
    private var offset: Int?

    init(from decoder: any Decoder, configuration members: APIDescription.Paging.Members) throws {
        let container = try decoder.container(keyedBy: MemberName.self)
        func member<Value: Decodable>(_ name: String?) throws -> Value? {
            try name.flatMap { try container.decodeIfPresent(Value.self, forKey: MemberName(stringValue: $0)) }
        }
        let items = try container.decode([Item].self, forKey: MemberName(stringValue: members.items))
        page = Page(items: items, total: try member(members.total))
        hasMore = try member(members.hasMore)
        offset = try member(members.offset)
    }

    func step(of reply: HTTPReply) -> OffsetWalk.Step {
        OffsetWalk.Step(count: page.items.count, total: page.total, hasMore: hasMore, offset: offset, body: reply.body)
    }

    private struct MemberName: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) {
            self.stringValue = stringValue
        }

        init?(intValue: Int) { nil }
    }
}

extension JSONCoding {
    /// Reads a value whose shape is given by a configuration.
    static func decode<Value: DecodableWithConfiguration>(
        _ type: Value.Type,
        from bytes: [UInt8],
        configuration: Value.DecodingConfiguration
    ) throws -> Value {
        try JSONDecoder().decode(type, from: Data(bytes), configuration: configuration)
    }
}
