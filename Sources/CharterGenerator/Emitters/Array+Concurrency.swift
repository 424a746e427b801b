import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// What becomes of each element, in their order; all cores work on it.
    ///
    /// - Throws: the fault of the first element that has one.
    func concurrentMap<Result: Sendable, Fault: Error>(
        _ transform: @Sendable (Element) throws(Fault) -> Result
    ) throws(Fault) -> [Result] {
        let results = Mutex<[Swift.Result<Result, Fault>?]>(Swift.Array(repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let result = Swift.Result { () throws(Fault) in try transform(self[index]) }
            results.withLock { $0[index] = result }
        }
        var all: [Result] = []
        all.reserveCapacity(count)
        for case let result? in results.withLock({ $0 }) { all.append(try result.get()) }
        return all
    }
}
