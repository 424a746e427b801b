import CharterGenerator
import Testing

/// What `charter generate --check` prints of a file that differs.
@Suite("Unified diffs")
struct UnifiedDiffTests {
    @Test("count the lines of both texts in the heading of each hunk")
    func headings() {
        let old = (1...60).map { "line \($0)" }
        var new = old
        new.insert(contentsOf: ["more", "and more"], at: 50)
        new.remove(at: 30)
        new[10] = "another"
        let headings = diff(old, new).filter { $0.hasPrefix("@@") }
        #expect(headings == ["@@ -8,7 +8,7 @@", "@@ -28,7 +28,6 @@", "@@ -48,6 +47,8 @@"])
    }

    @Test("give back the new text, when they are applied to the old one", arguments: 1...20)
    func applied(_ round: UInt64) throws {
        var random = SplitMix(seed: round)
        let old = (0..<200).map { _ in "line \(Int.random(in: 0..<40, using: &random))" }
        var new = old
        for _ in 0..<12 {
            let index = Int.random(in: 0..<new.count, using: &random)
            if Bool.random(using: &random) { new.remove(at: index) } else { new.insert("new \(index)", at: index) }
        }
        #expect(try apply(diff(old, new), to: old) == new)
    }

    private func diff(_ old: [String], _ new: [String]) -> [String] {
        let text = unifiedDiff(from: old.map { $0 + "\n" }.joined(), to: new.map { $0 + "\n" }.joined(), path: "file")
        return text.split(separator: "\n").map(String.init)
    }

    /// The text that `patch` would make: each hunk stands where its heading says.
    private func apply(_ diff: [String], to old: [String]) throws -> [String] {
        var new: [String] = []
        var next = 0
        for line in diff.dropFirst(2) {
            switch line.first {
            case "@":
                let heading = try #require(line.wholeMatch(of: /@@ -(\d+),(\d+) \+(\d+),(\d+) @@/))
                let start = try #require(Int(heading.1)) - (heading.2 == "0" ? 0 : 1)
                new += old[next..<start]
                next = start
                #expect(new.count == (Int(heading.3) ?? -1) - (heading.4 == "0" ? 0 : 1))
            case "+": new.append(String(line.dropFirst()))
            case "-": next += 1
            default:
                #expect(old[next] == line.dropFirst())
                new.append(old[next])
                next += 1
            }
        }
        return new + old[next...]
    }
}
