/// Whether two declarations say the same, marks included, wherever they stand.
extension Field {
    func says(_ other: Field) -> Bool {
        alike(name, other.name) && isOptional == other.isOptional && isDeprecated == other.isDeprecated && type.says(other.type)
            && alike(setters, other.setters) && alike(codeName, other.codeName) && alike(defaultValue, other.defaultValue)
            && alike(initialValue, other.initialValue)
            && alike(listStyle, other.listStyle) && alike(invalid, other.invalid)
            && alike(invalidAnswer, other.invalidAnswer) && alike(missingAnswer, other.missingAnswer)
    }
}

extension HeaderSetting {
    func says(_ other: HeaderSetting) -> Bool {
        guard key == other.key, name.isAssumed == other.name.isAssumed else { return false }
        guard alike(forbidden, other.forbidden) else { return false }
        guard let field, let otherField = other.field else { return field == nil && other.field == nil }
        return field.says(otherField)
    }
}

extension TypeUse {
    func says(_ other: TypeUse) -> Bool {
        isNullable == other.isNullable && isAssumed == other.isAssumed && about == other.about && form.says(other.form)
            && alike(length, other.length) && alike(pattern, other.pattern) && alike(range, other.range) && alike(count, other.count)
            && alike(places, other.places) && alike(prefix, other.prefix) && alike(version, other.version)
            && alike(isUnique, other.isUnique) && alike(isClosed, other.isClosed) && alike(example, other.example)
            && alike(isExact, other.isExact) && alike(keeps, other.keeps)
            && extensions == other.extensions
    }
}

extension TypeUse.Form {
    fileprivate func says(_ other: TypeUse.Form) -> Bool {
        switch (self, other) {
        case (.named(let left), .named(let right)): left == right
        case (.object(let left), .object(let right)): left.elementsEqual(right) { $0.says($1) }
        case (.enumeration(let left), .enumeration(let right)):
            left.elementsEqual(right) { alike($0.text, $1.text) && $0.about == $1.about }
        case (.list(let left), .list(let right)), (.map(let left), .map(let right)): left.says(right)
        case (.union(let tag, let left), .union(let otherTag, let right)):
            alike(tag, otherTag) && left.elementsEqual(right) { alike($0.tag, $1.tag) && $0.type.says($1.type) }
        case (.constant(let left), .constant(let right)): alike(left, right)
        case (.named, _), (.object, _), (.enumeration, _), (.list, _), (.map, _), (.union, _), (.constant, _): false
        }
    }
}

private func alike<Value: Equatable>(_ left: Located<Value>?, _ right: Located<Value>?) -> Bool {
    left?.value == right?.value && left?.isAssumed == right?.isAssumed
}
