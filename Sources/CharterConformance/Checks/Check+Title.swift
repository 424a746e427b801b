import CharterClient
public import CharterRuntime

extension Check {
    /// What the endpoint does if the check passes, to follow its name in a list of tests: `answers 401 without a key`.
    ///
    /// The check must be one of ``ConformanceSuite/checks(of:in:)``.
    public func title(on endpoint: APIDescription.Endpoint, in api: APIDescription) -> String {
        switch self {
        case .missingCredential: "answers 401 without a key"
        case .malformedCredential: "answers 401 to a malformed key"
        case .unknownCredential: "answers 401 to an unknown key"
        case .insufficientKind(let kind): "answers 403 to a key of kind \(kind)"
        case .insufficientScope(let scope): "answers 403 to a key that holds only \(scope)"
        case .sufficientScope(let scope): "accepts a key that holds only \(scope)"
        case .foreignTenant:
            "answers \(api.tenancy?.foreignStatus ?? 403) to a key of another \(api.tenancy?.name ?? "tenant")"
        case .wholeWalk: "pages through the whole list without loss or repetition"
        case .responseShape:
            "answers \(endpoint.success.status) \(endpoint.success.body == nil ? "without a body" : "with the documented body")"
        case .defaultPageSize, .minimumPageSize, .maximumPageSize, .pageSizeBelowMinimum, .pageSizeAboveMaximum, .pageSizeNotANumber,
            .negativeOffset, .offsetNotANumber:
            endpoint.paging.flatMap(pagingTitle) ?? name
        }
    }

    private func pagingTitle(of paging: APIDescription.Paging) -> String? {
        guard let trial = PagingTrial(self, of: paging) else { return nil }
        let question = trial.query.map { "\($0.name)=\($0.value)" }
        return switch trial.expected {
        case .refusal: "answers 400 to \(question ?? "nothing")"
        case .page(let size):
            "lists at most \(size) \(size == 1 ? "item" : "items") \(question.map { "for \($0)" } ?? "by default")"
        }
    }
}
