import CharterContract

/// The modules that generated declarations need, or single declarations of them, each with whether other modules see its types through them.
///
/// Generated code compiles with and without `InternalImportsByDefault`, and beside files with plain imports, which people write: without that
/// feature, the compiler takes no plain import of a module that another file of the target imports as `internal` or `package`.
struct SwiftImports {
    private var isShown: [String: Bool] = [:]
    /// The declarations that are imported without the rest of their modules, such as `protocol Router.Route`.
    private var isDeclarationShown: [String: Bool] = [:]

    /// - Parameter modules: the modules; nil is the one that the declarations are in themselves.
    init(_ modules: (name: String?, isShown: Bool)...) {
        for (name, isShown) in modules { add(name, isShown: isShown) }
    }

    /// - Parameter hidden: modules of which nothing is shown; nil is the one that the declarations are in themselves.
    init(hidden: [String?]) {
        for name in hidden { add(name, isShown: false) }
    }

    /// The same with single declarations of a module, each behind the word for its kind; others of that module may then have names that a contract's types have too.
    func showing(_ declarations: [String], of module: String) -> SwiftImports {
        var imports = self
        for declaration in declarations {
            let words = declaration.split(separator: " ", maxSplits: 1)
            imports.isDeclarationShown["\(words[0]) \(module).\(words[1])"] = true
        }
        return imports
    }

    private mutating func add(_ name: String?, isShown: Bool) {
        guard let name else { return }
        self.isShown[name] = isShown || self.isShown[name] == true
    }

    /// Adds what other declarations of the same file need.
    mutating func formUnion(_ other: SwiftImports) {
        for (name, isShown) in other.isShown { add(name, isShown: isShown) }
        isDeclarationShown.merge(other.isDeclarationShown) { $0 || $1 }
    }

    /// The imports in the order of the formatter: modules by name, and behind an empty line single declarations.
    ///
    /// - Parameter access: how far the declarations themselves are seen.
    func lines(access: GenerationSettings.Access) -> [String] {
        let declarations = Self.lines(isDeclarationShown, access: access)
        return Self.lines(isShown, access: access) + (declarations.isEmpty ? [] : [""] + declarations)
    }

    private static func lines(_ imports: [String: Bool], access: GenerationSettings.Access) -> [String] {
        imports.sorted { $0.key < $1.key }.flatMap { module, isShown in
            switch access {
            case .public where isShown: ["public import \(module)"]
            case .package where isShown:
                ["#if hasFeature(InternalImportsByDefault)", "package import \(module)", "#else", "import \(module)", "#endif"]
            case .public, .package, .internal: ["import \(module)"]
            }
        }
    }
}
