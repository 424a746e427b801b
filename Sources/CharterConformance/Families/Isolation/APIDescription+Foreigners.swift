import CharterRuntime

extension APIDescription {
    /// Whether to delete what another tenant has is answered as if it were gone already, so that nobody learns that it is there.
    func hidesForeignDeletion(at endpoint: Endpoint, as credential: String) -> Bool {
        guard let tenancy, tenancy.foreignStatus == 404, endpoint.success.repeatsDeletion else { return false }
        return tenancy.place(forCredential: credential) == .credential
    }
}

extension APIDescription.Tenancy.Place {
    /// Whether a request names its tenant in a place that can be left empty.
    var isNamedBesidePath: Bool {
        switch self {
        case .header, .query: true
        case .credential, .path: false
        }
    }
}
