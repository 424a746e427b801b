extension APIDescription {
    /// What was found in the body of a request.
    package struct BodyFindings: Sendable {
        /// Everything that is not as documented, in the order of the text.
        package var faults: [Problem.FieldFault]
        /// The bytes of what the endpoint takes, without its envelope; nil where the envelope lacks it.
        package var content: Range<Int>?
    }

    /// Reads the body of a request to its end.
    ///
    /// - Parameters:
    ///   - bytes: The body.
    ///   - described: What the endpoint takes.
    ///   - member: The member that holds it, or nil where it stands alone.
    ///   - strictness: What it may have beside that.
    ///   - maximumDepth: The most objects and lists within each other.
    /// - Throws: ``JSONFault`` for what is not JSON, or nested deeper.
    package func findings(
        inBody bytes: [UInt8],
        _ described: RequestBody,
        member: String?,
        _ strictness: BodyStrictness,
        maximumDepth: Int
    ) throws(JSONFault) -> BodyFindings {
        var check = SchemaCheck(api: self, direction: .request, strictness: strictness)
        let content = try JSONCoding.read(bytes, maximumDepth: maximumDepth) { json throws(JSONFault) in
            if let member { return try check.checkEnvelope(member, described, &json) }
            return try check.checkContent(described, &json)
        }
        return BodyFindings(faults: check.faults.placed(in: bytes), content: content)
    }
}

extension SchemaCheck {
    /// Reads an object that holds what the endpoint takes, and nothing else.
    fileprivate mutating func checkEnvelope(
        _ member: String,
        _ described: APIDescription.RequestBody,
        _ json: inout JSONReader
    ) throws(JSONFault) -> Range<Int>? {
        let first = try json.next()
        let start = json.position
        guard first == UInt8(ascii: "{") else {
            report("is required", start, member: member)
            try checkUnnamed(&json)
            return nil
        }
        var content: Range<Int>?
        var names: Set<String> = []
        try json.readMembers { json, name throws(JSONFault) in
            let offset = json.position
            if !names.insert(name).inserted, strictness.refusesDuplicates { report("stands twice", offset) }
            if name == member {
                content = try checkContent(described, &json)
            } else {
                if strictness.unknownFields != .ignore { report("is not a field of this endpoint's body", offset) }
                try checkUnnamed(&json)
            }
        }
        if content == nil { report("is required", start, member: member) }
        return content
    }

    /// Reads what the endpoint takes.
    fileprivate mutating func checkContent(
        _ described: APIDescription.RequestBody,
        _ json: inout JSONReader
    ) throws(JSONFault) -> Range<Int> {
        let first = try json.next()
        let start = json.position
        hasDocumentedMember = false
        try check(described.schema, &json, isTop: true)
        if described.refusesEmpty, first == UInt8(ascii: "{"), !hasDocumentedMember { report("must have a field to change", start) }
        return start..<json.position
    }
}
