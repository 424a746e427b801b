import CharterRuntime
import CharterServer
import ParcelsModels
import ParcelsRoutes
import SampleServers

extension InMemoryParcels {
    func listWebhooks(_ input: ListWebhooks.Input, caller: Caller) throws -> Page<Webhook> {
        try Page(of: try account(of: caller).webhooks, by: \.id, input.page)
    }

    func registerWebhook(_ input: RegisterWebhook.Input, caller: Caller, in transaction: InMemoryTransaction) throws -> Webhook {
        let webhook = Webhook(id: newID("whk_"), url: input.body.url, events: input.body.events, enabled: true, createdAt: Self.now)
        return try change(caller) { account in
            guard !account.webhooks.contains(where: { $0.url == webhook.url }) else { throw RegisterWebhook.Failure.webhookExists }
            account.webhooks.insert(webhook, at: 0)
            return webhook
        }
    }
}
