public import CharterConformance
public import CharterServer

extension ServerControl {
    /// Steers a server in this process that is thrown away after each check that leaves something behind.
    public init(_ clock: AdjustableClock) {
        self.init(reset: {}, advanceClock: { seconds in clock.advance(by: .seconds(seconds)) }, standsStill: true)
    }
}
