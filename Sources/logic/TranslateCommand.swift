// `logic translate`: formulas in words.

import ArgumentParser
import Batch
import Diagnostics
import English
import FirstOrderLogic
import JSON

/// The languages that formulas are put into.
enum TargetLanguage: String, ExpressibleByArgument, CaseIterable {
  case english
}

struct TranslateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translate",
    abstract: "Says formulas in plain English.",
    discussion: """
      Prints a sentence for each statement, the premises in their order and then the conclusion, so \
      that a person or a model can compare it with what the formula was made from. A sentence has one \
      reading, and formulas that differ in logic give sentences that differ. Words are told from the \
      symbols' names, and from what a Logic-LM program or a FOLIO row says beside the formulas.

      Rows of a JSONL file are printed one after another, each under its id. Exits with 0 when every \
      statement was read, else with 3.
      """)

  @Argument(
    help: ArgumentHelp("Files, directories, or - for standard input.", valueName: "file"))
  var paths: [String] = ["-"]

  @Option(help: "The language to put the formulas into: english.")
  var to = TargetLanguage.english

  @OptionGroup var input: InputOptions

  @Flag(help: "One JSON object a file, each statement with its name, formula and sentence.")
  var json = false

  @Flag(help: "The same, one object a line: for each row, or for each file.")
  var jsonl = false

  @Flag(help: "Apply named repairs to faulty input, and report each.")
  var repair = false

  func validate() throws {
    if json, jsonl { throw ValidationError("choose one of --json and --jsonl") }
  }

  func run() throws {
    let inputs = Input.collect(paths).map { $0.readingStandardInput() }
    let session = TranslationSession(
      format: input.format,
      options: ReadingOptions(repairs: repair, includeRoots: input.tptp),
      layout: jsonl ? .lines : json ? .objects : .text, namesFiles: inputs.count > 1)
    let status = onLargeStack {
      var status = ExitStatus.decided
      for input in inputs { status.raise(to: session.run(input)) }
      return status
    }
    throw ExitCode(status.rawValue)
  }
}

private struct TranslationSession: Sendable {
  enum Layout {
    case text, objects, lines
  }

  let format: InputFormat?
  let options: ReadingOptions
  let layout: Layout
  let namesFiles: Bool

  func run(_ input: Input) -> ExitStatus {
    if input.holdsRows(format) { return runRows(input) }
    switch input.load() {
    case .failure(let fault):
      Console.note(fault.diagnostic.rendered(color: Console.usesColor))
      return .inputFault
    case .success(let source):
      let read = ProblemReader.read(source, format: format, options: options)
      for fault in read.diagnostics { Console.note(fault.rendered(color: Console.usesColor)) }
      let said = SaidProblem(read.problem, wording: read.wording)
      show(said, ("file", .string(input.name)), heading: namesFiles ? input.name : nil)
      return read.isUsable ? .decided : .inputFault
    }
  }

  private func runRows(_ input: Input) -> ExitStatus {
    switch input.lines() {
    case .failure(let fault):
      Console.note(fault.diagnostic.rendered(color: Console.usesColor))
      return .inputFault
    case .success(let nextLine):
      var status = ExitStatus.decided
      var count = 0
      while let line = nextLine() {
        if line.isBlank { continue }
        count += 1
        let row = RowsReader.read(
          line: SourceText(name: input.name, bytes: line.bytes), span: Span(0, line.bytes.count),
          number: line.number, options: options)
        for fault in row.diagnostics { Console.note(AnswerText.rowDiagnostic(fault.json)) }
        let said = SaidProblem(row.problem, wording: row.wording)
        let id = row.hasIntegerID ? Int(row.id).map { JSONValue.integer($0) } : nil
        show(said, ("id", id ?? .string(row.id)), heading: AnswerText.oneLine(row.id))
        if !row.isUsable { status.raise(to: .inputFault) }
      }
      if count == 0 {
        Console.note("\(input.name): error: no rows [empty-file]\n")
        return .inputFault
      }
      return status
    }
  }

  private func show(_ said: SaidProblem, _ subject: (String, JSONValue), heading: String?) {
    switch layout {
    case .text:
      let title = heading.map { "\($0):\n" } ?? ""
      let end = heading == nil ? "" : "\n"
      Console.out(title + said.statements.map { $0.sentence + "\n" }.joined() + end)
    case .objects: Console.out(JSONValue.object([subject] + said.members).indentedText + "\n")
    case .lines: Console.out(JSONValue.object([subject] + said.members).text + "\n")
    }
  }
}
