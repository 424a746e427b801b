/// A word that other languages have for one of this.
enum ForeignWord {
    /// The word that someone meant: its equal in this language, the nearest one, or the only one that begins so.
    static func meant(by typed: String, among words: [String]) -> String? {
        let small = typed.lowercased()
        if let equal = equals.first(where: { $0.typed.contains(small) && words.contains($0.word) }) { return equal.word }
        if let nearest = nearestName(to: typed, among: words) { return nearest }
        let longer = words.filter { $0.hasPrefix(small) }
        return typed.count > 2 && longer.count == 1 ? longer[0] : nil
    }

    private static let equals: [(typed: Set<String>, word: String)] = [
        (["true", "on"], "yes"), (["false", "off"], "no"), (["ignore", "none", "no", "false"], "off"),
        (["any", "everything", "*"], "all"), (["all", "everything", "*"], "any"),
        (["no", "false", "off", "null", "~", "nothing"], "none"),
        (["server", "readonly", "read-only"], "api"), (["error", "fail", "refuse"], "reject"),
        (["error", "reject", "refuse"], "fail"), (["warning", "ignore"], "warn"),
        (["private", "secret", "backend"], "server-only"), (["public", "browser", "client"], "anywhere"),
        (["ip", "client"], "address"), (["apikey", "api-key", "token", "credential"], "key"), (["account", "customer"], "tenant"),
        (["all", "global"], "everyone"), (["token"], "cursor"), (["skip"], "offset"),
    ]
}
