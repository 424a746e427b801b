/// A JSON object put together from values at paths of members, such as `meta.total`.
struct MemberTree: Encodable {
    private var members: [String: Node] = [:]

    private enum Node {
        case value(any Encodable)
        case tree(MemberTree)
    }

    /// Puts a value at a path; what stood there before is replaced.
    mutating func set(_ value: any Encodable, at path: String) {
        set(value, at: path.split(separator: ".").map(String.init)[...])
    }

    private mutating func set(_ value: any Encodable, at path: ArraySlice<String>) {
        guard let name = path.first else { return }
        guard path.count > 1 else {
            members[name] = .value(value)
            return
        }
        var inner = if case .tree(let tree)? = members[name] { tree } else { MemberTree() }
        inner.set(value, at: path.dropFirst())
        members[name] = .tree(inner)
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: MemberName.self)
        for (name, node) in members {
            switch node {
            case .value(let value): try object.encode(value, forKey: MemberName(name))
            case .tree(let tree): try object.encode(tree, forKey: MemberName(name))
            }
        }
    }

    private struct MemberName: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.init(stringValue) }
        init?(intValue: Int) { nil }
    }
}
