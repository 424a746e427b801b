public import CobuntuModels

/// A segment, with what an application to it must answer.
public struct FormedSegment: Hashable, Sendable {
    /// The segment as it is now.
    public var segment: Segment
    /// Its form.
    public var form: Form

    /// Puts both together.
    public init(_ segment: Segment, form: Form) {
        self.segment = segment
        self.form = form
    }
}
