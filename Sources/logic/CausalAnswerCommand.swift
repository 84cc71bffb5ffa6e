// `logic causal answer`: questions about stated graphs in, answers with witnesses out.

import ArgumentParser
import Batch
import CausalAxioms
import Diagnostics
import JSON

struct CausalAnswerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer",
    abstract: "Answers causal questions from their text, each with a witness.",
    discussion: """
      Rows are JSON lines with `id` and `text` (or `question`, with or without `premise` or \
      `description`). Each gives one line `{"id","answer","witness"}` in the input's order. A row \
      that can't be answered has the answer null; `diagnostics` says why, and the run goes on.

      Read are `X causes Y.` sentences with `Does X cause Y?` or `Are X and Y d-separated given \
      {A, B}?`, and CLEAR's descriptions of graphs with questions about d-separation, paths, \
      blankets and orders. With --expect the answers are compared with the rows' own, and those \
      that differ are listed; then the exit code is 1 if one differs.
      """)

  @Argument(help: ArgumentHelp("A JSONL file, or - for standard input.", valueName: "file"))
  var path = "-"

  @OptionGroup var phrasings: PhrasingOptions

  @Option(
    help: ArgumentHelp(
      """
      Read facts and questions in the words of these axioms' relations, as generate --axiom writes \
      them.
      """, valueName: "file.fol"))
  var axiom: String?

  @Flag(help: "Compare with the rows' `label` or `answer` and list what differs.")
  var expect = false

  func run() throws {
    let templates = try phrasings.templates()
    let input = path == "-" ? Input.standardInput : .file(path)
    let nextLine: () -> RowLine?
    switch input.lines() {
    case .success(let lines): nextLine = lines
    case .failure(let fault):
      Console.note(fault.diagnostic.rendered(color: Console.usesColor))
      throw ExitCode(ExitStatus.inputFault.rawValue)
    }
    let axioms = try axiom.map { AxiomReader(program: try AxiomOptions.program(at: $0)) }
    var session = CausalAnswerSession(
      name: input.name, compares: expect, templates: templates, axioms: axioms)
    while let line = nextLine() {
      if !line.isBlank { session.add(line) }
    }
    session.finish()
    if session.status != .decided { throw ExitCode(session.status.rawValue) }
  }
}

private struct CausalAnswerSession {
  let name: String
  let compares: Bool
  let templates: ReadingTemplates
  let axioms: AxiomReader?
  private(set) var status = ExitStatus.decided
  private var rows = 0
  private var unanswered = 0
  private var compared = 0
  private var different = 0
  private var output = ""

  init(name: String, compares: Bool, templates: ReadingTemplates, axioms: AxiomReader?) {
    self.name = name
    self.compares = compares
    self.templates = templates
    self.axioms = axioms
  }

  mutating func add(_ line: RowLine) {
    rows += 1
    switch CausalRow.read(line: line.bytes, fileName: name, number: line.number) {
    case .failure(let fault):
      write(fault.id, CausalAnswer(answer: nil, witness: nil, diagnostics: [fault.diagnostic]))
    case .success(let row):
      let answer = axioms?.answer(row.text) ?? row.answer(templates)
      write(row.id, answer)
      if compares, answer.answer != nil, let stated = row.stated {
        compare(row.id, answer, stated)
      }
    }
  }

  private mutating func compare(_ id: JSONValue, _ answer: CausalAnswer, _ stated: String) {
    compared += 1
    guard let text = answer.answer else { return }
    let answers = answer.alternatives.isEmpty ? [text] : answer.alternatives
    guard !answers.contains(where: { AnswerComparison.agrees($0, with: stated) }) else { return }
    different += 1
    Console.note("\(id.string ?? id.text): the row says \(stated), the text says \(text)\n")
  }

  private mutating func write(_ id: JSONValue, _ finding: CausalAnswer) {
    if finding.answer == nil {
      unanswered += 1
      status.raise(to: .inputFault)
    }
    var members: [(String, JSONValue)] = [
      ("id", id), ("answer", .string(finding.answer)), ("witness", finding.witness ?? nil),
    ]
    if !finding.diagnostics.isEmpty {
      members.append(("diagnostics", .array(finding.diagnostics.map(\.json))))
    }
    output += JSONValue.object(members).text + "\n"
    if output.utf8.count > 1 << 16 { flush() }
  }

  private mutating func flush() {
    Console.out(output)
    output = ""
  }

  mutating func finish() {
    flush()
    if unanswered > 0 { Console.note("\(unanswered) of \(rows) rows can't be answered\n") }
    guard compares else { return }
    Console.note("\(compared) rows compared, \(different) differ\n")
    if different > 0 { status.raise(to: .notAsExpected) }
  }
}
