import CharterServer
import Hummingbird
import ShopModels

/// *Limits* of the readme.
enum Limits {
    static func serve(keys: any KeyStore, tenants: any TenantDirectory, quotas: any LimitStore) {
        let routes = APIRoutes(.shop, keys: keys, tenants: tenants, quotas: quotas, address: .behindProxies(1))
        let router = Router(context: AddressedRequestContext.self)
        Shop().register(on: router, through: routes)
    }
}
