public import CharterRuntime

/// How much was asked in a run, and for how long.
public struct ConformanceRun: Hashable, Sendable {
    /// What chose among the values that were tried.
    public var seed: UInt64
    /// The requests that were sent.
    public var requests: Int
    /// How long it took.
    public var seconds: Double
    /// The bound at which it was stopped, as `600 seconds`; nil where it was not.
    public var stop: String?

    /// Creates the figures of a run.
    public init(seed: UInt64, requests: Int, seconds: Double, stop: String? = nil) {
        self.seed = seed
        self.requests = requests
        self.seconds = seconds
        self.stop = stop
    }
}

extension ConformanceRun: JSONReadable, JSONWritable {
    private static let names: [StaticString] = ["seed", "requests", "seconds", "stop"]

    /// Reads the figures of a run.
    public init(from json: inout JSONReader) throws(JSONFault) {
        var seed: ExactNumber?
        var stop: String?
        var requests: Int?
        var seconds: Double?
        var members = try json.members(Self.names, required: [0, 1, 2])
        while let member = try members.next(&json) {
            switch member {
            case 0: json.read(&seed)
            case 1: json.read(&requests)
            case 2: json.read(&seconds)
            default: json.readOptional(&stop)
            }
        }
        guard let number = UInt64(members.required(seed).description) else { throw JSONFault(.numberOutOfRange, at: 0) }
        self.init(seed: number, requests: members.required(requests), seconds: members.required(seconds), stop: stop)
    }

    /// Writes the figures.
    public func write(to json: inout JSONWriter) {
        json.openObject()
        // Half of the seeds are beyond `Int`.
        json.member("seed", ExactNumber(String(seed)))
        json.member("requests", requests)
        json.member("seconds", seconds)
        json.member("stop", stop)
        json.closeObject()
    }
}
