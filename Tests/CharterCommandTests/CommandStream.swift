/// A stream of a command.
enum CommandStream: Hashable, CaseIterable {
    case output, errors
}
