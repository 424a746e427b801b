import CharterRuntime

/// The paths of an API, so that a request finds the one that is meant.
///
/// Hummingbird's router leads a request here; which path it means is decided here, for the router gives up on
/// `/events/public` if there is an `/events/public/stats` beside `/events/:slug`, and it wants equal names of parameters.
struct RouteTable: Sendable {
    /// The most specific paths first.
    private(set) var paths: [RoutePath] = []
    private var tree = RouteTree()

    init(_ routes: [Route]) {
        for route in routes {
            if let index = paths.firstIndex(where: { route.endpoint.path.hasShape(of: $0.segments) }) {
                paths[index].add(route)
            } else {
                paths.append(RoutePath(route))
            }
        }
        paths.sort { $0.isMoreSpecific(than: $1) }
        for (index, path) in paths.enumerated() { tree.add(index, path.segments[...]) }
    }

    /// The path that a request's segments mean, or nil.
    func path(for parts: [Substring]) -> RoutePath? {
        tree.find(parts[...]).map { paths[$0] }
    }

    /// The paths to mount on Hummingbird's router, each once, in its notation.
    ///
    /// Parameters are named alike at the same place. Beside the paths themselves these are the beginnings of paths at which the
    /// router would stop although another path takes them.
    var mounts: [Mount] {
        var mounts: [Mount] = []
        var seen: Set<String> = []
        for path in paths {
            for depth in 0...path.segments.count {
                // Only a parameter takes a star, for no literal is one.
                let segments = path.segments.prefix(depth).map { $0.literal ?? "*" }
                guard self.path(for: segments.map { $0[...] }) != nil else { continue }
                let mount = Mount(path: mountedPath(Array(path.segments.prefix(depth))), depth: depth)
                if seen.insert(mount.path).inserted { mounts.append(mount) }
            }
        }
        return mounts
    }

    /// A place on Hummingbird's router.
    struct Mount: Hashable {
        /// The path below the API's base path.
        let path: String
        /// The number of its segments.
        let depth: Int
    }

    private func mountedPath(_ segments: [APIDescription.PathTemplate.Segment]) -> String {
        segments.indices.map { index in
            switch segments[index] {
            case .literal(let text): "/" + text
            case .parameter(let name): "/:" + commonName(at: index, of: segments, otherwise: name)
            }
        }.joined()
    }

    /// The name that the first path with the same beginning gives to its parameter at this place.
    private func commonName(at index: Int, of segments: [APIDescription.PathTemplate.Segment], otherwise name: String) -> String {
        for path in paths where path.segments.count > index {
            guard case .parameter(let first) = path.segments[index],
                zip(path.segments.prefix(index), segments).allSatisfy({ $0.literal == $1.literal })
            else { continue }
            return first
        }
        return name
    }
}
