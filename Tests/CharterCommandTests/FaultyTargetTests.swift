import GoldenFiles
import Testing

/// Targets of which the build plugin cannot make code: nothing is written, and the fault is shown at its place.
@Suite("charter build-target, of a target with a fault")
struct FaultyTargetTests {
    private func target(_ settings: String? = nil) throws -> Workspace {
        let workspace = try Workspace()
        try workspace.write(Workspace.contract("shop"), to: "Sources/Shop/contract.yaml")
        if let settings { try workspace.write(settings, to: "Sources/Shop/charter.yaml") }
        return workspace
    }

    /// Holds what the command says to a golden file, and the output folder to being as it was.
    private func expectRefusal(_ workspace: Workspace, _ name: String, _ arguments: String...) async throws {
        let run = try await workspace.charter(["build-target", "Sources/Shop", "--output", "out"] + arguments)
        #expect(run.ending == .findings)
        #expect(!workspace.exists("out"))
        try GoldenFile("cases/build-target/\(name).txt").expect(run.transcript)
    }

    @Test("without a contract")
    func noContract() async throws {
        let workspace = try Workspace()
        try workspace.makeFolder("Sources/Shop")
        try await expectRefusal(workspace, "no-contract")
        try workspace.write("access: package\n", to: "Sources/Shop/charter.yaml")
        try await expectRefusal(workspace, "settings-alone")
    }

    @Test("with a fault in the contract")
    func contract() async throws {
        let workspace = try target()
        try workspace.edit("Sources/Shop/contract.yaml", "scope: READ", "scope: REED")
        try await expectRefusal(workspace, "contract")
    }

    @Test("with faults in the settings")
    func settings() async throws {
        try await expectRefusal(try target("emit: [client]\naccess: privat\n"), "settings")
        try await expectRefusal(try target("contracts: [shop.yaml]\ntemplates: Ours\n"), "missing-files")
    }

    @Test("with a contract of which an edit would not be noticed")
    func unwatched() async throws {
        let workspace = try target(
            "contracts: [../Other/contract.yaml, ../../spec/shop.yaml, .shop/shop.yaml, shop.yml.txt]\ntemplates: ../Ours\n"
        )
        for path in ["Other/contract.yaml", "Shop/.shop/shop.yaml", "Shop/shop.yml.txt"] {
            try workspace.write(Workspace.contract("shop"), to: "Sources/\(path)")
        }
        try workspace.write(Workspace.contract("shop"), to: "spec/shop.yaml")
        try workspace.makeFolder("Sources/Ours")
        try await expectRefusal(workspace, "unwatched")
        try workspace.write("contracts: [../../spec/shop.yaml, ../Other/contract.yaml]\n", to: "Sources/Shop/charter.yaml")
        try workspace.edit("Sources/Other/contract.yaml", "api: Shop", "api: Store")
        try await expectRefusal(workspace, "unwatched-one", "--watched", "spec")
    }

    @Test("with models of a module that it cannot import")
    func unknownModule() async throws {
        let workspace = try target("emit: [client]\nmodels: TicketModels\n")
        try await expectRefusal(workspace, "unknown-module", "--module", "CharterRuntime", "--module", "TicketsModels")
        try await expectRefusal(workspace, "unknown-module-alone", "--module", "CharterRuntime")
        for modules in [["--module", "CharterRuntime", "--module", "TicketModels"], []] {
            let run = try await workspace.charter(["build-target", "Sources/Shop", "--output", "out"] + modules)
            #expect(run.transcript == "# exit(0)\n")
        }
    }

    @Test("with two contracts that declare the same")
    func equalNames() async throws {
        let workspace = try target("contracts: [contract.yaml, other.yaml]\n")
        try workspace.write(Workspace.contract("shop"), to: "Sources/Shop/other.yaml")
        try await expectRefusal(workspace, "equal-apis")
        try workspace.edit("Sources/Shop/other.yaml", "api: Shop", "api: Store")
        try await expectRefusal(workspace, "equal-types")
    }

    @Test("with a template that is none")
    func template() async throws {
        let workspace = try target()
        try workspace.write("{{nothing}}", to: "Sources/Shop/Templates/Header.swift.mustache")
        try await expectRefusal(workspace, "template")
    }

    @Test("takes a contract of a folder that is watched")
    func watched() async throws {
        let workspace = try target("contracts: [../../spec/shop.yaml]\n")
        try workspace.write(Workspace.contract("shop"), to: "spec/shop.yaml")
        let run = try await workspace.charter("build-target", "Sources/Shop", "--output", "out", "--watched", "spec")
        #expect(run.transcript == "# exit(0)\n")
    }
}
