import CharterRuntime
import Hummingbird

extension APIRoutes {
    /// Serves a document where the contract says that the API describes itself (`describedAt`), unless another one was given before; nothing where it says nothing.
    ///
    /// Generated code does so with the document that was published, or else generated. An address that the contract states as a URL counts from the root of the server,
    /// which is where the routes must be registered then.
    public mutating func describe(by document: APIDocument) {
        guard self.document == nil, let place = api.description.describedAt else { return }
        self.document = ServedDocument(document, at: place, below: basePath)
    }

    /// Mounts the document, for every common method, so that a wrong one is answered 405.
    func registerDocument<Context: RequestContext>(on router: some RouterMethods<Context>, _ dispatcher: Dispatcher) {
        guard let document else { return }
        for method in HTTPRequest.Method.common {
            router.on(RouterPath(document.path), method: method) { request, context in
                await dispatcher.describe(document, to: request, context)
            }
        }
    }
}
