public import GRDB

extension DatabaseMigrator {
    /// What makes Raven Cloud's tables, a step a release that changes them; a step that was released never changes.
    ///
    /// Instants are milliseconds since 1970. What tells things of one instant apart is their `number`, which counts in the order in which they came.
    public mutating func registerRaven() {
        registerMigration("raven-1") { database in
            try database.execute(sql: people)
            try database.execute(sql: messages)
        }
        registerMigration("raven-2") { database in
            // When they end was a guess, and some may end later: none of them comes back.
            try database.execute(sql: "UPDATE revoked_tokens SET ends_at = ?", arguments: [Int64.max])
        }
        registerMigration("raven-3") { database in
            try database.execute(sql: guests)
        }
    }
}

/// People, tenants, and who acts for which.
private let people = """
    CREATE TABLE people (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
        name TEXT NOT NULL CHECK (name <> ''),
        email TEXT NOT NULL CHECK (email <> ''),
        created_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX people_by_email ON people (email, created_at);

    CREATE TABLE tenants (
        number INTEGER NOT NULL PRIMARY KEY,
        id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
        slug TEXT NOT NULL UNIQUE CHECK (length(slug) BETWEEN 1 AND 60),
        name TEXT NOT NULL CHECK (name <> ''),
        plan TEXT CHECK (plan <> ''),
        status TEXT NOT NULL CHECK (status IN ('active', 'suspended')),
        created_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE memberships (
        person TEXT NOT NULL REFERENCES people (id),
        tenant INTEGER NOT NULL REFERENCES tenants (number),
        role TEXT NOT NULL CHECK (role IN ('owner', 'member')),
        PRIMARY KEY (person, tenant)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX memberships_by_tenant ON memberships (tenant);

    CREATE TABLE revoked_tokens (
        id TEXT NOT NULL PRIMARY KEY,
        ends_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX revoked_tokens_by_end ON revoked_tokens (ends_at);
    """

/// Guests of tenants, who have no role that the API knows; a check of a column changes only with its table.
private let guests = """
    CREATE TABLE memberships_with_guests (
        person TEXT NOT NULL REFERENCES people (id),
        tenant INTEGER NOT NULL REFERENCES tenants (number),
        role TEXT NOT NULL CHECK (role IN ('owner', 'member', 'guest')),
        PRIMARY KEY (person, tenant)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO memberships_with_guests (person, tenant, role) SELECT person, tenant, role FROM memberships;
    DROP TABLE memberships;
    ALTER TABLE memberships_with_guests RENAME TO memberships;
    CREATE INDEX memberships_by_tenant ON memberships (tenant);
    """

/// What is sent, and what is still to be done about it: a row of `deliveries` is there from the message's own transaction on, until it has arrived or failed.
private let messages = """
    CREATE TABLE messages (
        number INTEGER NOT NULL PRIMARY KEY,
        id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
        tenant INTEGER NOT NULL REFERENCES tenants (number),
        channel TEXT NOT NULL CHECK (channel IN ('email', 'sms')),
        recipient TEXT NOT NULL CHECK (recipient <> ''),
        subject TEXT CHECK (subject <> ''),
        text TEXT NOT NULL CHECK (text <> ''),
        status TEXT NOT NULL CHECK (status IN ('queued', 'sent', 'delivered', 'failed')),
        created_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX messages_of_tenant ON messages (tenant, created_at, number);

    CREATE TRIGGER messages_move_on BEFORE UPDATE OF status ON messages
    WHEN NOT (old.status = 'queued' AND new.status IN ('sent', 'failed') OR old.status = 'sent' AND new.status IN ('delivered', 'failed'))
    BEGIN
        SELECT raise(ABORT, 'the status of a message only moves on');
    END;

    CREATE TABLE deliveries (
        message INTEGER NOT NULL PRIMARY KEY REFERENCES messages (number) ON DELETE CASCADE,
        due_at INTEGER NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0)
    ) STRICT;
    CREATE INDEX deliveries_by_time ON deliveries (due_at, message);
    """
