/// An enumeration of texts that later versions may add to: it keeps texts that it does not know.
public protocol OpenEnumeration: RawRepresentable, LosslessStringConvertible, JSONCodable where RawValue == String {
    /// Reads a value as it stands on the wire; one that is not known is kept as it is.
    init(rawValue: String)
}

extension OpenEnumeration {
    /// Reads a value as it stands on the wire; one that is not known is kept as it is.
    public init(_ description: String) {
        self.init(rawValue: description)
    }

    /// The value as it stands on the wire.
    public var description: String { rawValue }
}

/// An enumeration of texts that there will never be others of.
public protocol ClosedEnumeration: RawRepresentable, LosslessStringConvertible, JSONCodable where RawValue == String {}

extension ClosedEnumeration {
    /// Reads a value as it stands on the wire; nil for any other text.
    public init?(_ description: String) {
        self.init(rawValue: description)
    }

    /// The value as it stands on the wire.
    public var description: String { rawValue }
}
