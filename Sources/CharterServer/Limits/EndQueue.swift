/// What ends, in the order in which it does: a binary heap, so that each change costs a few steps however many there are.
struct EndQueue<Element: Sendable>: Sendable {
    private var heap: [(element: Element, end: Int64)] = []

    /// What ends first, or nil.
    var first: (element: Element, end: Int64)? { heap.first }

    /// Adds an element.
    mutating func insert(_ element: Element, endingAt end: Int64) {
        heap.append((element, end))
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
