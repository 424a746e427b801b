import CharterRuntime

extension APIDescription.Server {
    /// The path of the URL, without a slash at its end: `/api/v1`, or the empty text.
    var basePath: String {
        let afterScheme = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
        guard let slash = afterScheme.firstIndex(of: "/") else { return "" }
        let path = afterScheme[slash...].split(separator: "/").joined(separator: "/")
        return path.isEmpty ? "" : "/" + path
    }
}
