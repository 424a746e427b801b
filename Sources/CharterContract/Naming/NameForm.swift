/// How a name must be written: what it may begin with, what may follow, and how long it may be.
///
/// A contract has thousands of names, and Swift parses a regular expression anew at each use.
struct NameForm: Sendable {
    private let first: Set<Unicode.Scalar>
    private let rest: Set<Unicode.Scalar>
    private let longest: Int

    private static let small = "abcdefghijklmnopqrstuvwxyz"
    private static let capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    private static let digits = "0123456789"
    private static let letters = small + capitals

    static let type = NameForm(first: capitals, rest: letters + digits, longest: 60)
    static let endpoint = NameForm(first: small, rest: letters + digits, longest: 60)
    static let declaration = NameForm(first: letters, rest: letters + digits + "-_", longest: 60)
    static let scope = NameForm(first: letters, rest: letters + digits + "-_.:", longest: 60)
    static let field = NameForm(first: letters + "_$", rest: letters + digits + "-_.$", longest: 80)
    static let code = NameForm(first: letters, rest: letters + digits + "-_.", longest: 80)
    static let pathParameter = NameForm(first: letters, rest: letters + digits + "_", longest: 80)
    static let pathLiteral = NameForm(first: letters + digits + "-._~", rest: letters + digits + "-._~", longest: .max)

    private init(first: String, rest: String, longest: Int) {
        self.first = Set(first.unicodeScalars)
        self.rest = Set(rest.unicodeScalars)
        self.longest = longest
    }

    /// Whether a name is written so.
    func fits(_ name: some StringProtocol) -> Bool {
        let scalars = name.unicodeScalars
        guard let begin = scalars.first, first.contains(begin), scalars.count <= longest else { return false }
        return scalars.dropFirst().allSatisfy(rest.contains)
    }
}
