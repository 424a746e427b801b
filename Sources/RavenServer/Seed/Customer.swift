import CharterService

/// Somebody to whom the tenants of the data set write.
struct Customer {
    let firstName: String
    let email: String
    /// As in E.164.
    let telephone: String

    init(using random: inout SeededRandom) {
        firstName = random.pick(Self.firstNames)
        let lastName = random.pick(Self.lastNames)
        // No mail to these domains reaches anybody (RFC 2606 §3).
        email = "\(firstName).\(lastName)@example.\(random.pick(["org", "net", "com"]))".lowercased()
        telephone = "+3519\(random.pick(["1", "2", "3", "6"]))\(random.digits(7))"
    }

    private static let firstNames = [
        "Ana", "Bruno", "Carla", "Diogo", "Elena", "Filipe", "Greta", "Hugo", "Ines", "Jonas", "Karim", "Lena", "Marta", "Nuno", "Olga",
        "Pedro", "Rita", "Sofia", "Tiago", "Vera",
    ]
    private static let lastNames = [
        "Almeida", "Brandt", "Castro", "Dias", "Esteves", "Fonseca", "Gomes", "Henriques", "Lindqvist", "Matos", "Novak", "Okafor",
        "Pereira", "Ribeiro", "Silva", "Teixeira",
    ]
}
