// `logic convert`: one notation in, another out.

import ArgumentParser
import Diagnostics
import English
import FirstOrderLogic
import Foundation

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Translates a problem from one notation to another.")

  @Argument(help: ArgumentHelp("A file, or - for standard input.", valueName: "file"))
  var path = "-"

  @Option(help: "The input's notation; by default told from the file's name, then its content.")
  var from: InputFormat?

  @Option(help: "The notation to write.")
  var to: OutputFormat

  @Option(
    help: ArgumentHelp(
      "Folder where TPTP includes are looked for, as the variable TPTP does.", valueName: "folder"))
  var tptp: [String] = []

  @Flag(help: "Apply named repairs to faulty input, and report each.")
  var repair = false

  func run() throws {
    let (path, from, to) = (self.path, self.from, self.to)
    let options = ReadingOptions(repairs: repair, includeRoots: tptp)
    let status = onLargeStack { () -> ExitStatus in
      switch (path == "-" ? Input.standardInput : .file(path)).load() {
      case .failure(let fault):
        Console.note(fault.diagnostic.rendered(color: Console.usesColor))
        return .inputFault
      case .success(let source):
        let read = ProblemReader.read(
          source, format: from, options: options, english: { EnglishReader.read($0) })
        for fault in read.diagnostics { Console.note(fault.rendered(color: Console.usesColor)) }
        guard read.isUsable else { return .inputFault }
        // Their readers want one, or take the last line for it: it would be another problem.
        let needsConclusion: [OutputFormat] = [.native, .nltk, .folio, .prover9, .logicLM]
        if read.problem.conclusion == nil, needsConclusion.contains(to) {
          Console.note(
            "logic: \(source.name) has no conclusion, and \(to.rawValue) can't be without one;"
              + " tptp and smt2 can\n")
          return .inputFault
        }
        Console.out(ProblemWriter.write(read.problem, as: to))
        return .decided
      }
    }
    throw ExitCode(status.rawValue)
  }
}
