import CharterContract

/// A file with one named type of the contract: its declaration, those nested in it, and its schema.
struct TypeFileView: TemplateView {
    let shownTypes: ShownTypes
    let declarations: [PlacedDeclarationView]
    let schemaLines: [String]

    static let properties = ViewProperties<TypeFileView>(
        .list("declarations") { $0.declarations },
        .lines("schemaLines") { $0.schemaLines }
    )

    init(_ type: ResolvedType, api: ResolvedAPI, declarations: [PlacedDeclarationView]) {
        self.declarations = declarations
        shownTypes = ShownTypes(declarations.flatMap(\.declaration.shownTypes), in: api)
        let schemaName = SwiftIdentifier.value(type.name)
        schemaLines = SwiftExpression(making: type.schema.description).lines(
            prefix: "static let \(schemaName): APIDescription.Schema = ",
            indentation: 4
        )
    }
}

/// A declaration, already rendered, in the type that it belongs to.
struct PlacedDeclarationView: TemplateView {
    let declaration: TypeDeclarationView
    let lines: [String]

    static let properties = ViewProperties<PlacedDeclarationView>(
        .view("declaration") { $0.declaration },
        .text("parent") { $0.declaration.parent },
        .flag("isNested") { !$0.declaration.parent.isEmpty },
        .lines("lines") { $0.lines }
    )
}

/// The declaration of a struct, an enum or a type alias.
struct TypeDeclarationView: TemplateView {
    let name: String
    /// The type in which it is nested; empty at the top.
    let parent: String
    let doc: [String]
    let object: ObjectView?
    let enumeration: EnumerationView?
    let union: UnionView?
    let alias: String

    /// The types that the public declaration names.
    var shownTypes: [String] {
        (object?.shownTypes ?? []) + (union?.shownTypes ?? []) + [alias.isEmpty ? "JSONCodable" : alias]
    }

    var qualifiedName: String { parent.isEmpty ? name : "\(parent).\(name)" }

    static let properties = ViewProperties<TypeDeclarationView>(
        .text("name") { $0.name },
        .text("qualifiedName") { $0.qualifiedName },
        .lines("doc") { $0.doc },
        .view("object") { $0.object },
        .view("enumeration") { $0.enumeration.flatMap { $0.isClosed ? nil : $0 } },
        .view("closedEnumeration") { $0.enumeration.flatMap { $0.isClosed ? $0 : nil } },
        .view("union") { $0.union },
        .flag("isAlias") { !$0.alias.isEmpty },
        .text("alias") { $0.alias }
    )

    private init(
        name: String,
        parent: String,
        doc: [String],
        object: ObjectView? = nil,
        enumeration: EnumerationView? = nil,
        union: UnionView? = nil,
        alias: String = ""
    ) {
        self.name = name
        self.parent = parent
        self.doc = doc
        self.object = object
        self.enumeration = enumeration
        self.union = union
        self.alias = alias
    }

    /// The declaration of a type, then those of the types written in place inside it.
    static func all(of type: ResolvedType, names: ModelNames) -> [TypeDeclarationView] {
        all(type.schema, name: type.name, parent: "", about: type.schema.about, names: names)
    }

    private static func all(
        _ schema: Schema,
        name: String,
        parent: String,
        about: String?,
        names: ModelNames
    ) -> [TypeDeclarationView] {
        let path = parent.isEmpty ? name : "\(parent).\(name)"
        let indentation = parent.isEmpty ? 0 : 4
        let doc = DocComment.lines([about ?? "The \(name) of the API.", schema.boundsInWords ?? ""], indentation: indentation)
        switch schema.shape {
        case .enumeration(let values):
            let view = EnumerationView(values, isClosed: schema.isClosed, indentation: indentation)
            return [TypeDeclarationView(name: name, parent: parent, doc: doc, enumeration: view)]
        case .constant(let text):
            let view = EnumerationView(constant: text, indentation: indentation)
            return [TypeDeclarationView(name: name, parent: parent, doc: doc, enumeration: view)]
        case .union(let tag, let cases):
            let view = UnionView(by: tag, cases, names: names, indentation: indentation)
            return [TypeDeclarationView(name: name, parent: parent, doc: doc, union: view)]
        case .object(let properties):
            let nestedNames = properties.map { names.nested(SwiftIdentifier.type($0.codeName ?? $0.name)) }
            let view = ObjectView(properties, keeps: schema.keeps, nestedNames: nestedNames, names: names, indentation: indentation)
            let nested = zip(properties, nestedNames).flatMap { property, nestedName -> [TypeDeclarationView] in
                guard let inPlace = property.schema.writtenInPlace else { return [] }
                let about = inPlace.about ?? property.schema.about
                return all(inPlace, name: nestedName, parent: path, about: about, names: names)
            }
            return [TypeDeclarationView(name: name, parent: parent, doc: doc, object: view)] + nested
        case .scalar, .named, .list, .map:
            let itemName = names.nested(name + "Item")
            let alias = SwiftType(nestedName: itemName).text(schema)
            let declaration = TypeDeclarationView(name: name, parent: parent, doc: doc, alias: alias)
            guard let inPlace = schema.writtenInPlace else { return [declaration] }
            return [declaration] + all(inPlace, name: itemName, parent: parent, about: inPlace.about, names: names)
        }
    }
}

extension Schema {
    /// What is written out here and needs a name, be it as the element of a list or a map; nil where types are only named.
    fileprivate var writtenInPlace: Schema? {
        switch shape {
        case .object, .enumeration, .union, .constant: self
        case .list(let element, _), .map(let element, _): element.writtenInPlace
        case .scalar, .named: nil
        }
    }
}
