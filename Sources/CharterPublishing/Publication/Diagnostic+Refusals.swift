import CharterContract
import CharterYAML

/// What can be wrong with a contract that is to be published.
extension Diagnostic {
    /// A published version never changes.
    static func versionAlreadyPublished(_ release: Release, at difference: SourceSpan, latest: ReleaseVersion) -> Diagnostic {
        Diagnostic(
            .error,
            "version \(release.version.value) is already published with other content",
            rule: "version-already-published",
            at: release.version.span,
            notes: [Note("the published document is another one from here on", at: difference)],
            help: "raise 'version' above \(latest): what is published never changes"
        )
    }

    /// The latest version is the highest one.
    static func versionWentBackwards(_ release: Release, latest: ReleaseVersion) -> Diagnostic {
        Diagnostic(
            .error,
            "version \(release.version.value) is lower than \(latest), which is already published",
            rule: "version-went-backwards",
            at: release.version.span,
            help: "raise 'version' above \(latest)"
        )
    }

    /// The releases of two APIs are never mixed.
    static func apiFolderTaken(_ release: Release, by other: String, at folder: String) -> Diagnostic {
        Diagnostic(
            .error,
            "'\(release.api.value)' would be published in \(folder), which is the folder of '\(other)'",
            rule: "api-folder-taken",
            at: release.api.span,
            help: "give one of them another name in 'api:', or publish it to another folder"
        )
    }
}
