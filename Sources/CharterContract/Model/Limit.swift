import CharterYAML

/// How often something may be done.
package struct Limit: Sendable {
    package var name: Located<String>
    package var allow: Located<Int>
    /// The length of the window.
    package var seconds: Located<Int>
    /// What is counted separately: `key`, `tenant`, or the tenancy's own name.
    package var by: Located<String>
    package var kind: Located<Kind>
    package var about: String?

    /// The two reasons for a 429.
    package enum Kind: String, CaseIterable, Sendable {
        case throttle, quota
    }
}

/// How the data of one tenant is kept from another's keys.
package struct Tenancy: Sendable {
    package var name: Located<String>
    package var pathParameter: Located<String>
    package var foreignStatus: Located<Int>
}
