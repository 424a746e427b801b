/// Pairs of endpoints that one request could mean, though their paths differ in shape.
struct RouteOverlaps {
    /// Two endpoints, in the order of the file.
    struct Pair {
        let first: Endpoint
        let second: Endpoint
        /// The text at each place where one path has a literal and the other a parameter.
        let literals: [(text: String, isOfFirst: Bool)]
    }

    private(set) var pairs: [Pair] = []

    init(_ contract: Contract) {
        let groups = GroupIndex(contract)
        let fit = ExampleFit(types: contract.typesByName)
        for endpoints in Dictionary(grouping: contract.endpoints, by: \.method.value).values {
            var tree = Tree()
            for (index, endpoint) in endpoints.enumerated() {
                let segments = endpoint.path.value.segments[...]
                for other in tree.matches(of: segments) {
                    guard let pair = Pair(endpoints[other], endpoint) else { continue }
                    // A literal that is no value of the parameter is told from it.
                    let isPossible = pair.places.allSatisfy { text, name, owner in
                        guard let parameter = groups.effective(owner).path.first(where: { $0.name.value == name }) else { return true }
                        return fit.fault(of: OrderedJSON(plain: text), as: parameter.type) == nil
                    }
                    if isPossible { pairs.append(pair) }
                }
                tree.insert(segments, index)
            }
        }
    }

    /// The paths of the endpoints before one, segment by segment.
    private struct Tree {
        private var literals: [String: Tree] = [:]
        /// What lies behind a parameter; a list, since a value cannot hold itself.
        private var parameter: [Tree] = []
        private var endpoints: [Int] = []

        mutating func insert(_ segments: ArraySlice<PathPattern.Segment>, _ index: Int) {
            switch segments.first {
            case nil: endpoints.append(index)
            case .literal(let text)?: literals[text, default: Tree()].insert(segments.dropFirst(), index)
            case .parameter?:
                if parameter.isEmpty { parameter = [Tree()] }
                parameter[0].insert(segments.dropFirst(), index)
            }
        }

        /// The endpoints whose paths some text fits that fits these segments too.
        func matches(of segments: ArraySlice<PathPattern.Segment>) -> [Int] {
            let rest = segments.dropFirst()
            return switch segments.first {
            case nil: endpoints
            case .literal(let text)?: (parameter + [literals[text]].compactMap(\.self)).flatMap { $0.matches(of: rest) }
            case .parameter?: (parameter + Array(literals.values)).flatMap { $0.matches(of: rest) }
            }
        }
    }
}

extension RouteOverlaps.Pair {
    /// - Returns: nil for two paths of the same shape, which another rule tells.
    fileprivate init?(_ first: Endpoint, _ second: Endpoint) {
        self.first = first
        self.second = second
        literals = zip(first.path.value.segments, second.path.value.segments).compactMap { left, right in
            switch (left, right) {
            case (.literal(let text), .parameter): (text, true)
            case (.parameter, .literal(let text)): (text, false)
            default: nil
            }
        }
        if literals.isEmpty { return nil }
    }

    /// The endpoint that has a literal wherever the two differ; nil where each has one.
    var moreSpecific: Endpoint? {
        if literals.allSatisfy(\.isOfFirst) { return first }
        return literals.contains(where: \.isOfFirst) ? nil : second
    }

    /// Each literal, the parameter of the other path at its place, and the endpoint that has the parameter.
    fileprivate var places: [(text: String, parameter: String, owner: Endpoint)] {
        zip(first.path.value.segments, second.path.value.segments).compactMap { left, right in
            switch (left, right) {
            case (.literal(let text), .parameter(let name)): (text, name, second)
            case (.parameter(let name), .literal(let text)): (text, name, first)
            default: nil
            }
        }
    }

    /// A path that means both: the literals of the two, and what is a parameter in both as the first one names it.
    var common: String {
        PathPattern(
            segments: zip(first.path.value.segments, second.path.value.segments).map { left, right in
                if case .literal = right { right } else { left }
            }
        ).colonText
    }
}

extension OrderedJSON {
    /// What a text in a path stands for.
    fileprivate init(plain text: String) {
        switch text {
        case "true": self = true
        case "false": self = false
        default: self = OrderedJSON.isNumber(text) ? .number(text) : .string(text)
        }
    }
}
