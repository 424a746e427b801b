import GRDB

extension DatabaseMigrator {
    /// What makes the server's tables, a step a release that changes them.
    ///
    /// A step that was released never changes.
    ///
    /// Instants are RFC 3339 text in UTC with nine digits of a fraction, so that their order is that of their bytes; those of tallies are nanoseconds since 1970.
    static var charter: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("charter-1") { database in
            try database.execute(
                sql: """
                    CREATE TABLE charter_keys (
                        hash BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
                        id TEXT NOT NULL UNIQUE,
                        kind TEXT,
                        credential TEXT,
                        display_prefix TEXT NOT NULL,
                        name TEXT,
                        grants TEXT NOT NULL,
                        user TEXT,
                        tenant TEXT,
                        created_at TEXT,
                        created_by TEXT,
                        last_used_at TEXT,
                        revoked_at TEXT,
                        expires_at TEXT
                    ) STRICT, WITHOUT ROWID;
                    CREATE INDEX charter_keys_of_tenant ON charter_keys (tenant, created_at, id);

                    CREATE TABLE charter_calls (
                        call BLOB NOT NULL PRIMARY KEY CHECK (length(call) = 32),
                        payload BLOB NOT NULL,
                        answer BLOB NOT NULL,
                        ends_at TEXT
                    ) STRICT;
                    CREATE INDEX charter_calls_by_end ON charter_calls (ends_at) WHERE ends_at IS NOT NULL;

                    CREATE TABLE charter_tallies (
                        limit_name TEXT NOT NULL,
                        partition_name TEXT NOT NULL,
                        tally BLOB NOT NULL,
                        ends_at INTEGER NOT NULL,
                        PRIMARY KEY (limit_name, partition_name)
                    ) STRICT;
                    CREATE INDEX charter_tallies_by_end ON charter_tallies (ends_at);
                    """
            )
        }
        return migrator
    }
}
