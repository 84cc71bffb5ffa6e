// `logic causal`: demonstrations of causal axioms.

import ArgumentParser

struct CausalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "causal",
    abstract: "Makes, answers and audits demonstrations of causal axioms.",
    subcommands: [CausalGenerateCommand.self])
}
