import CharterRuntime
import LendingModels
import SampleServers

extension Work {
    /// A catalogue of fourteen works, not in the order in which lists show them; one has two volumes.
    static let samples: [Work] =
        [
            sample("9780140449136", "The Odyssey", .book, ["Homer"], .en, "2003-01-30", [["epic", "greek"], ["travel"]]),
            sample("9780000000019", "A River Map", .map, ["Survey Office"], .en, "1998-04-01", [["maps", "rivers"]]),
            sample("9780000000026", "Weirs and Locks", .book, ["Mary Hale", "Tom Hale"], .en, "2011-09-12", []),
            sample("9780000000033", "Os Rios", .book, ["Rui Campos"], .pt, "2020-02-29", [["rivers"]]),
            sample("9780000000040", "Le Canal", .audio, ["Jeanne Roux"], .fr, "2019-11-05", []),
            sample("9780000000057", "Bridges", .book, ["Nora Lund"], .en, "2001-06-15", []),
            sample("9780000000064", "Floods", .audio, ["Nora Lund"], .en, "2008-10-10", []),
            sample("9780000000071", "Herons", .book, ["Ida Moss"], .en, "2015-03-03", [["birds"]]),
            sample("9780000000088", "Eels", .book, ["Ida Moss"], .en, "2017-03-03", []),
            sample("9780000000095", "Millstones", .book, ["Paul Grit"], .en, "1990-01-01", []),
            sample("9780000000101", "Otters", .book, ["Ida Moss"], .en, "2021-05-05", []),
            sample("9780000000118", "Quays", .map, ["Survey Office"], .en, "2005-07-07", []),
            sample("9780000000125", "Rain", .audio, ["Lena Fog"], .en, "2022-12-12", []),
        ] + [threeRivers]

    private static var threeRivers: Work {
        var work = sample("9780000000132", "The Three Rivers", .book, ["Olga Ford"], .en, "2024-08-08", [])
        work.volumes = [
            sample("9780000000149", "The First River", .book, ["Olga Ford"], .en, "2024-08-08", []),
            sample("9780000000156", "The Other Two", .book, ["Olga Ford"], .en, "2024-08-08", []),
        ]
        return work
    }

    private static func sample(
        _ isbn: String,
        _ title: String,
        _ kind: WorkKind,
        _ authors: [String],
        _ language: Language,
        _ publishedOn: String,
        _ subjects: [[String]]
    ) -> Work {
        Work(
            isbn: isbn,
            title: title,
            kind: kind,
            authors: authors,
            language: language,
            publishedOn: CalendarDate(sample: publishedOn),
            price: DecimalNumber(sample: "12.50"),
            cover: "https://covers.example/\(isbn).jpg",
            subjects: subjects
        )
    }
}
