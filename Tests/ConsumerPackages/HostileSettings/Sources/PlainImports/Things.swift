import CharterClient
import CharterRuntime

/// Uses what stands in generated files beside it, with imports as people write them.
package func things<Key: OdditiesKey>(of client: OdditiesClient<Key>) -> APIDescription {
    .oddities
}
