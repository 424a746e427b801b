/// Two APIs that declare one name, and so do not fit into one module.
package struct NameClash: Error, Hashable, Sendable {
    /// What both declare.
    package var name: String
    /// The API that declares it first.
    package var first: String
    /// The API that declares it again.
    package var second: String
}
