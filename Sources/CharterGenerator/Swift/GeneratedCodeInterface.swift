/// What generated code and the libraries that it imports must agree on.
package enum GeneratedCodeInterface {
    /// The number of the interface between generated code and the libraries.
    ///
    /// It is raised only when code generated before would no longer compile, or would mean something else; the libraries then declare the
    /// type of the old number as unavailable, in `Interface.swift` of `CharterRuntime`.
    package static let number = 2

    /// The type of `CharterRuntime` that generated code names, so that it does not compile with libraries of another number.
    package static let typeName = typeName(of: number)

    package static func typeName(of number: Int) -> String {
        "UpdateCharterPackageToInterface\(number)"
    }
}
