import GRDB

extension DatabaseMigrator {
    /// Adds what makes Cobuntu's tables, a step a release that changes them; a step that was released never changes.
    ///
    /// Every table begins with the community that its rows belong to, and refers to others within that community alone: no row can name what another community has.
    /// Instants are RFC 3339 text in UTC with nine digits of a fraction. What no statement looks into is JSON.
    mutating func registerCobuntu() {
        registerMigration("cobuntu-1") { database in
            for part in [communities, people, events, publications, atlas, segments, rules, broadcasts] {
                try database.execute(sql: part)
            }
        }
        registerMigration("cobuntu-2") { database in
            try database.execute(sql: "CREATE INDEX outbox_ended ON outbox (ended_at) WHERE ended_at IS NOT NULL")
        }
        registerMigration("cobuntu-3") { database in
            // What a segment is looked up by when it changes: the other indexes know pending applications alone.
            try database.execute(sql: "CREATE INDEX applications_of_segment ON applications (community, segment_id)")
        }
    }
}

private let communities = """
    CREATE TABLE communities (
        tag TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        email TEXT NOT NULL,
        rules_version INTEGER NOT NULL CHECK (rules_version >= 1)
    ) STRICT, WITHOUT ROWID;
    """

// Somebody whom a community knows stays known when the membership ends: RSVPs, acceptances and bans go on speaking of them.
private let people = """
    CREATE TABLE people (
        community TEXT NOT NULL REFERENCES communities (tag) ON UPDATE CASCADE,
        user_id TEXT NOT NULL CHECK (length(user_id) = 36),
        name TEXT NOT NULL,
        email TEXT NOT NULL COLLATE NOCASE,
        headline TEXT,
        bio TEXT,
        avatar_url TEXT,
        links TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(links)),
        PRIMARY KEY (community, user_id),
        UNIQUE (community, email)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE memberships (
        community TEXT NOT NULL,
        user_id TEXT NOT NULL,
        role TEXT NOT NULL CHECK (role IN ('owner', 'admin', 'moderator', 'member')),
        is_public INTEGER NOT NULL CHECK (is_public IN (0, 1)),
        joined_at TEXT NOT NULL,
        PRIMARY KEY (community, user_id),
        FOREIGN KEY (community, user_id) REFERENCES people (community, user_id) ON UPDATE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX public_memberships ON memberships (community, joined_at, user_id) WHERE is_public = 1;

    CREATE TABLE moderations (
        number INTEGER NOT NULL PRIMARY KEY,
        community TEXT NOT NULL,
        user_id TEXT NOT NULL,
        action TEXT NOT NULL CHECK (action IN ('kick', 'ban')),
        reason TEXT,
        until TEXT,
        created_at TEXT NOT NULL,
        FOREIGN KEY (community, user_id) REFERENCES people (community, user_id) ON UPDATE CASCADE,
        CHECK (action = 'ban' OR until IS NULL)
    ) STRICT;
    CREATE INDEX moderations_of_person ON moderations (community, user_id, action);
    """

// No tier gives away more places than it has, whatever a program does: the check on 'taken' stands behind every statement.
private let events = """
    CREATE TABLE events (
        community TEXT NOT NULL REFERENCES communities (tag) ON UPDATE CASCADE,
        slug TEXT NOT NULL,
        title TEXT NOT NULL,
        summary TEXT,
        description TEXT,
        format TEXT NOT NULL CHECK (format IN ('inPerson', 'online', 'hybrid')),
        starts_at TEXT NOT NULL,
        ends_at TEXT,
        time_zone TEXT NOT NULL,
        venue TEXT CHECK (venue IS NULL OR json_valid(venue)),
        cover_url TEXT,
        is_published INTEGER NOT NULL CHECK (is_published IN (0, 1)),
        cancelled_at TEXT,
        PRIMARY KEY (community, slug),
        CHECK (ends_at IS NULL OR ends_at >= starts_at)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX published_events ON events (community, starts_at, slug) WHERE is_published = 1;

    CREATE TABLE tiers (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
        community TEXT NOT NULL,
        event_slug TEXT NOT NULL,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        description TEXT,
        price_amount INTEGER CHECK (price_amount > 0),
        price_currency TEXT CHECK (length(price_currency) = 3),
        capacity INTEGER CHECK (capacity >= 0),
        taken INTEGER NOT NULL DEFAULT 0 CHECK (taken >= 0 AND (capacity IS NULL OR taken <= capacity)),
        closes_at TEXT,
        form TEXT NOT NULL CHECK (json_valid(form)),
        UNIQUE (community, event_slug, position),
        UNIQUE (community, event_slug, id),
        FOREIGN KEY (community, event_slug) REFERENCES events (community, slug) ON UPDATE CASCADE,
        CHECK ((price_amount IS NULL) = (price_currency IS NULL))
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE rsvps (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
        community TEXT NOT NULL,
        event_slug TEXT NOT NULL,
        tier_id TEXT NOT NULL,
        user_id TEXT NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('confirmed', 'cancelled')),
        places INTEGER NOT NULL CHECK (places IN (1, 2)),
        guest TEXT CHECK (guest IS NULL OR json_valid(guest)),
        answers TEXT NOT NULL CHECK (json_valid(answers)),
        created_at TEXT NOT NULL,
        FOREIGN KEY (community, event_slug, tier_id) REFERENCES tiers (community, event_slug, id) ON UPDATE CASCADE,
        FOREIGN KEY (community, user_id) REFERENCES people (community, user_id) ON UPDATE CASCADE,
        CHECK ((guest IS NULL) = (places = 1))
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX confirmed_rsvps ON rsvps (community, user_id, event_slug) WHERE status = 'confirmed';
    CREATE INDEX rsvps_of_tier ON rsvps (community, event_slug, tier_id);
    """

private let publications = """
    CREATE TABLE articles (
        community TEXT NOT NULL REFERENCES communities (tag) ON UPDATE CASCADE,
        slug TEXT NOT NULL,
        title TEXT NOT NULL,
        excerpt TEXT,
        body TEXT NOT NULL,
        cover_url TEXT,
        author TEXT NOT NULL CHECK (json_valid(author)),
        topics TEXT NOT NULL CHECK (json_valid(topics)),
        published_at TEXT,
        updated_at TEXT,
        PRIMARY KEY (community, slug)
    ) STRICT;
    CREATE INDEX published_articles ON articles (community, published_at DESC, slug) WHERE published_at IS NOT NULL;

    CREATE TABLE products (
        community TEXT NOT NULL REFERENCES communities (tag) ON UPDATE CASCADE,
        sku TEXT NOT NULL,
        name TEXT NOT NULL,
        description TEXT,
        image_urls TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(image_urls)),
        is_published INTEGER NOT NULL CHECK (is_published IN (0, 1)),
        PRIMARY KEY (community, sku)
    ) STRICT;
    CREATE INDEX published_products ON products (community, name, sku) WHERE is_published = 1;

    CREATE TABLE product_variants (
        community TEXT NOT NULL,
        sku TEXT NOT NULL,
        product_sku TEXT NOT NULL,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        options TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(options)),
        price_amount INTEGER NOT NULL CHECK (price_amount >= 0),
        price_currency TEXT NOT NULL CHECK (length(price_currency) = 3),
        availability TEXT NOT NULL CHECK (availability IN ('inStock', 'preorder', 'soldOut')),
        stock INTEGER CHECK (stock >= 0),
        PRIMARY KEY (community, sku),
        UNIQUE (community, product_sku, position),
        FOREIGN KEY (community, product_sku) REFERENCES products (community, sku) ON UPDATE CASCADE
    ) STRICT, WITHOUT ROWID;
    """

private let atlas = """
    CREATE TABLE hotspot_categories (
        community TEXT NOT NULL REFERENCES communities (tag) ON UPDATE CASCADE,
        slug TEXT NOT NULL,
        name TEXT NOT NULL,
        description TEXT,
        PRIMARY KEY (community, slug)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX hotspot_categories_by_name ON hotspot_categories (community, name, slug);

    CREATE TABLE hotspots (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
        community TEXT NOT NULL,
        name TEXT NOT NULL,
        category TEXT NOT NULL,
        description TEXT,
        latitude REAL NOT NULL CHECK (latitude BETWEEN -90 AND 90),
        longitude REAL NOT NULL CHECK (longitude BETWEEN -180 AND 180),
        address TEXT CHECK (address IS NULL OR json_valid(address)),
        website_url TEXT,
        photo_url TEXT,
        created_at TEXT NOT NULL,
        FOREIGN KEY (community, category) REFERENCES hotspot_categories (community, slug) ON UPDATE CASCADE
    ) STRICT;
    CREATE INDEX hotspots_by_name ON hotspots (community, name, id);
    CREATE INDEX hotspots_of_category ON hotspots (community, category, name, id);
    """

private let segments = """
    CREATE TABLE segments (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
        community TEXT NOT NULL REFERENCES communities (tag) ON UPDATE CASCADE,
        name TEXT NOT NULL,
        description TEXT,
        price_amount INTEGER NOT NULL CHECK (price_amount >= 0),
        price_currency TEXT NOT NULL CHECK (length(price_currency) = 3),
        interval TEXT NOT NULL CHECK (interval IN ('once', 'month', 'year')),
        trial_days INTEGER NOT NULL CHECK (trial_days BETWEEN 0 AND 365),
        is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
        visibility TEXT NOT NULL CHECK (visibility IN ('listed', 'unlisted')),
        form TEXT NOT NULL CHECK (json_valid(form)),
        updated_at TEXT NOT NULL,
        UNIQUE (community, name),
        UNIQUE (community, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX public_segments ON segments (community, name) WHERE is_active = 1 AND visibility = 'listed';

    CREATE TABLE segment_members (
        community TEXT NOT NULL,
        segment_id TEXT NOT NULL,
        user_id TEXT NOT NULL,
        joined_at TEXT NOT NULL,
        PRIMARY KEY (community, segment_id, user_id),
        FOREIGN KEY (community, segment_id) REFERENCES segments (community, id) ON UPDATE CASCADE,
        FOREIGN KEY (community, user_id) REFERENCES memberships (community, user_id) ON UPDATE CASCADE ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX segments_of_member ON segment_members (community, user_id);

    CREATE TABLE applications (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
        community TEXT NOT NULL,
        segment_id TEXT NOT NULL,
        name TEXT NOT NULL,
        email TEXT NOT NULL COLLATE NOCASE,
        user_id TEXT,
        answers TEXT NOT NULL CHECK (json_valid(answers)),
        status TEXT NOT NULL CHECK (status IN ('pending', 'approved', 'rejected')),
        message TEXT,
        reason TEXT,
        created_at TEXT NOT NULL,
        decided_at TEXT,
        FOREIGN KEY (community, segment_id) REFERENCES segments (community, id) ON UPDATE CASCADE,
        FOREIGN KEY (community, user_id) REFERENCES people (community, user_id) ON UPDATE CASCADE,
        CHECK ((status = 'pending') = (decided_at IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX pending_applications_by_email ON applications (community, segment_id, email) WHERE status = 'pending';
    CREATE UNIQUE INDEX pending_applications_by_user ON applications (community, segment_id, user_id)
        WHERE status = 'pending' AND user_id IS NOT NULL;
    CREATE INDEX applications_of_person ON applications (community, user_id) WHERE user_id IS NOT NULL;
    """

private let rules = """
    CREATE TABLE rules_acceptances (
        community TEXT NOT NULL,
        user_id TEXT NOT NULL,
        version INTEGER NOT NULL,
        accepted_at TEXT NOT NULL,
        PRIMARY KEY (community, user_id, version),
        FOREIGN KEY (community, user_id) REFERENCES people (community, user_id) ON UPDATE CASCADE
    ) STRICT, WITHOUT ROWID;
    """

// The outbox: a broadcast is written together with everyone whom it goes to, and each of them is struck off once the e-mail has gone out.
private let broadcasts = """
    CREATE TABLE broadcasts (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
        community TEXT NOT NULL,
        segment_id TEXT NOT NULL,
        subject TEXT NOT NULL,
        text TEXT NOT NULL,
        html TEXT,
        reply_to TEXT,
        sent_by TEXT NOT NULL,
        recipient_count INTEGER NOT NULL CHECK (recipient_count >= 1),
        created_at TEXT NOT NULL,
        sent_at TEXT,
        UNIQUE (community, id),
        FOREIGN KEY (community, segment_id) REFERENCES segments (community, id) ON UPDATE CASCADE
    ) STRICT;
    CREATE INDEX broadcasts_of_segment ON broadcasts (community, segment_id, created_at);

    CREATE TABLE outbox (
        number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        community TEXT NOT NULL,
        broadcast_id TEXT NOT NULL,
        user_id TEXT NOT NULL,
        name TEXT NOT NULL,
        email TEXT NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
        due_at TEXT,
        outcome TEXT CHECK (outcome IN ('delivered', 'refused')),
        ended_at TEXT,
        UNIQUE (broadcast_id, user_id),
        FOREIGN KEY (community, broadcast_id) REFERENCES broadcasts (community, id) ON UPDATE CASCADE,
        CHECK ((due_at IS NULL) = (outcome IS NOT NULL) AND (outcome IS NULL) = (ended_at IS NULL))
    ) STRICT;
    CREATE INDEX outbox_due ON outbox (due_at, number) WHERE due_at IS NOT NULL;
    CREATE INDEX outbox_open ON outbox (broadcast_id) WHERE due_at IS NOT NULL;
    """
