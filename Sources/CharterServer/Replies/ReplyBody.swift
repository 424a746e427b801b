import CharterRuntime

/// A value that stands in a reply beside its result.
enum ReplyValue {
    case null
    case boolean(Bool)
    case number(Int)
    case text(String)
}

/// The body of a reply, which is written in one go.
struct ReplyBody<Result: JSONWritable> {
    let shape: ReplyShape
    let result: Result
    let page: PageFacts?
    let facts: ReplyFacts

    /// Writes the body.
    ///
    /// - Parameter range: Set to the bytes of the result.
    func write(to json: inout JSONWriter, noting range: inout Range<Int>) {
        write(shape, to: &json, noting: &range)
    }

    private func write(_ shape: ReplyShape, to json: inout JSONWriter, noting range: inout Range<Int>) {
        switch shape {
        case .object(let members):
            json.openObject()
            for member in members where isPresent(member.shape) {
                json.name(member.name)
                write(member.shape, to: &json, noting: &range)
            }
            json.closeObject()
        case .part(.result):
            let start = json.count
            result.write(to: &json)
            range = start..<json.count
        case .part(let part): value(of: part)?.write(to: &json)
        }
    }

    /// Whether anything stands there: an object of members that are all left out is left out too.
    private func isPresent(_ shape: ReplyShape) -> Bool {
        switch shape {
        case .object(let members): members.contains { isPresent($0.shape) }
        case .part(.result), .part(.fact): true
        case .part(let part): value(of: part) != nil
        }
    }

    private func value(of part: ReplyShape.Part) -> ReplyValue? {
        if case .fact(let value) = part { .text(facts.text(of: value)) } else { page?.value(of: part) }
    }
}

extension ReplyValue: JSONWritable {
    func write(to json: inout JSONWriter) {
        switch self {
        case .null: json.null()
        case .boolean(let value): value.write(to: &json)
        case .number(let value): value.write(to: &json)
        case .text(let value): value.write(to: &json)
        }
    }
}
