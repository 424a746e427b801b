/// Counts in the order in which they end: a binary heap, so that each change costs a few steps however many there are.
struct EndQueue {
    private var heap: [(count: LimitCount, end: Int64)] = []

    /// The one that ends first, or nil.
    var first: (count: LimitCount, end: Int64)? { heap.first }

    /// Adds a count.
    mutating func insert(_ count: LimitCount, endingAt end: Int64) {
        heap.append((count, end))
        var index = heap.count - 1
        while index > 0, heap[(index - 1) / 2].end > heap[index].end {
            heap.swapAt(index, (index - 1) / 2)
            index = (index - 1) / 2
        }
    }

    /// Lets the first one end later.
    mutating func putOffFirst(to end: Int64) {
        heap[0].end = end
        sinkFirst()
    }

    /// Removes the first one.
    mutating func removeFirst() {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        sinkFirst()
    }

    private mutating func sinkFirst() {
        var index = 0
        while true {
            var least = index
            for child in [index * 2 + 1, index * 2 + 2] where child < heap.count && heap[child].end < heap[least].end { least = child }
            guard least != index else { return }
            heap.swapAt(index, least)
            index = least
        }
    }
}
