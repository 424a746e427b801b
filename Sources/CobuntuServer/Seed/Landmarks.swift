import CharterRuntime

/// What requests may name in a community of the data set.
struct Landmarks: Sendable {
    /// The community itself.
    let tag: String
    /// What the community is called.
    let name: String
    /// Sets the community's other identifiers apart from those of others.
    let seed: UInt64
    /// A scheduled event with more tiers than one, which no other community has.
    let event: String
    /// What that event is called.
    let eventTitle: String
    /// A free tier of the event, with a form.
    let tier: UniqueID
    /// A member without special rights, in no segment and at no event to come.
    let member: UniqueID
    /// The member who owns the community.
    let owner: UniqueID
    /// A product that no other community has.
    let product: String
    /// What that product is called.
    let productName: String
    let category = "coworking"
    let hotspot: UniqueID
    /// A listed segment with members and a form.
    let segment: UniqueID
    /// A pending application to the segment.
    let application: UniqueID
    /// The version of the rules that is in force.
    let rulesVersion = 3

    /// The communities of the data set.
    ///
    /// The first is that of the contract's examples, so that these can be tried out as they stand.
    static let all = [
        Landmarks(
            tag: "my-community",
            name: "Casa do Rio",
            seed: 1,
            event: "autumn-meetup",
            eventTitle: "Autumn meetup",
            tier: id("88235dd7-5f6a-446d-888b-e0ecdff74528"),
            member: id("11f599a1-13fd-4797-b13a-2d8c2ce352b4"),
            owner: id("5f0c1a52-9b1d-4e6c-9d0b-0a4f7d1c2e3b"),
            product: "TEE-LOGO",
            productName: "Logo T-shirt",
            hotspot: id("8fd6a1cb-dfbb-400c-8f84-d6faee67a13b"),
            segment: id("27c21f88-a177-4053-8f7c-e5d4d4f30af9"),
            application: id("815f6770-622d-49c5-831c-8e165b00ceba")
        ),
        Landmarks(
            tag: "harbour-kitchen",
            name: "Harbour Kitchen",
            seed: 2,
            event: "harbour-supper",
            eventTitle: "Harbour supper",
            tier: id("c1b7f6a0-0d2e-4b4f-9c8a-1e5d7a3b9f02"),
            member: id("d2c8a7b1-1e3f-4c50-8d9b-2f6e8b4ca013"),
            owner: id("e3d9b8c2-2f40-4d61-9eac-307f9c5db124"),
            product: "APRON-ANCHOR",
            productName: "Anchor apron",
            hotspot: id("f4eac9d3-3051-4e72-8fbd-4180ad6ec235"),
            segment: id("05fbdae4-4162-4f83-90ce-5291be7fd346"),
            application: id("271dfc06-6384-41a5-b2e0-74b3d091f568")
        ),
    ]

    private static func id(_ text: String) -> UniqueID {
        guard let id = UniqueID(text) else { preconditionFailure("'\(text)' is no UUID") }
        return id
    }
}
