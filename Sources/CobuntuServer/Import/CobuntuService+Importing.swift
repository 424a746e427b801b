import CharterRuntime
import CharterServer
import CharterService
import CobuntuModels

/// What those do who run Cobuntu, and no endpoint does.
extension CobuntuService {
    /// Every community, by its tag.
    package func communities() async throws -> [CommunityFacts] {
        try await storage.communities()
    }

    /// Brings the things of a file in, all of them or nothing; the community is made where it is not there.
    ///
    /// - Throws: ``ImportFaults``.
    package func bringIn(_ file: CommunityFile) async throws -> ImportTally {
        let clock = clock
        return try await storage.change(file.tag) { community in
            var bringing = CommunityImport(file, into: community, at: clock.now)
            return try await bringing.run()
        }
    }

    /// Brings the things of a file in, which makes its community.
    ///
    /// - Returns: Whether there was none of that tag; nothing is changed otherwise.
    /// - Throws: ``ImportFaults``.
    package func create(_ file: CommunityFile) async throws -> Bool {
        let clock = clock
        return try await storage.change(file.tag) { community in
            guard try await community.facts() == nil else { return false }
            var bringing = CommunityImport(file, into: community, at: clock.now)
            _ = try await bringing.run()
            return true
        }
    }

    /// The file of a community, which brought in elsewhere makes the same things again; nil where there is no such community.
    package func file(of tag: String) async throws -> String? {
        try await storage.contents(of: tag).map(CommunityFile.text)
    }

    /// Puts the next version of a community's rules into force, which members must accept anew.
    ///
    /// - Returns: The version; nil where there is no such community.
    /// - Throws: `CommandRefusal` for a version that no member could accept.
    package func publishRules(of tag: String) async throws -> Int? {
        try await storage.change(tag) { community in
            guard var facts = try await community.facts() else { return nil }
            facts.rulesVersion += 1
            let version = JSONValue.integer(Int64(facts.rulesVersion))
            if let fault = APIDescription.cobuntu.faults(of: version, against: CommunityFile.rulesVersion).first {
                let last = facts.rulesVersion - 1
                throw CommandRefusal("the rules of '\(tag)' are in their last version, \(last): a version \(fault.message)")
            }
            _ = try await community.put(facts)
            return facts.rulesVersion
        }
    }
}
