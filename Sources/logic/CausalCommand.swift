// `logic causal`: causal-axiom demonstrations.

import ArgumentParser

struct CausalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "causal",
    abstract: "Causal-axiom demonstrations answered, audited and scored.",
    subcommands: [CausalAnswerCommand.self, CausalAuditCommand.self, CausalScoreCommand.self])
}
