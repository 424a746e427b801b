import CharterRuntime
import SampleServers

/// What requests may name in a sample community.
struct Landmarks: Sendable {
    /// The community itself.
    let tag: String
    /// Sets the community's other identifiers apart, 100 to 999.
    let series: Int
    /// A scheduled event, with more tiers than one, which the other community does not have.
    let event: String
    /// A free tier of the event, whose form asks one question.
    let tier: UniqueID
    /// A member without special rights, in no segment.
    let member: UniqueID
    /// The member who owns the community.
    let owner: UniqueID
    /// Somebody who is banned, and whose application is pending.
    let banned: UniqueID
    /// A product that the other community does not have.
    let product: String
    let category = "coworking"
    let hotspot: UniqueID
    /// A listed segment with members, whose form asks two questions.
    let segment: UniqueID
    /// A listed segment that nobody is in.
    let emptySegment: UniqueID
    /// A pending application to the segment, by somebody who is no member.
    let application: UniqueID
    /// The one of who is banned.
    let bannedApplication: UniqueID

    /// The community of the contract's examples, with their identifiers.
    static let myCommunity = Landmarks(
        tag: "my-community",
        series: 100,
        event: "autumn-meetup",
        tier: UniqueID(sample: "88235dd7-5f6a-446d-888b-e0ecdff74528"),
        member: UniqueID(sample: "11f599a1-13fd-4797-b13a-2d8c2ce352b4"),
        owner: UniqueID(sample: "5f0c1a52-9b1d-4e6c-9d0b-0a4f7d1c2e3b"),
        banned: UniqueID(sample: "4a0b1c2d-3e4f-4051-8263-748596a7b8c9"),
        product: "TEE-LOGO",
        hotspot: UniqueID(sample: "8fd6a1cb-dfbb-400c-8f84-d6faee67a13b"),
        segment: UniqueID(sample: "27c21f88-a177-4053-8f7c-e5d4d4f30af9"),
        emptySegment: UniqueID(sample: "3e9a6b0d-7c41-4f25-8a5e-6d1b2c3f4a59"),
        application: UniqueID(sample: "815f6770-622d-49c5-831c-8e165b00ceba"),
        bannedApplication: UniqueID(sample: "926a7881-733e-4ad6-942d-9f276c11dfcb")
    )

    /// A second community, which shares no identifier with the first.
    static let otherTown = Landmarks(
        tag: "other-town",
        series: 200,
        event: "harbour-supper",
        tier: UniqueID(sample: "c1b7f6a0-0d2e-4b4f-9c8a-1e5d7a3b9f02"),
        member: UniqueID(sample: "d2c8a7b1-1e3f-4c50-8d9b-2f6e8b4ca013"),
        owner: UniqueID(sample: "e3d9b8c2-2f40-4d61-9eac-307f9c5db124"),
        banned: UniqueID(sample: "5b1c2d3e-4f50-4162-9374-8596a7b8c9da"),
        product: "APRON-ANCHOR",
        hotspot: UniqueID(sample: "f4eac9d3-3051-4e72-8fbd-4180ad6ec235"),
        segment: UniqueID(sample: "05fbdae4-4162-4f83-90ce-5291be7fd346"),
        emptySegment: UniqueID(sample: "160cebf5-5273-4094-a1df-63a2cf80e457"),
        application: UniqueID(sample: "271dfc06-6384-41a5-b2e0-74b3d091f568"),
        bannedApplication: UniqueID(sample: "382e0d17-7495-42b6-a3f1-85c4e1a20679")
    )
}
