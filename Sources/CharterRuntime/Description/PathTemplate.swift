extension APIDescription {
    /// A path with named parameters, such as `/communities/:tag/events`.
    public struct PathTemplate: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
        /// The parts between slashes.
        public var segments: [Segment]

        /// Reads a template in which a parameter is written `:name`.
        public init(_ text: String) {
            segments = text.split(separator: "/").map { part in
                part.first == ":" ? .parameter(String(part.dropFirst())) : .literal(String(part))
            }
        }

        /// Reads a template in which a parameter is written `:name`.
        public init(stringLiteral value: String) {
            self.init(value)
        }

        /// The template with parameters written `:name`.
        public var description: String {
            "/" + segments.map(\.description).joined(separator: "/")
        }

        /// The path with each parameter replaced by its percent-encoded value; nil if a value is missing.
        public func filled(with values: [String: String]) -> String? {
            var path = ""
            for segment in segments {
                switch segment {
                case .literal(let text): path += "/" + text
                case .parameter(let name):
                    guard let value = values[name] else { return nil }
                    path += "/" + PercentEncoding.encode(value)
                }
            }
            return path.isEmpty ? "/" : path
        }
    }
}

extension APIDescription.PathTemplate {
    /// One part of a path.
    public enum Segment: Hashable, Sendable, CustomStringConvertible {
        /// Text that stands for itself.
        case literal(String)
        /// A value, by the name of its parameter.
        case parameter(String)

        /// The segment as a template writes it.
        public var description: String {
            switch self {
            case .literal(let text): text
            case .parameter(let name): ":" + name
            }
        }
    }
}
