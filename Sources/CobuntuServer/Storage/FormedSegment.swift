import CobuntuModels

/// A segment, with what an application to it must answer.
package struct FormedSegment: Hashable, Sendable {
    /// The segment as it is now.
    package var segment: Segment
    /// Its form.
    package var form: Form

    /// Puts both together.
    package init(_ segment: Segment, form: Form) {
        self.segment = segment
        self.form = form
    }
}
