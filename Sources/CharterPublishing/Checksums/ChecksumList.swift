/// The file `SHA256SUMS` of a release: a digest and a name on each line, as `sha256sum -c` reads them.
package struct ChecksumList: Hashable, Sendable {
    /// Its name in the folder of a release.
    package static let fileName = "SHA256SUMS"

    /// The digest of each file, as hexadecimal digits, by the file's name.
    package let digests: [String: String]

    package init(digests: [String: String]) {
        self.digests = digests
    }

    /// Reads a list; nil if a line of it is none, names a file outside its folder, or names one twice.
    package init?(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self), text.hasSuffix("\n") else { return nil }
        var digests: [String: String] = [:]
        for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
            let digest = line.prefix(64)
            let name = line.dropFirst(66)
            // Behind the digest stand a space and the mode: another space, or a star for binary, which are the same on POSIX.
            guard line.dropFirst(64).hasPrefix("  ") || line.dropFirst(64).hasPrefix(" *") else { return nil }
            guard digest.utf8.count == 64, digest.allSatisfy(\.isHexDigit), Self.isFileName(name) else { return nil }
            guard digests.updateValue(digest.lowercased(), forKey: String(name)) == nil else { return nil }
        }
        self.digests = digests
    }

    /// The list as a text, sorted by name.
    package var text: String {
        digests.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)\n" }.joined()
    }

    private static func isFileName(_ name: Substring) -> Bool {
        !name.isEmpty && name != "." && name != ".." && !name.contains("/") && !name.contains("\\")
    }
}
