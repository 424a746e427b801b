import CharterService
import RavenModels

/// Why a tenant of the data set writes to a customer.
enum Occasion: CaseIterable {
    case confirmation, dispatch, collection, invoice, code, reminder

    /// How it is told.
    var channel: Channel {
        switch self {
        case .confirmation, .invoice: .email
        case .dispatch, .collection, .code, .reminder: .sms
        }
    }

    /// The subject of an e-mail; nil for a text message.
    func subject(order: String) -> String? {
        switch self {
        case .confirmation: "Your order \(order)"
        case .invoice: "Invoice for your order \(order)"
        case .dispatch, .collection, .code, .reminder: nil
        }
    }

    /// What the customer reads.
    func text(to customer: Customer, from tenant: String, order: String, using random: inout SeededRandom) -> String {
        switch self {
        case .confirmation:
            "Hello \(customer.firstName),\n\nthank you for your order \(order). We write again when it leaves.\n\n\(tenant)"
        case .invoice: "Hello \(customer.firstName),\n\nthe invoice for your order \(order) is in your account.\n\n\(tenant)"
        case .dispatch: "\(tenant): your order \(order) is on its way and arrives \(random.pick(["today", "tomorrow", "on Monday"]))."
        case .collection: "\(tenant): your order \(order) is ready. Please collect it before \(random.pick(["17:00", "18:30", "20:00"]))."
        case .code: "\(random.digits(6)) is your code for \(tenant). It is valid for ten minutes."
        case .reminder: "\(customer.firstName), \(tenant) reminds you: we see you tomorrow at \(random.pick(["9:15", "11:00", "15:45"]))."
        }
    }
}
