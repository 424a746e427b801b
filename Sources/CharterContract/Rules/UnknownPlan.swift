/// A plan that is named must be declared.
package struct UnknownPlan: ContractRule {
    package static let name = "unknown-plan"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let declared = Declarations(of: "plan", in: "plans", contract.conventions.plans.map(\.name.value), contract)
        return declared.undeclared(among: contract.limits.flatMap(\.allowByPlan).map(\.plan), rule: Self.name)
    }
}
