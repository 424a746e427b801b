import CharterRuntime

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Timestamp {
    /// The present instant by the system's clock, exact to the microsecond.
    public static func now() -> Timestamp {
        let seconds = Date().timeIntervalSince1970
        let whole = seconds.rounded(.down)
        return Timestamp(secondsSinceEpoch: Int64(whole), nanoseconds: Int32((seconds - whole) * 1_000_000) * 1_000)
    }
}
