/// Only callers of a credential with roles have one: an endpoint that asks for a role itself must take such a credential.
package struct RoleWithoutCaller: ContractRule {
    package static let name = "role-without-caller"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let groups = GroupIndex(contract)
        let credentials = contract.credentials.keyed(by: \.name.value)
        let declared = Set(contract.roles.map(\.name.value))
        return contract.endpoints.compactMap { endpoint in
            let auth = groups.effective(endpoint).auth
            guard let roles = endpoint.own.roles, let role = roles.value.first, declared.contains(role.value), let auth,
                !auth.isUnreadable, auth.names.allSatisfy({ credentials[$0.value] != nil }),
                !auth.names.contains(where: { credentials[$0.value]?.roles != nil })
            else { return nil }
            return Diagnostic(
                .error,
                "'\(endpoint.id.value)' needs the role \(role.value), but none of its callers has roles",
                rule: Self.name,
                at: roles.span,
                notes: [Diagnostic.Note("who may call is said here", at: auth.span)],
                help: "give a credential 'roles:', or write 'role: none'"
            )
        }
    }
}
