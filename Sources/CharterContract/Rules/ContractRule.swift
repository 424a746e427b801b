/// One thing that must hold in a contract beyond the form of its file.
package protocol ContractRule: Sendable {
    /// The stable name that diagnostics end with, in kebab case.
    static var name: String { get }

    /// The places where it does not hold.
    func check(_ contract: Contract) -> [Diagnostic]
}

/// Every rule there is.
package enum ContractRules {
    package static let all: [any ContractRule] = [
        AbsentOrNull(),
        BodyWithoutMeaning(),
        BoundsMisplaced(),
        DefaultPageSizeAboveMaximum(),
        DuplicateEndpoint(),
        DuplicateEndpointID(),
        DuplicateGroupPrefix(),
        EndlessType(),
        EqualIdentifiers(),
        ExampleNotOfItsType(),
        InvalidPattern(),
        MissingDescription(),
        OverlappingKeyPrefixes(),
        OversizedType(),
        PaginationWithoutList(),
        PagingParameterClash(),
        ParameterNotScalar(),
        PatternWithoutExample(),
        ReservedTypeName(),
        ScopeWithoutCredential(),
        TenantNeverNamed(),
        UncallableEndpoint(),
        UndeclaredPathParameter(),
        UnknownCredential(),
        UnknownLimit(),
        UnknownPagination(),
        UnknownPartition(),
        UnknownScope(),
        UnknownType(),
        UnstatedConvention(),
    ]
}
