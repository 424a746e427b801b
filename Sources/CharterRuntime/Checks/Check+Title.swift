extension Check {
    /// What the endpoint does if the check passes, to follow its name in a list of tests: `answers 401 without a key`.
    ///
    /// The check must be one of those that the conventions of the endpoint call for.
    public func title(on endpoint: APIDescription.Endpoint, in api: APIDescription) -> String {
        let caller = endpoint.callerWord(in: api)
        func answers(_ code: Problem.Code) -> String { "answers \(api.errors.status(of: code))" }
        func word(_ name: String) -> String { api.credential(named: name)?.word ?? "key" }
        return switch self {
        case .missingCredential: "\(answers(.credentialMissing)) without a \(caller)"
        case .missingCredentialOf(let name): "\(answers(.credentialMissing)) without a \(word(name)) for \(name)"
        case .malformedCredential: "\(answers(.credentialMalformed)) to a malformed \(caller)"
        case .malformedCredentialOf(let name): "\(answers(.credentialMalformed)) to a malformed \(word(name)) for \(name)"
        case .unknownCredential: "\(answers(.credentialUnknown)) to an unknown \(caller)"
        case .unknownCredentialOf(let name): "\(answers(.credentialUnknown)) to an unknown \(word(name)) for \(name)"
        case .anonymousCall: "accepts a call without a \(caller)"
        case .insufficientKind(let kind): "\(answers(.keyKindForbidden)) to a key of kind \(kind)"
        case .otherEnvironment(let kind): "\(answers(.credentialForeign)) to a key of kind \(kind), which is for other servers"
        case .insufficientScope(let scope): "\(answers(.insufficientScope)) to a \(caller) that holds only \(scope)"
        case .sufficientScope(let scope): "accepts a \(caller) that holds only \(scope)"
        case .sufficientScopes(let scopes): "accepts a \(caller) that holds only \(scopes.joined(separator: " and "))"
        case .insufficientRole(let role): "\(answers(.insufficientRole)) to a caller whose only role is \(role)"
        case .sufficientRole(let role): "accepts a caller whose only role is \(role)"
        case .missingTenant: "\(answers(.tenantMissing)) without a \(api.tenancy?.name ?? "tenant")"
        case .foreignTenant: foreignTitle(caller, api.tenancy, api.answerToForeigners(at: endpoint))
        case .foreignTenantOf(let name):
            foreignTitle("\(word(name)) for \(name)", api.tenancy, api.answerToForeigners(at: endpoint, as: name))
        case .wholeWalk: "pages through the whole list without loss or repetition"
        case .missingVersion: "\(answers(.versionMissing)) to a request that chooses no version"
        case .unknownVersion: "\(answers(.versionUnknown)) to a version that is not served"
        case .responseShape: endpoint.success.title
        case .defaultPageSize, .minimumPageSize, .maximumPageSize, .pageSizeBelowMinimum, .pageSizeAboveMaximum, .pageSizeNotANumber,
            .negativeOffset, .offsetNotANumber, .pageBeforeFirst, .pageNotANumber, .invalidCursor:
            endpoint.paging.flatMap { pagingTitle(of: $0, answers) } ?? name
        }
    }

    private func foreignTitle(
        _ caller: String,
        _ tenancy: APIDescription.Tenancy?,
        _ answer: (beginning: String, ending: String)
    ) -> String {
        "\(answer.beginning) to a \(caller) of another \(tenancy?.name ?? "tenant")\(answer.ending)"
    }

    private func pagingTitle(of paging: APIDescription.Paging, _ answers: (Problem.Code) -> String) -> String? {
        guard let trial = PagingTrial(self, of: paging) else { return nil }
        let question = trial.query.map { "\($0.name)=\($0.value)" }
        return switch trial.expected {
        case .refusal(let code): "\(answers(code)) to \(question ?? "nothing")"
        case .page(let size):
            "lists at most \(size) \(size == 1 ? "item" : "items") \(question.map { "for \($0)" } ?? "by default")"
        }
    }
}

extension APIDescription.Success {
    fileprivate var title: String {
        let statuses = ([status] + otherStatuses).map(String.init).joined(separator: " or ")
        return "answers \(statuses) \(body == nil ? "without a body" : "with the documented body")"
    }
}

extension APIDescription.Credential {
    /// What people call such a credential.
    fileprivate var word: String { form == .jwt ? "token" : "key" }
}

extension APIDescription.Endpoint {
    /// What people call the credentials of this endpoint, whichever it is.
    fileprivate func callerWord(in api: APIDescription) -> String {
        let words = Set(auth.names.compactMap(api.credential).map(\.word))
        return words.count == 1 ? words.first ?? "key" : words.isEmpty ? "key" : "credential"
    }
}
