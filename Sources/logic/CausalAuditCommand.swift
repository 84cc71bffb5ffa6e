// `logic causal audit`: a set's labels, repetitions and shortcuts.

import ArgumentParser
import CausalAxioms
import Diagnostics
import Foundation
import JSON

struct CausalAuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Audits sets of demonstrations: labels, cycles, sizes, repetitions, shortcuts.",
    discussion: """
      Files are JSON lines, ours or published ones: the text in `text`, `question` (with `premise`) \
      or `prompt`, the label in `label`, `answer` or `completion`. Only texts count: labels are \
      recomputed from them. With several files the questions that they share are counted, names \
      aside.

      Memory stays under about 600 MB a file at any number of rows: beyond 12 million different \
      items counts of distinct ones are estimated from a sample, and the output says so.

      Exits with 0 whatever is found, with 3 when a file can't be read.
      """)

  @Argument(help: ArgumentHelp("JSONL files, or - for standard input.", valueName: "file"))
  var paths: [String]

  @OptionGroup var phrasings: PhrasingOptions

  @Flag(
    help: "The findings as JSON: one object for one file, `files` and `contamination` for more.")
  var json = false

  @Option(help: ArgumentHelp("Write a page with drawings.", valueName: "out.html"))
  var html: String?

  func run() throws {
    let templates = try phrasings.templates()
    guard let page = Sink.open(html) else { throw ExitCode(ExitStatus.outputFault.rawValue) }
    var audits: [SetAudit] = []
    var status = ExitStatus.decided
    for path in paths {
      guard let audit = audit(path, templates) else {
        status.raise(to: .inputFault)
        continue
      }
      if audit.rows == 0 {
        Console.note("\(audit.name): error: no rows [empty-file]\n")
        status.raise(to: .inputFault)
      }
      audits.append(audit)
    }
    let contamination = Contamination.pairs(audits)
    if json {
      Console.out(report(audits, contamination).indentedText + "\n")
    } else {
      Console.out(CausalAuditText.report(audits, contamination))
    }
    page.write { AuditPage(audits, contamination).html }
    if status != .decided { throw ExitCode(status.rawValue) }
  }

  private func audit(_ path: String, _ templates: ReadingTemplates) -> SetAudit? {
    guard path != "-" else { return audit(STDIN_FILENO, name: "<stdin>", templates) }
    switch GzipInput.open(path) {
    case .failure(let fault):
      Console.note(fault.diagnostic.rendered(color: Console.usesColor))
      return nil
    case .success(let descriptor):
      defer { close(descriptor) }
      return audit(descriptor, name: path, templates)
    }
  }

  private func audit(
    _ descriptor: Int32, name: String, _ templates: ReadingTemplates
  ) -> SetAudit {
    var audit = SetAudit(name: name, templates)
    var lines = LineBlocks(descriptor: descriptor)
    lines.forEachLine { buffer, line in
      audit.add(buffer, in: line)
      if audit.rows & 0xFFFF == 0 { Console.progress("\(name): \(audit.rows) rows") }
    }
    Console.progress("")
    return audit
  }

  private func report(_ audits: [SetAudit], _ contamination: [Contamination]) -> JSONValue {
    if audits.count == 1 { return audits[0].json }
    return [
      "files": .array(audits.map(\.json)),
      "rows": .integer(audits.reduce(0) { $0 + $1.rows }),
      "label_errors": .integer(audits.reduce(0) { $0 + $1.labelErrors }),
      "contamination": .array(contamination.map(\.json)),
    ]
  }
}
