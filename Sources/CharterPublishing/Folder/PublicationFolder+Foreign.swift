import CharterContract
import Foundation

extension PublicationFolder {
    /// Why the copy of a release, or an index, may not be written at a path, if it may not.
    ///
    /// A link, or a text that is no JSON, as a merge or a full disk leaves it, is mended. Another JSON text is somebody's own, and so is
    /// anything where nothing was published before.
    ///
    /// - Parameters:
    ///   - hasReleases: whether something was published there before.
    ///   - isOurs: whether the bytes of a file are such as Charter writes there.
    func refusal(
        toReplace path: String,
        hasReleases: Bool,
        isOurs: ([UInt8]) -> Bool
    ) throws(PublicationFault) -> PublicationFault.Refusal? {
        switch try kind(of: path) {
        case nil: return nil
        case .typeSymbolicLink? where hasReleases: return nil
        case .typeRegular?:
            let bytes = try file(path) ?? []
            if isOurs(bytes) || hasReleases && !IndexFile.isJSON(bytes) { return nil }
            return .folder("\(self.path(path)) is not what Charter published, so it is not replaced: move it away or delete it")
        default: return .folder("\(self.path(path)) is no file of its own, so it is not replaced: move it away or delete it")
        }
    }
}
