extension APIDescription {
    /// Whether to delete what another tenant has is answered as if it were gone already, so that nobody learns that it is there.
    package func hidesForeignDeletion(at endpoint: Endpoint, as credential: String) -> Bool {
        guard let tenancy, tenancy.foreignStatus == 404, endpoint.success.repeatsDeletion else { return false }
        return tenancy.place(forCredential: credential) == .credential
    }

    /// What a caller of another tenant gets, as a list of tests says it; with no name, of the endpoint's only credential.
    func answerToForeigners(at endpoint: Endpoint, as credential: String? = nil) -> (beginning: String, ending: String) {
        guard hidesForeignDeletion(at: endpoint, as: credential ?? endpoint.auth.names.first ?? "") else {
            return ("answers \(tenancy?.foreignStatus ?? 403)", "")
        }
        return ("answers \(endpoint.success.status)", ", and deletes nothing")
    }
}
