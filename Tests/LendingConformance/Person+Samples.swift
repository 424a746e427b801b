import LendingModels

extension Person {
    /// Those who have signed in, by the name of their session's key.
    static let samples: [String: Person] = [
        "ada": Person(name: "Ada Vale", email: "ada@vale.example", branches: [SampleKey.millStreet]),
        "ben": Person(name: "Ben Stock", email: "ben@mill-street.example", branches: [SampleKey.millStreet]),
        "gus": Person(name: "Gus Field", email: "gus@field.example", branches: [SampleKey.millStreet]),
        "cleo": Person(name: "Cleo Hart", email: "cleo@weir-lane.example", branches: [SampleKey.weirLane]),
        "dora": Person(name: "Dora Finch", email: "dora@network.example", branches: [SampleKey.weirLane, SampleKey.millStreet]),
    ]
}
