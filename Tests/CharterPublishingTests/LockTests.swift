import Foundation
import Testing

@testable import CharterPublishing

@Suite("A publisher")
struct LockTests {
    @Test("keeps others out of the folder until it ends, also where it fails")
    func lock() throws {
        let folder = try TemporaryFolder()
        try folder.write("{}", to: "other.json")
        let other = open(folder.root.path(), O_RDONLY)
        defer { close(other) }
        #expect(throws: PublicationFault.impossible("stop")) {
            try folder.root.locked { () throws(PublicationFault) in
                #expect(flock(other, LOCK_SH | LOCK_NB) == -1)
                throw .impossible("stop")
            }
        }
        #expect(flock(other, LOCK_EX | LOCK_NB) == 0)
    }
}
