/// A contract of any size, made like those that people write: its parts are files of their own, 50 endpoints and 150 types in each.
struct SyntheticContract {
    /// How many endpoints there are, a multiple of ``SyntheticResource/endpointCount``.
    let endpoints: Int
    let seed: UInt64

    /// How many types there are.
    var types: Int {
        resources * SyntheticResource.typeCount
    }

    /// The files that it is made of, by their paths: the contract's own first.
    ///
    /// - Parameter write: takes one at a time, so that no two are held: the memory of a process that is started is not less than its parent's.
    func eachFile(_ write: (_ path: String, _ text: String) throws -> Void) rethrows {
        try write("contract.yaml", SyntheticConventions(areas: areas.map(\.name)).text)
        for area in areas { try write("parts/\(area.name).yaml", area.text) }
    }

    private var resources: Int {
        endpoints / SyntheticResource.endpointCount
    }

    private var areas: [SyntheticArea] {
        stride(from: 0, to: resources, by: SyntheticArea.size).map { first in
            SyntheticArea(number: first / SyntheticArea.size, resources: first..<min(first + SyntheticArea.size, resources), seed: seed)
        }
    }
}
