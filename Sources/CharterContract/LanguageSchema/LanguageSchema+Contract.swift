/// The top level.
extension LanguageSchema {
    static var contract: PlaceSchema { .map(identityKeys + conventionKeys + contentKeys, takesExtensions: true) }

    private static var identityKeys: [SchemaKey] {
        [
            .needed("charter", "Version of this language. Stands first.", .wholeNumber(from: 1, to: ContractReader.languageVersion)),
            .needed("api", "The API's name in code, in upper camel case.", .upperCamelCase),
            .needed("title", "The name people read.", .text),
            .key("about", "What the API is for (Markdown).", .text),
            .needed("version", "Version of the contract: MAJOR.MINOR.PATCH.", .text(version, "1.0.0")),
            .needed("servers", "Where it is served, by name, base path included. The first is the default.", .someNames(server)),
            .key("contact", "Whom to ask.", contact),
            .key("license", "Licence of the API description.", license),
            .needed("promise", "What a new release may change under the same path version.", promise),
        ]
    }

    private static var contentKeys: [SchemaKey] {
        [
            .key("path", "Path parameters by name, for every endpoint.", .definition("parameters")),
            .key("headers", "Header fields of every request, by name. 'Name?' may be absent.", .definition("requestHeaders")),
            .key("groups", "Defaults for the endpoints at and below a path.", .names(group)),
            .key("methods", "Defaults for the endpoints of a method.", methods),
            .needed("endpoints", "Method and path, to what the endpoint needs, takes and answers.", endpoints),
            .key("types", "Named types.", .names(.definition("type"), of: "[A-Z][A-Za-z0-9]{0,59}", "Order")),
            .key("include", "Fragments of this contract, from the folder of this file.", .list(of: .text(#".+\.ya?ml"#, "types.yaml"))),
            .key("lint", "How grave rules are in this contract.", lint),
        ]
    }

    private static let version = #"(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)"#

    private static var server: PlaceSchema {
        .either(
            .baseURL,
            .map([
                .needed("url", "Where it is served, without a slash at the end.", .baseURL),
                .key("about", "What it is for.", .text),
                .key("environment", "Keys of a kind with the same environment are valid there, those with another are not.", .text),
            ])
        )
    }

    private static var contact: PlaceSchema {
        .map([
            .key("name", "Who it is.", .text),
            .key("url", "A page.", .text),
            .key("email", "An e-mail address.", .text),
        ])
    }

    private static var license: PlaceSchema {
        .map([
            .needed("name", "The licence's name.", .text),
            .key("url", "Its text. Not beside 'identifier'.", .text),
            .key("identifier", "Its name as in SPDX. Not beside 'url'.", .text),
        ])
    }

    private static var promise: PlaceSchema {
        let keeps = PlaceSchema.words([
            "additive-only": "A new release only adds: what breaks callers is an error.",
            "none": "Nothing is promised.",
        ])
        let additions = PlaceSchema.words(Conventions.Addition.self)
        return .either(
            keeps,
            .map([
                .needed("keeps", "What is promised.", keeps),
                .key("adds", "What a new release may add; anything where nothing is said.", .list(of: additions)),
            ])
        )
    }

    /// The severities that each rule can have; what guards the generated code cannot be lowered.
    private static var lint: PlaceSchema {
        let grave = PlaceSchema.words(["error": "It guards what is generated, and stays an error."])
        let rules = ContractRules.severities.sorted { $0.key < $1.key }.map { rule, severity -> SchemaKey in
            let about = "A rule of 'charter lint': \(severity == .error ? "an error" : "a warning") where nothing is said."
            return .key(rule, about, severity == .error ? grave : .definition("severity"))
        }
        return .either(.map(rules), .none)
    }
}
