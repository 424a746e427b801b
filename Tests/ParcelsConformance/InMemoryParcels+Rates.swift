import CharterRuntime
import CharterServer
import ParcelsModels
import ParcelsRoutes
import SampleServers

extension InMemoryParcels {
    /// The instant at which a rate that is quoted now ends.
    static let rateEnd = Timestamp(sample: "2026-05-02T10:00:00.000Z")

    func quoteRates(_ input: QuoteRates.Input, caller: Caller) throws -> [Rate] {
        let isAbroad = input.body.from.country != input.body.to.country
        let amounts = isAbroad ? ["9.90", "14.25", "31.00"] : ["3.95", "5.10", "12.40"]
        let services: [Rate.Service] = [.economy, .standard, .express]
        let rates = zip(services, amounts).map { service, amount in
            let price = Money(amount: DecimalNumber(sample: amount), currency: .eur)
            return Rate(id: newID("rat_"), carrier: "Correio Azul", service: service, price: price, expiresAt: Self.rateEnd)
        }
        return try change(caller) { account in
            account.rates += rates
            return rates
        }
    }
}
