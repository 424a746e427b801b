import CharterRuntime
import CharterServer
import ParcelsModels
import ParcelsRoutes

extension InMemoryParcels {
    func saveAddress(_ input: SaveAddress.Input, caller: Caller, in transaction: InMemoryTransaction) throws -> Address {
        let new = input.body
        let address = Address(
            id: newID("adr_"),
            name: new.name,
            lines: new.lines,
            city: new.city,
            postalCode: new.postalCode,
            country: new.country,
            phone: new.phone,
            instructions: new.instructions,
            metadata: new.metadata,
            createdAt: Self.now
        )
        return try change(caller) { account in
            account.addresses.insert(address, at: 0)
            return address
        }
    }

    func getAddress(_ input: GetAddress.Input, caller: Caller) throws -> Address {
        let account = try account(of: caller)
        return account.addresses[try account.addressIndex(input.addressId)]
    }

    func changeAddress(_ input: ChangeAddress.Input, caller: Caller) throws -> Address {
        try change(caller) { account in
            let index = try account.addressIndex(input.addressId)
            account.addresses[index].take(input.body)
            return account.addresses[index]
        }
    }
}

extension Address {
    /// Takes over what a change mentions.
    fileprivate mutating func take(_ change: AddressChange) {
        name = change.name ?? name
        lines = change.lines ?? lines
        city = change.city ?? city
        postalCode = change.postalCode ?? postalCode
        country = change.country ?? country
        phone = change.phone.applied(to: phone)
        instructions = change.instructions.applied(to: instructions)
        // Objects inside are merged.
        let kept = metadata ?? [:]
        metadata = change.metadata.applied(to: metadata).map { kept.merging($0) { $1 } }
    }
}
