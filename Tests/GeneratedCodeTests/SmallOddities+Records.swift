import CharterRuntime
import CharterServer
import OdditiesModels
import OdditiesRoutes

extension SmallOddities {
    /// Answers with what came, its names among what the contract does not have.
    func keepRecord(_ input: KeepRecord.Input, caller: Caller) -> Record {
        Record(
            json: input.body.json,
            members: input.body.unknownFields.keys.sorted(),
            names: input.body.names,
            price: max(input.body.price, input.most),
            size: Record.Size(width: 1),
            unknownFields: input.body.unknownFields
        )
    }
}
