// `logic linc`: what has to do with translations by language models.

import ArgumentParser

struct LINCCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "linc",
    abstract: "A language model translates sentences, the provers decide.",
    subcommands: [LINCRunCommand.self])
}
