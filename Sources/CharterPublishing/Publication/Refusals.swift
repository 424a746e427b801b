import CharterContract

extension PublicationFault.Refusal {
    /// A file that nobody published stands where one is to be.
    static func foreign(_ file: String) -> PublicationFault.Refusal {
        .folder("\(file) was not published by Charter, so it is not replaced: move it away or delete it")
    }
}

/// What can be wrong with a contract that is to be published.
extension Diagnostic {
    /// A published version never changes.
    static func versionAlreadyPublished(_ release: Release, _ difference: DocumentDifference, latest: ReleaseVersion) -> Diagnostic {
        Diagnostic(
            .error,
            "version \(release.version.value) is already published with other content",
            rule: "version-already-published",
            at: release.version.span,
            notes: [difference.note],
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
        let message =
            release.api.value == other
            ? "two contracts of this run describe the API '\(other)'"
            : "'\(release.api.value)' would be published in \(folder), which is the folder of '\(other)'"
        return Diagnostic(
            .error,
            message,
            rule: "api-folder-taken",
            at: release.api.span,
            help: "give one of them another name in 'api:', or publish it to another folder"
        )
    }
}
