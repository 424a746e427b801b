/// A rule that also looks at what follows from a contract, once it is resolved.
package protocol ResolvedRule: ContractRule {
    /// The places where it does not hold.
    ///
    /// - Parameter contract: the contract that the API comes from, for the places.
    func check(_ api: ResolvedAPI, of contract: Contract) -> [Diagnostic]
}
