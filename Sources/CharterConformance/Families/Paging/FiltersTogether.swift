import CharterRuntime

/// Two filters that are asked for at once leave what each of them leaves.
struct FiltersTogether {
    /// What each filter leaves alone.
    let first: FilteredPages
    let second: FilteredPages

    func dialogue() -> Dialogue {
        var open = first.request
        ParameterPlace.query.remove(second.name, from: &open)
        let request = open
        return Dialogue(request, expecting: "the items that \(first.name) and \(second.name) both leave, and no others") { conversation in
            let all = try await ListedItems(request, conversation).items
            if let doubt = first.doubt ?? second.doubt { throw MissingFixture(unfit: doubt) }
            guard let both = try telling(of: all) else {
                let names = "\(first.name) and \(second.name)"
                throw MissingFixture(unfit: "no values of \(names) leave some of the items together, and others each alone")
            }
            try await both.judge(of: all, first.probe, conversation, judgesTotal: true)
            return "\(both.what), among \(all.count) items"
        }
    }

    /// Values of both under which a server that disregards one would leave other items; nil where there are none.
    private func telling(of all: [JSONValue]) throws(MissingFixture) -> FilterChoice? {
        let ones = try first.choices(all).map { (choice: $0, keeps: all.map($0.keeps)) }
        let others = try second.choices(all).map { (choice: $0, keeps: all.map($0.keeps)) }
        for one in ones where !one.keeps.contains(nil) {
            for other in others where !other.keeps.contains(nil) {
                let pairs = zip(one.keeps, other.keeps).map { (first: $0 == true, second: $1 == true) }
                guard pairs.contains(where: { $0.first && $0.second }), pairs.contains(where: { $0.first && !$0.second }),
                    pairs.contains(where: { !$0.first && $0.second })
                else { continue }
                let both = together(one.choice, other.choice)
                if both.request.keepsSpans { return both }
            }
        }
        return nil
    }

    private func together(_ one: FilterChoice, _ other: FilterChoice) -> FilterChoice {
        var request = one.request
        ParameterPlace.query.remove(second.name, from: &request)
        request.query += other.request.query.filter { $0.name == second.name }
        return FilterChoice(request: request, what: "\(one.what) with \(other.what)") { item in
            switch (one.keeps(item), other.keeps(item)) {
            case (false, _), (_, false): false
            case (true, true): true
            default: nil
            }
        }
    }
}
