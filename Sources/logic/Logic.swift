// The command line: argument parsing, rendering and exit codes, nothing else.
//
// Results go to standard output, everything else to standard error. Exit codes: 0 decided, whatever
// the verdict; 1 an expectation not met or a certificate rejected; 3 input at fault; 4 gave up at a
// limit; 64 usage; 69 a language model's server gave no answer; 70 our own fault; 74 results that can't
// be written.

import ArgumentParser

@main
struct Logic: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "logic",
    abstract: "Decides what follows from what, with certificates.",
    discussion: """
      Every answer carries a certificate that a small independent kernel has accepted: a \
      refutation whose every inference was re-done, or finite models that were evaluated. \
      `logic verify` accepts or rejects certificates from a file.

      Exit codes: 0 decided (whatever the verdict), 1 an expectation not met or a certificate \
      rejected, 3 input at fault, 4 gave up at a limit, 64 usage, 69 a language \
      model's server gave no answer, 70 our own fault, 74 results could not be written.
      """,
    version: version,
    subcommands: [
      CheckCommand.self, ProveCommand.self, ModelCommand.self, ConvertCommand.self,
      TranslateCommand.self, VerifyCommand.self, BatchCommand.self, LINCCommand.self,
      CausalCommand.self,
    ])
}

/// Exit codes; with several inputs the gravest one counts: faults of ours, then of the
/// output, then of the input, then of a server, then limits, then expectations.
enum ExitStatus: Int32 {
  case decided = 0
  case notAsExpected = 1
  case inputFault = 3
  case gaveUp = 4
  case serverFault = 69
  case internalFault = 70
  case outputFault = 74

  private var gravity: Int {
    switch self {
    case .decided: 0
    case .notAsExpected: 1
    case .gaveUp: 2
    case .serverFault: 3
    case .inputFault: 4
    case .outputFault: 5
    case .internalFault: 6
    }
  }

  mutating func raise(to other: ExitStatus) {
    if other.gravity > gravity { self = other }
  }
}
