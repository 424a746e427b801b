import CharterRuntime

/// The list as it comes without a filter, or with the value that requests have to say.
struct StatedFilterBase: Sendable {
    let request: EndpointRequest
    /// What the request asks for; nil where it need not ask.
    let values: [String]?
    /// Whether the list has all items.
    let isAll: Bool

    init(_ filter: StatedFilter, _ probe: EndpointProbe) throws(MissingFixture) {
        switch filter.input {
        case .parameter(let parameter): try self.init(filter, parameter, probe)
        case .field(let field):
            guard field.isRequired else {
                self.init(request: try filter.input.open(probe), values: nil, isAll: true)
                return
            }
            let own = try probe.content().value(at: [FieldPlace.Step.member(field.name)])
            let texts = if case .array(let several)? = own { several } else { own.map { [$0] } ?? [] }
            self.init(request: try probe.sufficientRequest(), values: texts.compactMap(\.parameterText), isAll: false)
        }
    }

    private init(request: EndpointRequest, values: [String]?, isAll: Bool) {
        (self.request, self.values, self.isAll) = (request, values, isAll)
    }

    private init(_ filter: StatedFilter, _ parameter: APIDescription.Parameter, _ probe: EndpointProbe) throws(MissingFixture) {
        var isChoice = false
        for rule in probe.endpoint.rules {
            switch rule {
            case .together(let names) where names.contains(parameter.name):
                throw MissingFixture(unfit: "\(names.joined(separator: " and ")) go only together")
            case .exactlyOne(let names) where names.contains(parameter.name): isChoice = true
            default: break
            }
        }
        guard parameter.isRequired || isChoice else {
            self.init(request: try filter.input.open(probe), values: nil, isAll: parameter.defaultValue == nil)
            return
        }
        let request = try probe.sufficientRequest()
        let texts = request.query.filter { $0.name == parameter.name }.compactMap(\.value)
        // What stands in its place leaves some items, which it may leave too.
        guard !texts.isEmpty else {
            self.init(request: request, values: nil, isAll: false)
            return
        }
        let isList = parameter.listStyle == .comma && probe.api.element(ofListIn: parameter.schema) != nil
        let values = isList ? texts.flatMap { $0.split(separator: ",").map(String.init) } : texts
        self.init(request: request, values: values, isAll: false)
    }
}
