import CharterClient
import CharterRuntime
import HTTPTypes

/// Fetches single pages of a list.
struct PageReader {
    let request: EndpointRequest
    let paging: APIDescription.Paging
    let exchanger: Exchanger

    /// A page that did not come as it should.
    struct Fault: Error {
        var request: EndpointRequest
        var reason: String
    }

    func request(size: Int, offset: Int) -> EndpointRequest {
        var request = request
        request.query += [.init(paging.pageSize.parameter, String(size)), .init(paging.position.parameter, String(offset))]
        return request
    }

    func page(size: Int, offset: Int) async throws(Fault) -> PageReading {
        let request = request(size: size, offset: offset)
        do {
            let reply = try await exchanger.reply(to: request)
            guard reply.head.status.code == request.endpoint.success.status, let page = PageReading(reply, members: paging.members) else {
                throw Fault(request: request, reason: "no page came (\(exchanger.excerpt(reply)))")
            }
            return page
        } catch let fault as Fault {
            throw fault
        } catch {
            throw Fault(request: request, reason: "no reply: \(error)")
        }
    }
}
