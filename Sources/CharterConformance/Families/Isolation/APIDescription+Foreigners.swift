import CharterRuntime

extension APIDescription {
    /// Whether to delete what another tenant has is answered as if it were gone already, so that nobody learns that it is there.
    func hidesForeignDeletion(at endpoint: Endpoint, as credential: String) -> Bool {
        guard let tenancy, endpoint.success.repeatsDeletion else { return false }
        return tenancy.place(forCredential: credential) == .credential
    }
}

extension APIDescription.Tenancy {
    /// The first header field in which requests with some credential name their tenant; nil where none do.
    var header: String? {
        let places = [place] + placesByCredential.sorted { $0.key < $1.key }.map(\.value)
        return places.lazy.compactMap { if case .header(let name) = $0 { name } else { nil } }.first
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
