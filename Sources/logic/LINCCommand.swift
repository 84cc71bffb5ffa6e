// `logic linc`: runs in which a language model translates and provers decide.

import ArgumentParser

struct LINCCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "linc",
    abstract: "A language model translates sentences, provers decide, samples vote.",
    discussion: """
      After LINC (Olausson et al. 2023): a language model translates each problem several times, a \
      prover decides each translation, and the samples vote. `run` asks a model, `replay` decides \
      and scores what was generated before.
      """,
    subcommands: [LINCRunCommand.self, LINCReplayCommand.self])
}
