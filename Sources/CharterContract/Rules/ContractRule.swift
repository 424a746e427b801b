import CharterYAML

/// One thing that must hold in a contract beyond the form of its file.
package protocol ContractRule: Sendable {
    /// The stable name that diagnostics end with, in kebab case.
    static var name: String { get }

    /// How grave what it finds is: an error where code could not be generated from it, a warning where people would stumble over it.
    ///
    /// A contract can make a warning an error or switch it off; an error it cannot lower.
    static var severity: Diagnostic.Severity { get }

    /// The places where it does not hold.
    func check(_ contract: Contract) -> [Diagnostic]
}

extension ContractRule {
    package static var severity: Diagnostic.Severity { .error }

    /// A diagnostic of this rule, as grave as the rule is.
    static func diagnostic(_ message: String, at span: SourceSpan, notes: [Diagnostic.Note] = [], help: String) -> Diagnostic {
        Diagnostic(severity, message, rule: name, at: span, notes: notes, help: help)
    }
}

/// Every rule there is.
package enum ContractRules {
    package static let all: [any ContractRule] = [
        AmbiguousRoute(),
        BodyNotAForm(),
        BodyWithoutMeaning(),
        BoundsMisplaced(),
        ContestedAccess(),
        CredentialsInOnePlace(),
        CutDescription(),
        CyclicGrants(),
        DefaultNotOfItsType(),
        DefaultPageSizeAboveMaximum(),
        DefaultPageSizeBelowMinimum(),
        DerivedFailureRepeated(),
        DescriptionPathTaken(),
        DescriptionRepeatsName(),
        DuplicateEndpoint(),
        DuplicateEndpointID(),
        DuplicateGroupPrefix(),
        DuplicateServer(),
        DuplicateSummary(),
        EmptyGroup(),
        EmptyObject(),
        EndlessType(),
        EndpointKeyMisplaced(),
        EnvelopeMemberClash(),
        EqualIdentifiers(),
        ExampleNotOfItsType(),
        FieldSpelling(),
        FilterNotOfItsType(),
        FilterWithoutList(),
        ForbiddenTenantHeader(),
        ForgottenView(),
        HeaderNeverDeclared(),
        IDWithoutVerb(),
        IdempotencyKeyClash(),
        IdempotencyWithoutEffect(),
        ImpossibleOrder(),
        InsecureServer(),
        InvalidPattern(),
        KeyMisplaced(),
        ListWithoutPaging(),
        MisplacedView(),
        MissingDescription(),
        MixedFieldStyle(),
        MixedPathStyle(),
        NamesDifferingByCase(),
        OverlappingKeyPrefixes(),
        OversizedType(),
        PaginationWithoutList(),
        PagingParameterClash(),
        PagingWithEffect(),
        ParameterNotScalar(),
        PatternWithoutExample(),
        PublishableWrite(),
        ReachWithoutTenancy(),
        RenamedPathParameter(),
        RepeatedDefault(),
        ReservedHeader(),
        ReservedTypeName(),
        RevisionNotStated(),
        RoleWithoutCaller(),
        ScopeWithoutCredential(),
        SecretInQuery(),
        ServerVersion(),
        ShadowedRoute(),
        SingularAndPlural(),
        StatusNotDocumented(),
        TenantNeverNamed(),
        UncallableEndpoint(),
        UndeclaredPathParameter(),
        UnionWithoutTag(),
        UnknownBoundParameter(),
        UnknownCredential(),
        UnknownEnvironment(),
        UnknownFilterField(),
        UnknownFilterParameter(),
        UnknownIdempotency(),
        UnknownLimit(),
        UnknownLocation(),
        UnknownPagination(),
        UnknownOrderField(),
        UnknownPagingField(),
        UnknownPartition(),
        UnknownPlan(),
        UnknownRole(),
        UnknownRuleParameter(),
        UnknownScope(),
        UnknownSuccessor(),
        UnknownType(),
        UnlikelyStatus(),
        UnsafeGet(),
        UnstatedConvention(),
        UntaggedEndpoint(),
        UnusedCredential(),
        UnusedIdempotency(),
        UnusedLimit(),
        UnusedPagination(),
        UnusedPathParameter(),
        UnusedPlan(),
        UnusedRole(),
        UnusedScope(),
        UnusedType(),
    ]
}
