import CharterRuntime
import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Valid credentials that do not stand where they should, or stand there in an unusual way.
struct CredentialPlaces {
    private let probe: EndpointProbe
    private let credential: APIDescription.Credential

    init(_ probe: EndpointProbe, _ credential: APIDescription.Credential) {
        self.probe = probe
        self.credential = credential
    }

    /// In a header field that the API does not read.
    func otherHeader() throws(MissingFixture) -> SingleExchange {
        let taken = probe.api.credentials.flatMap { [$0.place] + $0.fallbackPlaces }.compactMap { $0.header?.lowercased() }
        var request = try requestWithoutIt()
        let key = try probe.validText(of: credential)
        if taken.contains("authorization") {
            try request.fill("X-Access-Token", key)
        } else {
            try request.fill("Authorization", "Bearer \(key)")
        }
        return SingleExchange(request, expecting: probe.refusal([.credentialMissing, .credentialForeign]))
    }

    /// In the place of a credential that the endpoint does not take.
    func inPlace(of other: APIDescription.Credential) throws(MissingFixture) -> SingleExchange {
        var request = try requestWithoutIt()
        try request.present(noKey: try probe.validText(of: credential), as: other)
        let codes: [Problem.Code] = [.credentialMissing, .credentialForeign, .credentialMalformed, .credentialUnknown]
        return SingleExchange(request, expecting: probe.refusal(codes))
    }

    /// A wrong one beside another that is enough: it is refused, and not passed over.
    func besideAnother() throws(MissingFixture) -> SingleExchange {
        let texts = CredentialTexts(probe, credential)
        let caller = try probe.sufficientCaller(of: try probe.home()) { !$0.credentials.contains(credential.name) }
        var request = try probe.request(as: caller)
        try request.present(noKey: try texts.unknown(), as: credential)
        return SingleExchange(request, expecting: probe.refusal(texts.codes(.credentialUnknown, ofToken: .credentialMalformed)))
    }

    /// In a query parameter that the API does not read: keys in URLs end up in logs (RFC 9110 §17.9).
    func otherQuery() throws(MissingFixture) -> SingleExchange {
        let taken =
            probe.api.credentials.flatMap { [$0.place] + $0.fallbackPlaces } + (probe.endpoint.queryParameters.map { .query($0.name) })
        var request = try requestWithoutIt()
        let key = try probe.validText(of: credential)
        // The first is that of RFC 6750 §2.3.
        for name in ["access_token", "api_key"] where !taken.contains(.query(name)) { request.credentialQuery.append(.init(name, key)) }
        var codes: [Problem.Code] = [.credentialMissing, .credentialForeign]
        let order = probe.api.requests.order
        let parametersFirst = (order.firstIndex(of: .parameters) ?? 0) < (order.firstIndex(of: .credentials) ?? 0)
        if probe.api.requests.unknownQuery == .reject, parametersFirst { codes.append(.invalidParameter) }
        return SingleExchange(request, expecting: probe.refusal(codes))
    }

    /// Without the word that has to stand before it.
    func withoutScheme() throws(MissingFixture) -> SingleExchange {
        var request = try requestWithoutIt()
        try request.fill(credential.place.header ?? "Authorization", try probe.validText(of: credential))
        return SingleExchange(request, expecting: probe.refusal([.credentialMalformed, .credentialMissing]))
    }

    func otherScheme() throws(MissingFixture) -> SingleExchange {
        var request = try requestWithoutIt()
        try request.fill(credential.place.header ?? "Authorization", "Digest \(try probe.validText(of: credential))")
        return SingleExchange(request, expecting: probe.refusal([.credentialMissing, .credentialMalformed]))
    }

    /// The word of a scheme is the same in upper and lower case (RFC 9110 §11.1).
    func schemeInOtherCase() throws(MissingFixture) -> SingleExchange {
        var request = try probe.request(as: try caller())
        guard let name = (credential.place.header).flatMap({ HTTPField.Name($0) }), let value = request.headerFields[name],
            let word = value.split(separator: " ").first
        else { throw MissingFixture("a key in \(credential.place.header ?? "a header field")") }
        let other = word == word.lowercased() ? word.uppercased() : word.lowercased()
        request.headerFields[name] = other + value.dropFirst(word.count)
        return SingleExchange(request, expecting: Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api))
    }

    /// As one part of Basic, beside text in the other one (RFC 7617 §2), which is to be empty or does not matter.
    func beside(_ other: APIDescription.Credential.OtherPart, _ part: APIDescription.Credential.BasicPart) throws(MissingFixture)
        -> SingleExchange
    {
        let caller = try caller()
        guard let key = caller.entries.lazy.compactMap({ credential.place.text(in: $0.entry) }).first else {
            throw MissingFixture("a key as one part of Basic")
        }
        var request = try probe.request(as: caller)
        // With the colon they are three bytes, which are a group of Base64: what hides the encoded key in reports finds it behind them.
        let filler = "me"
        let pair = part == .user ? "\(key):\(filler)" : "\(filler):\(key)"
        try request.fill("Authorization", "Basic \(Data(pair.utf8).base64EncodedString())")
        return switch other {
        case .any: SingleExchange(request, expecting: Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api))
        case .empty: SingleExchange(request, expecting: probe.refusal([.credentialMalformed, .credentialUnknown]))
        }
    }

    /// Twice in its header field.
    func repeated() throws(MissingFixture) -> SingleExchange {
        var request = try probe.request(as: try caller())
        guard let name = (credential.place.header).flatMap({ HTTPField.Name($0) }), let value = request.headerFields[name] else {
            throw MissingFixture("a key in \(credential.place.header ?? "a header field")")
        }
        request.headerFields.append(HTTPField(name: name, value: value))
        // What stands between two servers may make one field of both.
        let codes: [Problem.Code] = [.credentialRepeated, .credentialMalformed, .credentialUnknown]
        return SingleExchange(request, expecting: probe.refusal(codes))
    }

    /// In one of the places that are looked at where the first one is empty.
    func fallback(_ index: Int) throws(MissingFixture) -> SingleExchange {
        let request = try requestByFallback(index)
        return SingleExchange(request, expecting: Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api))
    }

    /// In another place, where the first one is there and empty.
    func emptyBefore(_ index: Int) throws(MissingFixture) -> SingleExchange {
        var request = try requestByFallback(index)
        try request.fill(credential.place.header ?? "Authorization", "")
        return SingleExchange(request, expecting: Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api))
    }

    /// A text that is no key in its first place, and a key in another one, which is looked at only where the first is empty.
    func wrongBefore(_ index: Int) throws(MissingFixture) -> SingleExchange {
        var request = try requestByFallback(index)
        if case .basic = credential.place {
            try request.fill("Authorization", "Basic ~")
        } else {
            try request.present(noKey: try CredentialTexts(probe, credential).malformed(), as: credential)
        }
        return SingleExchange(request, expecting: probe.refusal([.credentialMalformed, .credentialUnknown, .credentialRepeated]))
    }

    /// In its first place and in another one.
    func both(_ index: Int) throws(MissingFixture) -> SingleExchange {
        var request = try probe.request(as: try caller())
        var other = credential
        other.place = credential.fallbackPlaces[index]
        try request.present(noKey: try probe.validText(of: credential), as: other)
        return switch credential.duplicates {
        case .reject: SingleExchange(request, expecting: probe.refusal(.credentialRepeated))
        case .first: SingleExchange(request, expecting: Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api))
        }
    }

    /// Someone who may call and has the credential in its first place.
    private func caller() throws(MissingFixture) -> FixtureCaller {
        try probe.sufficientCaller(of: try probe.home()) { caller in
            caller.entries.contains { $0.credential == credential.name && credential.place.text(in: $0.entry) != nil }
        }
    }

    /// A request with the credential in one of its other places alone.
    private func requestByFallback(_ index: Int) throws(MissingFixture) -> EndpointRequest {
        var request = try requestWithoutIt()
        var other = credential
        other.place = credential.fallbackPlaces[index]
        try request.present(noKey: try probe.validText(of: credential), as: other)
        return request
    }

    private func requestWithoutIt() throws(MissingFixture) -> EndpointRequest {
        let caller = try probe.sufficientCaller(of: try probe.home()) { $0.credentials.contains(credential.name) }
        var request = try probe.request(as: caller.removing(credential.name), namesTenant: false)
        try probe.nameTenant(in: &request, of: caller)
        return request
    }
}
