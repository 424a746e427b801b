import CharterRuntime
import HTTPTypes

/// The expression that makes a value of an `APIDescription` again.
///
/// The initializers of descriptions take a parameter for each stored property, of its name and in its order; nil and what is empty may be left
/// out. So a fact that is added to a description is generated without a line of code for it, and one that would not compile is noticed at once.
extension SwiftExpression {
    /// - Parameters:
    ///   - value: the value, or any part of it.
    ///   - type: the type to begin with where the context does not tell it.
    ///   - replacing: expressions for properties of the value that are written elsewhere.
    init(making value: Any, as type: String = ".init", replacing: [String: SwiftExpression] = [:]) {
        if let literal = Self.literal(value) {
            self = literal
            return
        }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: self = mirror.children.first.map { SwiftExpression(making: $0.value) } ?? .atom("nil")
        case .collection, .set: self = .array(mirror.children.map { SwiftExpression(making: $0.value) })
        case .enum: self = Self.enumeration(value, mirror)
        default: self = .call(type, Self.arguments(mirror, replacing: replacing))
        }
    }

    /// What Swift has a literal for, or the type an initializer of its own.
    private static func literal(_ value: Any) -> SwiftExpression? {
        switch value {
        case let text as String: .string(text)
        case let number as any BinaryInteger: .atom(String(describing: number))
        case let number as Double: .atom(number.digits)
        case let flag as Bool: .atom(String(flag))
        case let path as APIDescription.PathTemplate: .string(path.description)
        case let method as HTTPRequest.Method: .atom("." + method.rawValue.lowercased())
        case let bounds as any BoundsOfAnyValue: bounds.expression
        case let property as APIDescription.Property: property.expression
        case let member as APIDescription.ErrorMember: member.expression
        case let errors as APIDescription.ErrorFormat where errors == .problem: .atom(".problem")
        case let texts as [String: Any]:
            .dictionary(texts.sorted { $0.key < $1.key }.map { ($0.key, SwiftExpression(making: $0.value)) })
        default: nil
        }
    }

    private static func enumeration(_ value: Any, _ mirror: Mirror) -> SwiftExpression {
        guard let (name, payload) = mirror.children.first.map({ ($0.label ?? "", $0.value) }) else { return .atom(".\(value)") }
        let inside = Mirror(reflecting: payload)
        guard inside.displayStyle == .tuple else { return .call(".\(name)", [Argument(value: SwiftExpression(making: payload))]) }
        // Of the cases of these types, those of schemas alone have values that may be left out.
        return .call(".\(name)", arguments(inside, replacing: [:], isComplete: !(value is APIDescription.Schema)))
    }

    private static func arguments(_ mirror: Mirror, replacing: [String: SwiftExpression], isComplete: Bool = false) -> [Argument] {
        mirror.children.compactMap { label, value in
            if let replacement = label.flatMap({ replacing[$0] }) { return Argument(label: label, value: replacement) }
            // Values without a label in the payload of a case are named by their position.
            guard let label, !label.hasPrefix(".") else { return Argument(value: SwiftExpression(making: value)) }
            return !isComplete && isLeftOut(value) ? nil : Argument(label: label, value: SwiftExpression(making: value))
        }
    }

    /// What parameters have, beside nil and what is empty, when they are left out; all of it is plain values, which never change.
    nonisolated(unsafe) private static let defaults: Set<AnyHashable> = [
        false, APIDescription.StringFormat.plain, APIDescription.ScopeSet.only([]), APIDescription.Requirement.none,
        APIDescription.Credential.Duplicates.reject, APIDescription.Credential.Form.key, APIDescription.Limit.Counted.requests,
        APIDescription.LimitHeaders(retryAfter: true), APIDescription.RequestRules(), APIDescription.JSONStyle(),
        APIDescription.Paging.End.null, APIDescription.Paging.PastEnd.emptyPage,
        APIDescription.Paging.Counted.matching, APIDescription.ListStyle.repeated,
        APIDescription.ErrorFormat.FieldPaths.dots, APIDescription.Tenancy.Reach.none,
        [APIDescription.RequestRules.Media.json],
    ]

    /// Whether the value is what a parameter has when it is left out.
    private static func isLeftOut(_ value: Any) -> Bool {
        if let bounds = value as? any BoundsOfAnyValue { return bounds.isEmpty }
        if let value = value as? any Hashable, defaults.contains(AnyHashable(value)) { return true }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional, .collection, .dictionary, .set: return mirror.children.isEmpty
        default: return false
        }
    }
}

/// Bounds of values of any type.
private protocol BoundsOfAnyValue {
    var isEmpty: Bool { get }
    var expression: SwiftExpression { get }
}

extension APIDescription.Bounds: BoundsOfAnyValue {
    fileprivate var isEmpty: Bool { minimum == nil && maximum == nil }

    fileprivate var expression: SwiftExpression {
        let bounds = [minimum, maximum].map { $0.map(Self.literal) ?? "nil" }
        return .atom(".init(\((maximum == nil ? bounds.dropLast() : bounds).joined(separator: ", ")))")
    }
}

extension APIDescription.Bounds {
    /// Of a decimal number, its digits where they are a literal of Swift; a literal with a point would not be exact.
    private static func literal(_ value: Value) -> String {
        switch value {
        case let number as Double: number.digits
        case let number as DecimalNumber: Int(number.digits).map(String.init) ?? "DecimalNumber(\"\(number.digits)\")"
        default: "\(value)"
        }
    }
}

extension APIDescription.Property {
    fileprivate var expression: SwiftExpression {
        var arguments = [SwiftExpression.string(name), SwiftExpression(making: schema)].map { SwiftExpression.Argument(value: $0) }
        if !isRequired { arguments.append(SwiftExpression.Argument(label: "isRequired", value: .atom("false"))) }
        if let initialValue { arguments.append(SwiftExpression.Argument(label: "initialValue", value: .string(initialValue))) }
        if let defaultValue { arguments.append(SwiftExpression.Argument(label: "defaultValue", value: .string(defaultValue))) }
        return .call(".init", arguments)
    }
}

extension APIDescription.ErrorMember {
    fileprivate var expression: SwiftExpression {
        var arguments = [SwiftExpression.string(name), SwiftExpression(making: value)].map { SwiftExpression.Argument(value: $0) }
        if !isRequired { arguments.append(SwiftExpression.Argument(label: "isRequired", value: .atom("false"))) }
        return .call(".init", arguments)
    }
}

extension Double {
    /// The number as people write it: a whole one without a fraction.
    fileprivate var digits: String {
        Int64(exactly: self).map(String.init) ?? String(self)
    }
}
