import CharterRuntime

/// What is wrong with one part of a request.
struct RequestFault {
    let fault: Problem.FieldFault
    /// The kind of part, which decides the answer where nothing else does.
    let kind: Problem.Code
    /// The answer that the API gives for this very parameter.
    var answer: APIDescription.ErrorFormat.Fault?

    /// A fault of a parameter.
    init(_ name: String, _ place: ParameterPlace, _ message: String, answer: APIDescription.ErrorFormat.Fault? = nil) {
        self.init(Problem.FieldFault(field: place.field(name), message: message), place.fault, answer: answer)
    }

    init(_ fault: Problem.FieldFault, _ kind: Problem.Code, answer: APIDescription.ErrorFormat.Fault? = nil) {
        self.fault = fault
        self.kind = kind
        self.answer = answer
    }
}

extension [RequestFault] {
    /// The most faults that a reply tells.
    private static var maximumCount: Int { 100 }

    /// The refusal of a request with these faults; nil where there are none.
    ///
    /// The first fault decides, and those that are answered alike are told with it, up to the first 100: a short query can have thousands.
    func refusal(_ format: APIDescription.ErrorFormat) -> Refusal? {
        guard let first else { return nil }
        let answer = format.answer(to: first.kind, first.answer)
        let alike = filter { format.answer(to: $0.kind, $0.answer) == answer }.prefix(Self.maximumCount).map(\.fault)
        return Refusal.invalid(first.kind, alike, answer: first.answer)
    }
}
