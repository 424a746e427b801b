/// The values of a request's parameters as text: decoded, those of lists apart, and defaults in the place of what is absent.
struct ParameterValues: Sendable {
    // An endpoint has few parameters: they are found faster one by one than by their hashes.
    private var entries: [(place: ParameterPlace, key: String, texts: [String])] = []
    /// The names of the parameters that the request itself gives, whatever their place.
    private(set) var given: [String] = []

    /// The values of a parameter; nil if it is absent.
    subscript(place: ParameterPlace, name: String) -> [String]? {
        let key = place.key(name)
        return entries.first { $0.place == place && $0.key == key }?.texts
    }

    /// The first value of the parameter of that name, at whatever place.
    subscript(name: String) -> String? {
        [ParameterPlace.query, .header, .path].lazy.compactMap { self[$0, name]?.first }.first
    }

    /// Takes up the values that a request gives.
    mutating func give(_ values: [String], _ place: ParameterPlace, _ name: String) {
        given.append(name)
        assume(values, place, name)
    }

    /// Takes up the values that a request has although it does not give them.
    mutating func assume(_ values: [String], _ place: ParameterPlace, _ name: String) {
        entries.append((place, place.key(name), values))
    }
}
