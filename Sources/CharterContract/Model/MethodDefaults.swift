/// Defaults for every endpoint of one method.
package struct MethodDefaults: Sendable {
    package var method: Located<Endpoint.Method>
    package var defaults: Defaults
}
