/// A plan that no limit tells from the others gives its tenants nothing.
package struct UnusedPlan: AdvisoryRule {
    package static let name = "unused-plan"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let used = Set(contract.limits.flatMap(\.allowByPlan).map(\.plan.value))
        let names = contract.conventions.plans.map(\.name)
        return UnusedDeclarations(subject: "plan", names: names, use: "name it in a limit").diagnostics(without: used, Self.self)
    }
}
