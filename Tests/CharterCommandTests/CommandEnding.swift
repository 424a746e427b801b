/// How a command ended.
enum CommandEnding: Hashable {
    case exit(Int32)
    case signal(Int32)

    static let holds = Self.exit(0)
    static let findings = Self.exit(1)
    static let wrongUsage = Self.exit(2)
    static let impossible = Self.exit(3)
}
