import CharterRuntime
import HTTPTypes

extension APIDescription.Endpoint {
    /// The path of the thing that the endpoint changes, deletes or acts on; nil where it does none of that.
    var placeOfThing: ArraySlice<APIDescription.PathTemplate.Segment>? {
        let path = path.segments[...]
        return switch method {
        case .put, .patch, .delete: path
        case .post where path.last?.literal != nil: path.dropLast()
        default: nil
        }
    }
}
