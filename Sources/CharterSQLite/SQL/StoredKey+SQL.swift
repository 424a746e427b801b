import CharterRuntime
import CharterServer
import Foundation
import GRDB

extension StoredKey {
    private static let table = "charter_keys"
    /// In the order in which a row is read and written; a name, which people choose, is handed over as bytes: GRDB cuts texts at U+0000.
    private static let columns = columns(name: "name")
    private static let readColumns = columns(name: "CAST(name AS BLOB)")

    private static func columns(name: String) -> String {
        """
        id, kind, credential, display_prefix, \(name), grants, user, tenant, created_at, created_by, last_used_at, revoked_at, expires_at
        """
    }

    private init(_ row: Row) throws {
        var columns = ColumnReader(row, of: Self.table)
        let id = try columns.text()
        let kind = try columns.optionalText()
        let credential = try columns.optionalText()
        let displayPrefix = try columns.text()
        let name = try columns.optionalBytes().map { String(decoding: $0, as: UTF8.self) }
        let json = try columns.text()
        guard let grants = try? JSONCoding.decode(KeyGrants.self, from: Array(json.utf8)) else { throw columns.damage }
        self.init(
            id: id,
            kind: kind,
            credential: credential,
            displayPrefix: displayPrefix,
            name: name,
            scopes: grants.scopes,
            roles: grants.roles,
            user: try columns.optionalText(),
            tenant: try columns.optionalText(),
            otherTenants: grants.otherTenants,
            limits: grants.limits,
            createdAt: try columns.instant(),
            createdBy: try columns.optionalText(),
            lastUsedAt: try columns.instant(),
            revokedAt: try columns.instant(),
            expiresAt: try columns.instant()
        )
    }

    /// Whether there can be a key with that identifier, of that tenant.
    private static func canBeKept(id: String = "", of tenant: String? = nil) -> Bool {
        id.isStorable && tenant?.isStorable ?? true
    }

    /// The key with that hash, or nil.
    static func find(_ database: Database, hashed hash: KeyHash) throws -> StoredKey? {
        let statement = try database.cachedStatement(sql: "SELECT \(readColumns) FROM charter_keys WHERE hash = ?")
        return try Row.fetchOne(statement, arguments: [Data(hash.bytes)]).map(StoredKey.init)
    }

    /// The key with that identifier, if it is the tenant's.
    static func find(_ database: Database, id: String, of tenant: String?) throws -> StoredKey? {
        guard canBeKept(id: id, of: tenant) else { return nil }
        let statement = try database.cachedStatement(sql: "SELECT \(readColumns) FROM charter_keys WHERE id = ? AND tenant IS ?")
        return try Row.fetchOne(statement, arguments: [id, tenant]).map(StoredKey.init)
    }

    /// A part of the keys of a tenant, the first made first, and their number.
    static func list(_ database: Database, of tenant: String?, _ page: OffsetPage) throws -> Page<StoredKey> {
        guard canBeKept(of: tenant) else { return Page(items: [], total: 0) }
        let count = try database.cachedStatement(sql: "SELECT count(*) FROM charter_keys WHERE tenant IS ?")
        let list = try database.cachedStatement(
            // Those without a time come first.
            sql: "SELECT \(readColumns) FROM charter_keys WHERE tenant IS ? ORDER BY created_at, id LIMIT ? OFFSET ?"
        )
        let rows = try Row.fetchAll(list, arguments: [tenant, page.limit, page.offset])
        return Page(items: try rows.map(StoredKey.init), total: try Int.fetchOne(count, arguments: [tenant]) ?? 0)
    }

    /// Keys of a tenant behind a place in the order, the last made first.
    static func newest(
        _ database: Database,
        of tenant: String?,
        before instant: String,
        _ id: String,
        atMost count: Int
    ) throws -> [StoredKey] {
        guard canBeKept(id: id, of: tenant) else { return [] }
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(readColumns) FROM charter_keys WHERE tenant IS ? AND (created_at, id) < (?, ?)
                ORDER BY created_at DESC, id DESC LIMIT ?
                """
        )
        return try Row.fetchAll(statement, arguments: [tenant, instant, id, count]).map(StoredKey.init)
    }

    /// Writes a new key.
    func insert(_ database: Database, hashed hash: KeyHash) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO charter_keys (hash, \(Self.columns)) VALUES (?, ?, ?, ?, ?, CAST(? AS TEXT), ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """
        )
        let grants = KeyGrants(scopes: scopes, roles: roles, otherTenants: otherTenants, limits: limits)
        try statement.execute(
            arguments: [
                Data(hash.bytes), id.storedText, kind?.storedText, credential?.storedText, displayPrefix.storedText,
                name.map { Data($0.utf8) }, String(decoding: JSONCoding.encode(grants), as: UTF8.self), user?.storedText,
                tenant?.storedText, createdAt?.storedText, createdBy?.storedText, lastUsedAt?.storedText, revokedAt?.storedText,
                expiresAt?.storedText,
            ]
        )
        guard database.changesCount == 1 else { throw DuplicateKey(id: id) }
    }

    /// Takes a key back, unless it was taken back before that instant.
    static func revoke(_ database: Database, id: String, of owner: KeyOwner, at instant: Timestamp) throws -> StoredKey? {
        let tenant: String? = if case .tenant(let name) = owner { name } else { nil }
        guard canBeKept(id: id, of: tenant) else { return nil }
        let statement = try database.cachedStatement(
            sql: """
                UPDATE charter_keys SET revoked_at = min(coalesce(revoked_at, ?1), ?1) WHERE id = ?2 AND (?3 OR tenant IS ?4)
                RETURNING \(readColumns)
                """
        )
        return try Row.fetchOne(statement, arguments: [try instant.storedText, id, owner == .anyone, tenant]).map(StoredKey.init)
    }

    /// Notes a use, unless a later one was noted.
    static func noteUse(_ database: Database, ofKey id: String, at instant: Timestamp) throws {
        guard canBeKept(id: id) else { return }
        let statement = try database.cachedStatement(
            sql: "UPDATE charter_keys SET last_used_at = ?1 WHERE id = ?2 AND (last_used_at IS NULL OR last_used_at < ?1)"
        )
        try statement.execute(arguments: [try instant.storedText, id])
    }
}
