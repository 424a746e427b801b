/// What requests may name in a sample account.
struct Landmarks: Sendable {
    /// The account itself.
    let account: String
    /// A saved address.
    let address: String
    /// A shipment without a label.
    let shipment: String
    /// A shipment that its carrier has.
    let sentShipment: String
    /// A rate that can be bought.
    let rate: String
    /// A rate whose time is over.
    let oldRate: String
    /// A parcel with several events.
    let trackingNumber: String

    /// The account of the contract's examples, with their identifiers.
    static let teapots = Landmarks(
        account: "teapots",
        address: "adr_4kT9wQ",
        shipment: "shp_8Zr2Lm",
        sentShipment: "shp_teapots3",
        rate: "rat_Qm71xE",
        oldRate: "rat_teapotsOld",
        trackingNumber: "PX4471203985"
    )

    /// A second account, which shares no identifier with the first.
    static let lanterns = Landmarks(
        account: "lanterns",
        address: "adr_lanterns",
        shipment: "shp_lanterns9",
        sentShipment: "shp_lanterns3",
        rate: "rat_lanterns",
        oldRate: "rat_lanternsOld",
        trackingNumber: "PX5500318842"
    )
}
