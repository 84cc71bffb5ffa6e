// `logic causal`: causal-axiom demonstrations.

import ArgumentParser

struct CausalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "causal",
    abstract: "Makes, answers, audits and scores demonstrations of causal axioms.",
    subcommands: [
      CausalGenerateCommand.self, CausalAnswerCommand.self, CausalAuditCommand.self,
      CausalScoreCommand.self,
    ])
}
