/// Whose keys are meant, where one is to be taken back.
///
/// It is no optional name: a tenant that is not known must neither be taken for nobody, and so revoke nothing, nor for everybody.
public enum KeyOwner: Hashable, Sendable {
    /// The keys of one tenant: what handlers say, so that none can revoke another tenant's.
    case tenant(String)
    /// The keys that belong to no tenant.
    case nobody
    /// All keys, whosever they are: what those say who run the server.
    case anyone

    /// Whether a key of that tenant is meant; nil for one that belongs to none.
    ///
    /// Names are compared by their bytes, as databases compare them.
    func owns(keyOf tenant: String?) -> Bool {
        switch self {
        case .tenant(let name): tenant?.utf8.elementsEqual(name.utf8) ?? false
        case .nobody: tenant == nil
        case .anyone: true
        }
    }
}
