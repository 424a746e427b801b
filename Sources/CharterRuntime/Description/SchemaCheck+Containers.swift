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
        try json.readMembers { json, name throws(JSONFault) in
            let offset = json.position
            guard let index = strictness.index(of: name, among: properties, expected: expected) else {
                if strictness.refusesDuplicates, !unknown.insert(name).inserted { report("stands twice", offset) }
                if refusesUnknown(isTop: isTop), name != tag, !(isTop && strictness.knownMembers.contains(name)) {
                    report("is not a field of this endpoint's body", offset)
                }
                return try checkUnnamed(&json)
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
        try json.readMembers { json, name throws(JSONFault) in
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
        var tag: (text: String?, offset: Int)?
        try json.lookAhead { json throws(JSONFault) in
            try json.readMembers { json, name throws(JSONFault) in
                if isTop { hasDocumentedMember = true }
                guard strictness.index(of: name, among: tagged, expected: 0) != nil else { return try json.skip() }
                // Of two the last one counts, as for models.
                let offset = json.position
                if try json.next() == UInt8(ascii: "\"") {
                    tag = (try json.text(), offset)
                } else {
                    tag = (nil, offset)
                    try json.skip()
                }
            }
        }
        if let text = tag?.text, let match = cases.first(where: { $0.tag.hasSameBytes(as: text) }) {
            return try check(match.schema, &json, isTop: isTop, tag: by)
        }
        switch tag {
        case nil: report("is required", start, member: by)
        case (nil, let offset)?: report("must be text", offset)
        case (_, let offset)?:
            if scalars.direction == .request { report("must be one of \(cases.map(\.tag).joined(separator: ", "))", offset) }
        }
        try checkUnnamed(&json)
    }

    /// Reads a value about which the schema says nothing.
    mutating func checkUnnamed(_ json: inout JSONReader) throws(JSONFault) {
        guard strictness.refusesDuplicates else { return try json.skip() }
        switch try json.next() {
        case UInt8(ascii: "{"):
            var names: Set<String> = []
            try json.readMembers { json, name throws(JSONFault) in
                if !names.insert(name).inserted { report("stands twice", json.position) }
                try checkUnnamed(&json)
            }
        case UInt8(ascii: "["): try json.readItems { json throws(JSONFault) in try checkUnnamed(&json) }
        default: try json.skip()
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
        try json.readItems { json throws(JSONFault) in
            found += 1
            if isUnique {
                let value = try json.lookAhead { json throws(JSONFault) in try JSONValue(from: &json) }
                if !values.insert(value).inserted { hasRepetition = true }
            }
            try check(element, &json)
        }
        if let fault = count.fault(ofCount: found, "items") { report(fault, start) }
        if hasRepetition { report("must have no item twice", start) }
    }
}
