extension SchemaCheck {
    /// Reads an object with certain members.
    mutating func checkObject(
        _ properties: [APIDescription.Property],
        _ json: inout JSONReader,
        isTop: Bool,
        tag: String?
    ) throws(JSONFault) {
        let start = json.position
        var seen: [String?] = Array(repeating: nil, count: properties.count)
        var unknown: Set<String> = []
        var expected = 0
        try json.eachMember { json, name throws(JSONFault) in
            let offset = json.position
            guard let index = strictness.index(of: name, among: properties, expected: expected) else {
                if strictness.refusesDuplicates, !unknown.insert(name).inserted { report("stands twice", offset) }
                if refusesUnknown(isTop: isTop), name != tag, !(isTop && strictness.knownMembers.contains(name)) {
                    report("is not a field of this endpoint's body", offset)
                }
                return try json.skip()
            }
            expected = index + 1
            if isTop { hasDocumentedMember = true }
            if let other = seen[index], strictness.refusesDuplicates || other != name {
                report(other == name ? "stands twice" : "stands twice, also as '\(other)'", offset)
            }
            seen[index] = name
            try check(properties[index].schema, &json)
        }
        for (property, name) in zip(properties, seen) where name == nil && property.isRequired {
            report("is required", start, member: property.name)
        }
    }

    private func refusesUnknown(isTop: Bool) -> Bool {
        switch strictness.unknownFields {
        case .ignore: false
        case .reject: true
        case .rejectAtTop: isTop
        }
    }

    /// Reads an object whose members have any name.
    mutating func checkMap(
        _ element: APIDescription.Schema,
        _ count: APIDescription.Bounds<Int>,
        _ json: inout JSONReader,
        isTop: Bool
    ) throws(JSONFault) {
        let start = json.position
        var names: Set<String> = []
        try json.eachMember { json, name throws(JSONFault) in
            if !names.insert(name).inserted, strictness.refusesDuplicates { report("stands twice", json.position) }
            try check(element, &json)
        }
        if isTop { hasDocumentedMember = !names.isEmpty }
        if let fault = count.fault(ofCount: names.count, "members") { report(fault, start) }
    }

    /// Reads an object as the type that its tag says; a response may be of a type that a later version has added.
    mutating func checkUnion(
        _ by: String,
        _ cases: [APIDescription.UnionCase],
        _ json: inout JSONReader,
        isTop: Bool
    ) throws(JSONFault) {
        let start = json.position
        let tagged = [APIDescription.Property(by, .string())]
        let ahead = (json.position, json.depth)
        var tag: (text: String?, offset: Int)?
        try json.eachMember { json, name throws(JSONFault) in
            if isTop { hasDocumentedMember = true }
            // Of two the first counts, as for models.
            guard tag == nil, strictness.index(of: name, among: tagged, expected: 0) != nil else { return try json.skip() }
            let offset = json.position
            if try json.next() == UInt8(ascii: "\"") {
                tag = (try json.text(), offset)
            } else {
                tag = (nil, offset)
                try json.skip()
            }
        }
        guard let tag else { return report("is required", start, member: by) }
        guard let text = tag.text else { return report("must be text", tag.offset) }
        if let match = cases.first(where: { $0.tag == text }) {
            // Read again, now that it is known as what.
            (json.position, json.depth) = ahead
            try check(match.schema, &json, isTop: isTop, tag: by)
        } else if scalars.direction == .request {
            report("must be one of \(cases.map(\.tag).joined(separator: ", "))", tag.offset)
        }
    }

    /// Reads a list.
    mutating func checkList(
        _ element: APIDescription.Schema,
        _ count: APIDescription.Bounds<Int>,
        isUnique: Bool,
        _ json: inout JSONReader
    ) throws(JSONFault) {
        let start = json.position
        var found = 0
        var values: Set<JSONValue> = []
        var hasRepetition = false
        try json.eachItem { json throws(JSONFault) in
            found += 1
            if isUnique {
                let ahead = (json.position, json.depth)
                if !values.insert(try JSONValue(from: &json)).inserted { hasRepetition = true }
                (json.position, json.depth) = ahead
            }
            try check(element, &json)
        }
        if let fault = count.fault(ofCount: found, "items") { report(fault, start) }
        if hasRepetition { report("must have no item twice", start) }
    }
}

extension JSONReader {
    /// Whether the next value is an object with members; stays before it.
    mutating func hasMembers() throws(JSONFault) -> Bool {
        guard try next() == UInt8(ascii: "{") else { return false }
        let ahead = (position, depth)
        try open()
        let isEmpty = try close(UInt8(ascii: "}"))
        (position, depth) = ahead
        return !isEmpty
    }

    /// Goes through an object; the closure reads the value of each member.
    mutating func eachMember(_ body: (inout JSONReader, String) throws(JSONFault) -> Void) throws(JSONFault) {
        try open()
        if try close(UInt8(ascii: "}")) { return }
        repeat {
            let name = try memberName()
            _ = try next()
            try body(&self, name)
        } while try goesOn(UInt8(ascii: "}"), "a comma or }")
    }

    /// Goes through a list; the closure reads each item.
    mutating func eachItem(_ body: (inout JSONReader) throws(JSONFault) -> Void) throws(JSONFault) {
        try open()
        if try close(UInt8(ascii: "]")) { return }
        repeat {
            _ = try next()
            try body(&self)
        } while try goesOn(UInt8(ascii: "]"), "a comma or ]")
    }
}
