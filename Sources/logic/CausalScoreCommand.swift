// `logic causal score`: a model's answers against a set.

import ArgumentParser
import Batch
import CausalAxioms
import Diagnostics
import JSON

struct CausalScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Scores a model's answers by hops, nodes, family and condition.",
    discussion: """
      Predictions are JSON lines with `id` and `prediction` (or `output`, `response`, `completion`, \
      `answer`, `text`); gold rows are those of a set. With one file each row has both, the \
      prediction in `prediction`, `output` or `response`.

      A prediction says Yes or No by its first word, by the word after the last "answer", or by the \
      only such word in it. One that says neither is wrong, as is a missing one; both are counted.
      """)

  @Argument(help: ArgumentHelp("JSONL with the model's outputs.", valueName: "predictions"))
  var predictions: String

  @Argument(help: ArgumentHelp("JSONL with the questions and labels.", valueName: "gold"))
  var gold: String?

  @OptionGroup var phrasings: PhrasingOptions

  @Flag(help: "The figures as one JSON object.")
  var json = false

  func run() throws {
    let session = CausalScoreSession(try phrasings.templates())
    guard gold == nil || session.readPredictions(predictions) else {
      throw ExitCode(ExitStatus.inputFault.rawValue)
    }
    guard session.readGold(gold ?? predictions, hasPredictions: gold == nil) else {
      throw ExitCode(ExitStatus.inputFault.rawValue)
    }
    Console.out(json ? session.score.json.indentedText + "\n" : Self.text(session.score))
    if session.hasFault { throw ExitCode(ExitStatus.inputFault.rawValue) }
  }

  static func text(_ score: PredictionScore) -> String {
    func line(_ name: String, _ share: Share) -> String {
      let (low, high) = share.interval
      let padded = name + String(repeating: " ", count: max(1, 22 - name.count))
      return "  \(padded)\(CausalAuditText.percent(share.accuracy))  "
        + "[\(CausalAuditText.percent(low)), \(CausalAuditText.percent(high))]  "
        + "\(share.right) of \(share.rows)\n"
    }
    var text = "accuracy, %, with 95 % interval\n" + line("all", score.overall)
    for kind in PredictionScore.kinds {
      for entry in score.entries(kind) { text += line("\(kind) \(entry.value)", entry.share) }
    }
    if let f1 = score.f1 { text += "F1 of Yes \(CausalAuditText.percent(f1))\n" }
    for (name, count) in [
      ("without a prediction", score.missing), ("that say neither Yes nor No", score.unreadable),
      ("left out for want of a label", score.unlabelled),
      ("whose label the text contradicts", score.labelErrors),
    ] where count > 0 {
      text += "\(count) rows \(name)\n"
    }
    return text
  }
}

private final class CausalScoreSession {
  private(set) var score: PredictionScore
  private(set) var hasFault = false
  private var outputs: [String: String] = [:]

  init(_ templates: ReadingTemplates) { score = PredictionScore(templates) }

  func readPredictions(_ path: String) -> Bool {
    let fields = ["prediction", "output", "response", "completion", "answer", "text"]
    return eachRow(path) { object, line in
      guard let id = object["id"].map(Self.key), let output = Self.first(fields, of: object) else {
        Console.note("\(path):\(line.number): error: no `id` or no output [missing-field]\n")
        return false
      }
      if outputs.updateValue(output, forKey: id) != nil {
        Console.note(
          "\(path):\(line.number): warning: a second output for \(id) [duplicate-name]\n")
      }
      return true
    }
  }

  func readGold(_ path: String, hasPredictions: Bool) -> Bool {
    var used = 0
    let isRead = eachRow(path) { object, line in
      switch CausalRow.read(line: line.bytes, fileName: path, number: line.number) {
      case .failure(let fault):
        Console.note(fault.diagnostic.rendered(color: Console.usesColor))
        return false
      case .success(let row):
        let output =
          hasPredictions
          ? Self.first(["prediction", "output", "response"], of: object) : outputs[Self.key(row.id)]
        if output != nil { used += 1 }
        let family = object["family"]?.string ?? object["metadata"]?["family"]?.string
        score.add(row, family: family, prediction: output)
        return true
      }
    }
    if used < outputs.count {
      Console.note("\(outputs.count - used) predictions are for no row of \(path)\n")
    }
    return isRead
  }

  private static func key(_ id: JSONValue) -> String { id.string ?? id.text }

  private static func first(_ fields: [String], of object: JSONValue) -> String? {
    fields.lazy.compactMap { object[$0]?.string }.first
  }

  // The closure says whether the line could be used.
  private func eachRow(
    _ path: String, _ body: (JSONValue, RowLine) -> Bool
  ) -> Bool {
    let input = path == "-" ? Input.standardInput : .file(path)
    switch input.lines() {
    case .failure(let fault):
      Console.note(fault.diagnostic.rendered(color: Console.usesColor))
      return false
    case .success(let next):
      while let line = next() {
        if line.isBlank { continue }
        let source = SourceText(name: path, bytes: line.bytes, firstLine: line.number)
        switch readJSON(source) {
        case .failure(let fault):
          Console.note(fault.diagnostic.rendered(color: Console.usesColor))
          hasFault = true
        case .success(let object): if !body(object, line) { hasFault = true }
        }
      }
      return true
    }
  }
}
