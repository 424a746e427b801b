import CharterContract

/// The reply of an endpoint whose handler says more than the body: the status, or header fields.
struct ReplyView: TemplateView {
    let name: String
    let doc: [String]
    /// The type of the body; `Void` where there is none.
    let body: String
    let statusType: String
    let statuses: [ReplyStatusView]
    let fields: [ReplyFieldView]

    static let properties = ViewProperties<ReplyView>(
        .text("name") { $0.name },
        .lines("doc") { $0.doc },
        .text("body") { $0.body },
        .text("statusType") { $0.statusType },
        .list("statuses") { $0.statuses },
        .flag("hasStatus") { !$0.statuses.isEmpty },
        .list("fields") { $0.fields },
        .flag("hasHeaders") { view in view.fields.contains { !$0.writing.isEmpty } },
        .text("parts") { $0.parts },
        .text("faulty") { $0.faulty }
    )

    /// - Returns: nil for an endpoint whose reply is its body alone.
    init?(_ endpoint: ResolvedEndpoint, api: ResolvedAPI, names: ModelNames) {
        guard let name = endpoint.replyType else { return nil }
        self.name = name
        let isPaged = endpoint.pagedItem != nil
        body = endpoint.outputType.map { isPaged ? "Page<\($0)>" : $0 } ?? "Void"
        doc = DocComment.lines([
            "What `\(endpoint.id)` answers when all went well.",
            isPaged ? "Handlers return it. Clients read the list by its pages, without what is said beside them." : "",
        ])
        let statuses = endpoint.success.otherStatuses.isEmpty ? [] : [endpoint.success.status] + endpoint.success.otherStatuses
        let statusViews = statuses.map(ReplyStatusView.init)
        let statusType = names.nested("Status")
        self.statuses = statusViews
        self.statusType = statusType
        let headers = endpoint.success.headers.map { ReplyFieldView($0, isList: $0.isList(api.schemas)) }
        let own = [
            body == "Void" ? nil : ReplyFieldView.body(body),
            statusViews.first.map { ReplyFieldView.status(statusType, first: $0.identifier) },
        ]
        var fields = own.compactMap(\.self) + headers
        if let last = fields.indices.last { fields[last].isLast = true }
        self.fields = fields
    }

    private var parts: String {
        (body == "Void" ? "body: ()" : "body: body") + (statuses.isEmpty ? "" : ", status: status.rawValue")
    }

    private var faulty: String {
        let hasHeaders = fields.contains { !$0.writing.isEmpty }
        return [statuses.isEmpty ? nil : "the status", hasHeaders ? "a header field" : nil].compactMap(\.self).joined(separator: " or ")
    }
}

/// One of several statuses.
struct ReplyStatusView: TemplateView {
    let identifier: String
    let code: String
    let phrase: String

    static let properties = ViewProperties<ReplyStatusView>(
        .text("identifier") { $0.identifier },
        .text("code") { $0.code },
        .text("phrase") { $0.phrase }
    )

    init(_ status: Int) {
        code = String(status)
        let name = Self.phrases[status]
        identifier = name.map(SwiftIdentifier.value) ?? "status\(status)"
        phrase = "`\(code)`" + (name.map { " \($0)" } ?? "")
    }

    /// The successes that are registered (IANA HTTP Status Code Registry).
    private static let phrases = [
        200: "OK", 201: "Created", 202: "Accepted", 203: "Non-Authoritative Information", 204: "No Content", 205: "Reset Content",
        206: "Partial Content", 207: "Multi-Status", 208: "Already Reported", 226: "IM Used",
    ]
}

/// A property of a reply: its body, its status or a header field.
struct ReplyFieldView: TemplateView {
    let identifier: String
    let type: String
    let doc: [String]
    let initial: String
    /// The statement that reads it.
    let reading: [String]
    /// The statement that writes it; none for what is handed over with the body.
    let writing: [String]
    var isLast = false

    static let properties = ViewProperties<ReplyFieldView>(
        .text("identifier") { $0.identifier },
        .text("type") { $0.type },
        .lines("doc") { $0.doc },
        .text("initial") { $0.initial },
        .lines("reading") { $0.reading },
        .lines("writing") { $0.writing },
        .flag("isLast") { $0.isLast }
    )

    private init(_ identifier: String, _ type: String, doc: [String], initial: String, reading: [String], writing: [String]) {
        self.identifier = identifier
        self.type = type
        self.doc = doc
        self.initial = initial
        self.reading = reading
        self.writing = writing
    }

    static func body(_ type: String) -> ReplyFieldView {
        let doc = DocComment.lines(["What the body holds."], indentation: 4)
        return ReplyFieldView("body", type, doc: doc, initial: "", reading: ["self.body = contents.body"], writing: [])
    }

    static func status(_ type: String, first: String) -> ReplyFieldView {
        let doc = DocComment.lines(["The status."], indentation: 4)
        return ReplyFieldView(
            "status",
            type,
            doc: doc,
            initial: " = .\(first)",
            reading: ["self.status = try contents.documentedStatus()"],
            writing: []
        )
    }

    init(_ header: SchemaProperty, isList: Bool) {
        let identifier = SwiftIdentifier.replyHeader(header.name)
        let about = header.schema.about ?? "The header field `\(header.name)`."
        let field = "The header field `\(header.name)`."
        let function = "\(header.isRequired ? "requiredHeader" : "header")\(isList ? "List" : "")"
        self.init(
            identifier,
            SwiftType(nestedName: "").text(header),
            doc: DocComment.lines(
                [about, header.schema.boundsInWords ?? "", about == field ? "" : field] + header.remarks,
                indentation: 4
            ),
            initial: header.isRequired ? "" : " = nil",
            reading: SwiftExpression.call("try contents.\(function)", (nil, .string(header.name)))
                .lines(prefix: "self.\(identifier) = ", indentation: 8),
            writing: SwiftExpression.call(
                "contents.setHeader\(isList ? "List" : "")",
                (nil, .string(header.name)),
                (nil, .atom("self.\(identifier)"))
            ).lines(indentation: 8)
        )
    }
}

extension ResolvedEndpoint {
    /// The type of a reply that is more than its body; nil where the body is all.
    var replyType: String? {
        success.headers.isEmpty && success.otherStatuses.isEmpty ? nil : SwiftIdentifier.replyType(id)
    }
}
