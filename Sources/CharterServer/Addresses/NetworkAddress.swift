import NIOCore

/// An IP address as limits count it.
///
/// Of IPv6 the first 64 bits count, for a single host has the others to choose from (RFC 4291 §2.5.1); an IPv4 address that is written as one of IPv6 is that of IPv4
/// (RFC 4291 §2.5.5.2).
struct NetworkAddress: Hashable, Sendable {
    /// The address in text, of IPv6 with `/64` behind it; the same for all spellings.
    let text: String

    /// Reads an address; nil for what is none.
    init?(_ text: String) {
        guard let address = try? SocketAddress(ipAddress: text, port: 0) else { return nil }
        switch address {
        case .v4: self.text = address.ipAddress ?? text
        case .v6(let address): self.text = Self.text(of: withUnsafeBytes(of: address.address) { Array($0) })
        case .unixDomainSocket: return nil
        }
    }

    /// - Parameter socket: The bytes of a `sockaddr_in6`, in which the address stands behind eight others.
    private static func text(of socket: [UInt8]) -> String {
        let bytes = socket.dropFirst(8).prefix(16)
        if bytes.prefix(10).allSatisfy({ $0 == 0 }), bytes.dropFirst(10).prefix(2).allSatisfy({ $0 == 0xff }) {
            return bytes.suffix(4).map(String.init).joined(separator: ".")
        }
        let network = Array(bytes.prefix(8))
        let groups = stride(from: 0, to: 8, by: 2).map { UInt16(network[$0]) << 8 | UInt16(network[$0 + 1]) }
        return groups.map { String($0, radix: 16) }.joined(separator: ":") + "::/64"
    }
}
