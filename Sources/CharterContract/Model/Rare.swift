/// A fact that most things of their kind do without.
///
/// It is kept outside of what has it: a contract has thousands of fields, and a place for each of twenty such facts would make most of what is
/// held and copied of them.
@propertyWrapper
package struct Rare<Value: Sendable>: Sendable {
    private enum Storage: Sendable {
        case nothing
        indirect case fact(Value)
    }

    private var storage: Storage

    package init(wrappedValue: Value?) {
        storage = wrappedValue.map(Storage.fact) ?? .nothing
    }

    package var wrappedValue: Value? {
        get { if case .fact(let value) = storage { value } else { nil } }
        set { storage = newValue.map(Storage.fact) ?? .nothing }
    }
}
