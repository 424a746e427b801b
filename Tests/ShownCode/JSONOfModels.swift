import CharterRuntime
import ShopModels

/// *JSON of models* of the readme.
enum JSONOfModels {
    static func both(_ bytes: [UInt8]) throws -> (Order, [UInt8]) {
        let order = try JSONCoding.decode(Order.self, from: bytes)  // [UInt8] of UTF-8
        let written = try JSONCoding.encode(order)
        return (order, written)
    }
}
