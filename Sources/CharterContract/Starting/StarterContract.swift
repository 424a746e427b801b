/// A small contract to begin with, which explains itself.
package struct StarterContract: Sendable {
    /// The API's name in code.
    package let name: String

    /// - Returns: nil for what cannot name an API in code: that begins with a capital and has up to 60 letters and digits.
    package init?(name: String) {
        guard NameForm.type.fits(name) else { return nil }
        self.name = name
    }

    /// The name of its file: `book-shop.yaml`.
    package var fileName: String {
        IdentifierWords(name).kebab + ".yaml"
    }

    package var text: String {
        """
        \(LanguageSchema.modeline)
        charter: 1 # the version of this language; spec/README.md of Charter describes it

        # What the API is called: in code (\(name)Client), and for people.
        api: \(name)
        title: \(name) API
        about: What this API is for, in a sentence or two.
        version: 1.0.0
        servers: { production: https://api.example.com/v1 }
        promise: additive-only # what a new release may change; the other word is none

        # How callers say who they are. The kinds of key are told apart by how they begin.
        credentials:
          apiKey:
            header: X-API-Key
            about: Where callers get a key.
            kinds:
              publishable: { prefix: pk_, use: anywhere, holds: [READ], about: For browsers and apps. }
              secret: { prefix: sk_, use: server-only, holds: any, limits: [requests], about: For servers. }

        # What a key can be allowed to do.
        scopes:
          READ: Read items.
          WRITE: { about: Create and delete items., grants: [READ] }

        # How often something may be done. A limit counts where it is named: here in a kind of key.
        limits:
          requests: { allow: 10, per: 1s, by: key }

        # How long lists are read page by page.
        pagination:
          pages:
            style: offset
            pageSize: { parameter: limit, default: 20, max: 100, below: reject, above: reject }
            offset: { parameter: offset }
            response: { items: items, total: total }

        # Defaults for the endpoints at and below a path. A group with 'about' is a chapter of the reference.
        groups:
          items:
            prefix: /items
            about: The things that this API is about.
            auth: apiKey
            pagination: none
            path: { id: { type: uuid, about: Names the item. } }

        # Method and path, and what goes in and out. 400, 401, 403, 404, 429 and 500 follow from the above.
        endpoints:
          GET /items:
            id: listItems
            does: List items
            about: The latest first.
            scope: READ
            pagination: pages
            query: { state?: { type: State, about: Only items in this state. } }
            returns: { list: Item }
          GET /items/:id:
            id: getItem
            does: Get an item
            scope: READ
            returns: Item
          POST /items:
            id: createItem
            does: Create an item
            scope: WRITE
            takes: NewItem
            returns: { 201: Item }
            fails: { 409: { code: title-taken, when: Another item has this title. } }
          DELETE /items/:id:
            id: deleteItem
            does: Delete an item
            scope: WRITE
            returns: { 204: none }

        # A field with '?' behind its name may be absent. '&' names a value so that '*' can repeat it.
        types:
          Item:
            about: One of the things that this API is about.
            fields:
              id: { type: uuid, about: Names the item. }
              title: &title { type: string, length: 1..200, example: A first item, about: What people call the item. }
              note?: &note { type: string, length: ..2000, about: What else to know of the item. }
              state: { type: State, about: How far the item has come. }
              createdAt: { type: timestamp, about: When the item was created. }
          NewItem:
            about: An item to be created.
            fields:
              title: *title
              note?: *note
          State:
            about: How far an item has come.
            enum: { open: Something is left to do., done: Nothing is left to do. }

        """
    }
}
