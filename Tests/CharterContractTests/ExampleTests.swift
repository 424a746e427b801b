import CharterContract
import Testing

/// Every type has an example: the contract's own, or one made of what the type says.
@Suite("Examples")
struct ExampleTests {
    @Test("are those of the contract, as text where text is expected")
    func given() throws {
        let types = try TestContract.types(
            """
              Code: { about: A code., type: string, example: 042 }
              Plain: { about: Digits., type: string, example: 42 }
              Word: { about: A word., type: string, example: true }
              Nothing: { about: Nothing., type: "string?", example: null }
              Name: { about: Another name of a text., type: Plain, example: 7.50 }
              State: { about: A state., enum: [1, 2], example: 2 }
              Count: { about: A count., type: integer, example: 42 }
              Ratio: { about: A ratio., type: number, example: 1.50 }
              Quoted: { about: Digits in quotes., type: string, example: "1" }
              Flag: { about: A flag., type: boolean, example: false }
              Names: { about: Names., list: string, example: [1, two, true] }
              Rows: { about: Rows., list: { list: State }, example: [[1], [2, 1]] }
            """
        )
        let texts = types.mapValues(\.example.compactText)
        #expect(
            texts == [
                "Code": #""042""#, "Plain": #""42""#, "Word": #""true""#, "Nothing": "null", "Name": #""7.50""#, "State": #""2""#,
                "Count": "42", "Ratio": "1.50", "Quoted": #""1""#, "Flag": "false", "Names": #"["1","two","true"]"#,
                "Rows": #"[["1"],["2","1"]]"#,
            ]
        )
    }

    @Test("are made of what the type says where the contract has none")
    func made() throws {
        let types = try TestContract.types(
            """
              State: { about: A state., enum: [draft, published] }
              Long: { about: A long text., type: string, length: 6.. }
              Short: { about: A short text., type: string, length: ..2 }
              AtLeast: { about: A number., type: integer, range: 7.. }
              AtMost: { about: A number., type: number, range: ..-1.5 }
              One: { about: A number., type: integer }
              Pair: { about: Two numbers., list: integer, count: 2 }
              Empty: { about: A list without items., list: integer, count: 0 }
              Endless: { about: A list that no example can fill., list: integer, count: 9000000000.. }
              Thing: { about: A thing., fields: { state: { type: State, about: Its state. }, all?: { list: State, about: All. } } }
            """
        )
        #expect(types["Endless"]?.example.items?.count == 100)
        let texts = types.filter { $0.key != "Endless" }.mapValues(\.example.compactText)
        #expect(
            texts == [
                "State": #""draft""#, "Long": #""texttt""#, "Short": #""te""#, "AtLeast": "7", "AtMost": "-1.5", "One": "1",
                "Pair": "[1,1]", "Empty": "[]", "Thing": #"{"state":"draft","all":["draft"]}"#,
            ]
        )
    }

    @Test("end where a type holds a list of itself, directly or through others")
    func recursion() throws {
        let types = try TestContract.types(
            """
              Node: { about: A node., fields: { children: { list: Node, about: Below. } } }
              Tree: { about: A tree., fields: { branches: { list: { fields: { tree: Tree } }, about: Below. } } }
              Post: { about: A post., fields: { replies: { list: Reply, about: Below. } } }
              Reply: { about: A reply., fields: { to: { type: Post, about: Above. }, text: { type: slug, about: What it says. } } }
              Forest: { about: A list of itself., list: Forest }
            """
        )
        let texts = types.mapValues(\.example.compactText)
        #expect(
            texts == [
                "Node": #"{"children":[{"children":[]}]}"#,
                "Tree": #"{"branches":[{"tree":{"branches":[]}}]}"#,
                "Post": #"{"replies":[{"to":{"replies":[]},"text":"example-slug"}]}"#,
                "Reply": #"{"to":{"replies":[]},"text":"example-slug"}"#,
                "Forest": "[[]]",
            ]
        )
    }
}

extension OrderedJSON {
    fileprivate var items: [OrderedJSON]? {
        if case .array(let items) = self { items } else { nil }
    }
}
