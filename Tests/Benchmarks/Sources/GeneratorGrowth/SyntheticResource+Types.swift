extension SyntheticResource {
    /// Its fifteen types: objects in objects, views, enumerations, a union, lists, maps and scalars of its own.
    func types(_ prose: inout Prose) -> String {
        """
          \(name):
            about: \(prose.paragraph())
            fields:
              id: { type: uuid, set: api, example: \(prose.uuid()), about: \(prose.sentence()) }
              number: { type: \(name)Number, set: create, about: \(prose.sentence()) }
              title: { type: string, length: 1..200, set: [create, change], example: \(prose.words()), about: \(prose.sentence()) }
              notes?: { type: string, length: ..2000, set: [create, change], example: \(prose.words()), about: \(prose.sentence()) }
              status: { type: \(name)Status, set: api, about: \(prose.sentence()) }
              channel: { type: \(name)Channel, set: create, about: \(prose.sentence()) }
              source: { type: \(name)Source, set: create, about: \(prose.sentence()) }
              parties: { list: \(name)Party, count: 1..10, set: create, about: \(prose.sentence()) }
              lines: { list: \(name)Line, count: 1..100, set: [create, change], about: \(prose.sentence()) }
              terms?: { type: \(name)Terms, set: [create, change], about: \(prose.sentence()) }
              labels?: { type: \(name)Labels, set: [create, change], about: \(prose.sentence()) }
              history: { list: \(name)Event, set: api, about: \(prose.sentence()) }
              createdAt: { type: timestamp, set: api, example: "2026-02-03T18:00:00Z", about: \(prose.sentence()) }
              changedAt: { type: "timestamp?", set: api, example: "2026-02-07T08:30:00Z", about: \(prose.sentence()) }
          \(name)Number: { about: \(prose.sentence()), type: string, pattern: "^[A-Z]{2}-[0-9]{6}$", example: AB-\(100_000 + number) }
          \(name)Status:
            about: \(prose.sentence())
            enum:
              draft: \(prose.sentence())
              open: \(prose.sentence())
              settled: \(prose.sentence())
              cancelled: \(prose.sentence())
            example: open
          \(name)Channel: { about: \(prose.sentence()), enum: [web, shop, phone, partner], closed: yes, example: shop }
          \(name)Source:
            about: \(prose.sentence())
            union: { by: kind, of: { card: \(name)Card, bank: \(name)Bank } }
          \(name)Card:
            about: \(prose.sentence())
            fields:
              kind: { const: card, about: \(prose.sentence()) }
              lastDigits: { type: string, length: 4, pattern: "^[0-9]{4}$", example: "4242", about: \(prose.sentence()) }
              expires: { type: date, example: "2028-01-31", about: \(prose.sentence()) }
          \(name)Bank:
            about: \(prose.sentence())
            fields:
              kind: { const: bank, about: \(prose.sentence()) }
              account: { type: string, length: 8..34, example: DE0012345678, about: \(prose.sentence()) }
              holder?: { type: string, length: 1..120, example: \(prose.words()), about: \(prose.sentence()) }
          \(name)Party:
            about: \(prose.sentence())
            fields:
              name: { type: string, length: 1..120, example: \(prose.words()), about: \(prose.sentence()) }
              email?: { type: email, example: someone@growth.example, about: \(prose.sentence()) }
              site?: { type: uri, example: https://growth.example/about, about: \(prose.sentence()) }
              place: { type: \(name)Place, about: \(prose.sentence()) }
          \(name)Place:
            about: \(prose.sentence())
            fields:
              street: { type: string, length: 1..200, example: \(prose.words()), about: \(prose.sentence()) }
              city: { type: string, length: 1..80, example: Lisbon, about: \(prose.sentence()) }
              country: { type: string, length: 2, pattern: "^[A-Z]{2}$", example: PT, about: \(prose.sentence()) }
              position?:
                about: \(prose.sentence())
                fields:
                  latitude: { type: number, range: -90..90, example: 38.7, about: \(prose.sentence()) }
                  longitude: { type: number, range: -180..180, example: -9.1, about: \(prose.sentence()) }
          \(name)Line:
            about: \(prose.sentence())
            fields:
              article: { type: slug, length: 1..60, example: blue-lamp, about: \(prose.sentence()) }
              quantity: { type: integer, range: 1..10000, example: \(1 + number % 90), about: \(prose.sentence()) }
              price: { type: \(name)Price, about: \(prose.sentence()) }
              gift?: { type: boolean, default: false, example: true, about: \(prose.sentence()) }
          \(name)Price:
            about: \(prose.sentence())
            fields:
              amount: { type: decimal, range: 0..1000000, places: 2, example: "12.50", about: \(prose.sentence()) }
              currency: { type: string, length: 3, pattern: "^[A-Z]{3}$", example: EUR, about: \(prose.sentence()) }
          \(name)Terms:
            about: \(prose.paragraph())
            fields:
              dueDays: { type: integer, range: 0..365, example: 30, about: \(prose.sentence()) }
              renewal: { enum: { never: \(prose.sentence()), yearly: \(prose.sentence()) }, example: never, about: \(prose.sentence()) }
              clauses: { list: { type: string, length: 1..400, example: \(prose.words()) }, count: ..50, about: \(prose.sentence()) }
          \(name)Labels: { about: \(prose.sentence()), map: { type: string, length: ..80, example: \(prose.words()) }, count: ..20 }
          \(name)Event:
            about: \(prose.sentence())
            fields:
              at: { type: timestamp, example: "2026-02-04T09:15:00Z", about: \(prose.sentence()) }
              by: { type: id, prefix: usr_, example: usr_81f0, about: \(prose.sentence()) }
              status: { type: \(name)Status, about: \(prose.sentence()) }
              detail?: { type: any, example: { note: \(prose.words()) }, about: \(prose.sentence()) }
          \(name)Report:
            about: \(prose.sentence())
            fields:
              day: { type: date, example: "2026-03-01", about: \(prose.sentence()) }
              total: { type: \(name)Price, about: \(prose.sentence()) }
              byChannel: { map: { type: integer, range: 0.., example: 7 }, about: \(prose.sentence()) }
              busiest?: { type: \(name)Place, about: \(prose.sentence()) }
        """
    }
}
