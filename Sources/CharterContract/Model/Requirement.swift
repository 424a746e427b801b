import CharterRuntime

/// Which credentials or scopes an endpoint asks for.
package enum Requirement: Sendable {
    case one(Located<String>)
    /// At least one of these sets; an empty set is the word `none`.
    case any([[Located<String>]])
    case all([Located<String>])

    /// The names in it, each where it stands.
    package var names: [Located<String>] {
        switch self {
        case .one(let name): [name]
        case .any(let sets): sets.flatMap { $0 }
        case .all(let names): names
        }
    }

    /// The requirement without its places.
    package var resolved: APIDescription.Requirement {
        switch self {
        case .one(let name): .one(name.value)
        case .any(let sets): .any(sets.map { $0.map(\.value) })
        case .all(let names): .all(names.map(\.value))
        }
    }
}

extension Located<Setting<Requirement>> {
    /// What is asked for, where it is said.
    var resolved: APIDescription.Requirement {
        value.value?.resolved ?? .none
    }

    /// Whether it could not be read, and has a fault of its own: no set of names is empty.
    var isUnreadable: Bool {
        if case .all(let names) = value.value { names.isEmpty } else { false }
    }

    /// The names that are stated, each where it stands.
    var names: [Located<String>] {
        value.value?.names ?? []
    }
}
