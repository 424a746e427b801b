import CharterContract
import CharterGenerator

extension TextStyle {
    /// A fault of a template, as diagnostics of contracts are written.
    func diagnostic(_ fault: TemplateFault) -> String {
        heading(.error, fault.message, rule: "template", at: "\(fault.file):\(fault.line)") + (fault.help.map(help) ?? "")
    }
}
