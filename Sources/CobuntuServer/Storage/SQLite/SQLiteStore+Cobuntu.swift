import CharterRuntime
import CharterService
import CharterSQLite
import GRDB

extension SQLiteStore: CobuntuStorage {
    package func community(_ tag: String) -> SQLiteCommunity<SQLiteStore> {
        SQLiteCommunity(tag: tag, access: self)
    }

    package func community(_ tag: String, in transaction: SQLiteTransaction) -> SQLiteCommunity<SQLiteTransaction> {
        SQLiteCommunity(tag: tag, access: transaction)
    }

    package func hasCommunity(_ tag: String) async throws -> Bool {
        try await community(tag).exists("SELECT 1 FROM communities WHERE tag = ?", [tag])
    }
}

// MARK: - Outbox
extension SQLiteStore {
    package func dueMails(by now: Timestamp, atMost count: Int) async throws -> [DueMail] {
        try await read { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT number, broadcast_id, outbox.community, communities.name, communities.email, reply_to, user_id,
                        CAST(outbox.name AS BLOB), outbox.email, CAST(subject AS BLOB), CAST(text AS BLOB), CAST(html AS BLOB),
                        broadcasts.created_at, attempts
                    FROM outbox JOIN broadcasts ON broadcasts.id = broadcast_id JOIN communities ON communities.tag = outbox.community
                    WHERE due_at <= ? ORDER BY due_at, number LIMIT ?
                    """
            )
            return try Row.fetchAll(statement, arguments: [now.stored, count]).map { row in
                do {
                    return .mail(try OutgoingMail(row))
                } catch let damage as DamagedRow {
                    return .damaged(row[0], reason: damage.description)
                }
            }
        }
    }

    package func waitingMails() async throws -> WaitingMails? {
        try await read { database in
            let sql = "SELECT count(*), min(due_at) FROM outbox WHERE due_at IS NOT NULL"
            guard let row = try Row.fetchOne(database, sql: sql) else { return nil }
            var columns = RowReader(row, of: "outbox")
            let (count, dueAt) = (try columns.integer(), try columns.optionalInstant())
            return dueAt.map { WaitingMails(count: count, dueAt: $0) }
        }
    }

    package func settle(_ outcomes: [MailOutcome], at now: Timestamp) async throws {
        try await write { database in
            for outcome in outcomes { try outcome.settle(database, at: now) }
            let sent = try database.cachedStatement(
                sql: """
                    UPDATE broadcasts SET sent_at = ?1 WHERE id = ?2 AND sent_at IS NULL
                    AND NOT EXISTS (SELECT 1 FROM outbox WHERE broadcast_id = ?2 AND due_at IS NOT NULL)
                    """
            )
            for broadcast in Set(outcomes.compactMap(\.broadcast)) {
                try sent.execute(arguments: [now.stored, broadcast.description])
            }
        }
    }

    package func forgetMails(endedBefore instant: Timestamp) async throws {
        try await forgetInParts { database, limit in
            let statement = try database.cachedStatement(
                sql: "DELETE FROM outbox WHERE number IN (SELECT number FROM outbox WHERE ended_at < ? LIMIT ?)"
            )
            try statement.execute(arguments: [instant.stored, limit])
            return database.changesCount
        }
    }
}

extension OutgoingMail {
    fileprivate init(_ row: Row) throws {
        var row = RowReader(row, of: "outbox")
        self.init(
            number: Int64(try row.integer()),
            broadcast: try row.id(),
            community: try row.text(),
            communityName: try row.text(),
            sender: try row.text(),
            replyTo: try row.optionalText(),
            recipient: Person(id: try row.id(), name: try row.text(), email: try row.text()),
            subject: try row.text(),
            text: try row.text(),
            html: try row.optionalText(),
            acceptedAt: try row.instant(),
            attempts: try row.integer()
        )
    }
}

extension MailOutcome {
    fileprivate func settle(_ database: Database, at now: Timestamp) throws {
        let end = try database.cachedStatement(
            sql: "UPDATE outbox SET outcome = ?, ended_at = ?, due_at = NULL WHERE number = ? AND due_at IS NOT NULL"
        )
        let postpone = try database.cachedStatement(
            sql: "UPDATE outbox SET attempts = attempts + 1, due_at = ? WHERE number = ? AND due_at IS NOT NULL"
        )
        switch result {
        case .delivered: try end.execute(arguments: ["delivered", now.stored, number])
        case .refused: try end.execute(arguments: ["refused", now.stored, number])
        case .postponed(let instant): try postpone.execute(arguments: [instant.stored, number])
        }
    }
}
