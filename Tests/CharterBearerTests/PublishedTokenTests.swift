import CharterBearer
import CharterRuntime
import CharterServer
import Foundation
import Testing

/// The tokens that the RFCs print, with their keys.
@Suite("A published token")
struct PublishedTokenTests {
    private static let payload = "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
    /// A minute before they end.
    private static let now = Timestamp(secondsSinceEpoch: 1_300_819_320)

    @Test("of RFC 7515 A.1, by HMAC-SHA256, is taken")
    func secret() async throws {
        let text = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow=="
        let bytes = try #require(Data(base64Encoded: text.replacing("-", with: "+").replacing("_", with: "/")))
        let token = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.\(Self.payload).dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
        #expect(try await caller(token, VerificationKeys(TokenSecret(bytes))) == "root")
    }

    @Test("of RFC 7515 A.2, by RSA, is taken")
    func rsa() async throws {
        let modulus = """
            ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_Yp\
            RPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxv\
            b3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ
            """
        let signature = """
            cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjb\
            KBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZES\
            c6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw
            """
        let keys = try await VerificationKeys(jwks: IssuerKeys.set(#"{"kty":"RSA","n":"\#(modulus)","e":"AQAB"}"#))
        #expect(try await caller("eyJhbGciOiJSUzI1NiJ9.\(Self.payload).\(signature)", keys) == "root")
    }

    @Test("of RFC 7515 A.3, by ECDSA, is taken")
    func curve() async throws {
        let key = """
            {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}
            """
        let signature = "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"
        let keys = try await VerificationKeys(jwks: IssuerKeys.set(key))
        #expect(try await caller("eyJhbGciOiJFUzI1NiJ9.\(Self.payload).\(signature)", keys) == "root")
        #expect(try await caller("eyJhbGciOiJFUzI1NiJ9.\(Self.payload).\("E" + signature.dropFirst())", keys) == nil)
    }

    @Test("of RFC 8037 A.4, by Ed25519, has a signature that holds, and no claims")
    func edwards() async throws {
        let key = #"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#
        let signature = "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"
        let signed = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
        let keys = try await VerificationKeys(jwks: IssuerKeys.set(key))
        await #expect(throws: TokenFault.malformed) { try await caller(signed + signature, keys) }
        #expect(try await caller(signed + "a" + signature.dropFirst(), keys) == nil)
    }

    @Test("of RFC 7519 §6.1, which is not secured, is refused")
    func unsecured() async throws {
        let keys = VerificationKeys(try TokenSecret(Forgery.secret))
        await #expect(throws: TokenFault.malformed) { try await caller("eyJhbGciOiJub25lIn0.\(Self.payload).", keys) }
        #expect(try await caller("eyJhbGciOiJub25lIn0.\(Self.payload).AA", keys) == nil)
    }

    /// The user whom a token names, or `root` for one that says to be that.
    private func caller(_ token: String, _ keys: VerificationKeys) async throws -> String? {
        let claims = CallerClaims { caller, claims in
            guard claims.issuer == "joe", claims["http://example.com/is_root"] == .boolean(true) else { return nil }
            var caller = caller
            caller.user = "root"
            return caller
        }
        let rules = TokenRules(issuer: nil, audience: nil)
        return try await JSONWebTokenVerifier(keys: keys, rules: rules, claims: claims, now: { Self.now }).caller(token)?.user
    }
}
