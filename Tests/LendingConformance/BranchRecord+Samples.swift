import CharterRuntime
import LendingModels
import SampleServers

extension BranchRecord {
    /// The branch of the contract's examples.
    static let millStreet = BranchRecord(
        branch: sample(SampleKey.millStreet, "Mill Street Library"),
        copies: copies("9780140449136", barcodes: 12_345...12_351, shelf: "883 HOM"),
        readers: [
            reader("R004711", "Ada Vale"), reader("R004718", "Iris Boyd", .barred), reader("R004712", "Basil Orr"),
            reader("R004715", "Ewan Page"), reader("R004713", "Cora Tell"), reader("R004714", "Dan Hume", .barred),
            reader("R004717", "Greta Lowe"), reader("R004716", "Finn Marsh"),
        ],
        loans: loans(of: "R004712", series: 500)
    )

    /// A second branch, which shares no reader and no copy with the first.
    static let weirLane = BranchRecord(
        branch: sample(SampleKey.weirLane, "Weir Lane Library"),
        copies: copies("9780140449136", barcodes: 90_001...90_002, shelf: "HOM"),
        readers: [reader("R008001", "Yann Reed"), reader("R008002", "Zoe Lake")],
        loans: loans(of: "R008002", series: 600)
    )

    private static func sample(_ name: String, _ title: String) -> Branch {
        Branch(
            name: name,
            title: title,
            email: "desk@\(name).example",
            website: "https://\(name).example",
            hours: [["09:30", "12:30"], ["14:00", "18:00"]]
        )
    }

    private static func copies(_ isbn: String, barcodes: ClosedRange<Int>, shelf: String) -> [Copy] {
        barcodes.reversed().map { number in
            Copy(barcode: "000\(number)", isbn: isbn, shelf: "\(shelf) \(number % 100)", state: number % 10 == 6 ? .lent : .in)
        }
    }

    private static func reader(_ number: String, _ name: String, _ standing: Standing = .good) -> Reader {
        Reader(
            number: number,
            name: name,
            email: "\(number.lowercased())@readers.example",
            bornOn: CalendarDate(sample: "1990-12-10"),
            address: Address(street: "3 Weir Lane", town: "Overwater", postcode: "OW1 3AB"),
            interests: ["rivers", "mills"],
            standing: standing,
            owes: DecimalNumber(sample: standing == .good ? "0.00" : "4.20"),
            since: Timestamp(sample: "2026-01-05T09:30:00Z")
        )
    }

    /// Nine loans, the oldest of which should have come back.
    private static func loans(of reader: String, series: Int) -> [Loan] {
        var ids = SerialIDs(series: series)
        return (1...9).map { day in
            Loan(
                id: ids.next(),
                barcode: "0002000\(day)",
                reader: reader,
                lentAt: Timestamp(sample: "2026-02-0\(day)T10:00:00Z"),
                dueOn: CalendarDate(sample: day < 3 ? "2026-03-01" : "2026-03-0\(day)"),
                fee: DecimalNumber(sample: "0.00")
            )
        }
    }
}
