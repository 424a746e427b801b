extension APIDescription {
    /// Which of some named things a caller must have.
    public enum Requirement: Hashable, Sendable {
        /// None: anyone may call, and what is sent is not looked at.
        case none
        /// This one.
        case one(String)
        /// At least one of these sets; an empty set lets callers without any in.
        case any([[String]])
        /// Every one of these.
        case all([String])

        /// The sets of which one must be there completely; one empty set where nothing is needed.
        public var alternatives: [[String]] {
            switch self {
            case .none: [[]]
            case .one(let name): [[name]]
            case .any(let sets): sets
            case .all(let names): [names]
            }
        }

        /// Every name in it, each once.
        public var names: [String] { alternatives.joined().uniqued }

        /// Whether a caller who has nothing satisfies it.
        public var isOpen: Bool {
            alternatives.contains([])
        }
    }
}
