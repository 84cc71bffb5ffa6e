// Answers as text for people.

import Batch
import Certificates
import Entailment
import FirstOrderLogic
import JSON

enum AnswerText {
  /// The verdict, why, and what the certificate is worth.
  static func summary(_ record: Record, namesFile: Bool) -> String {
    let name = namesFile ? "\(record.id): " : ""
    guard let answer = record.answer else {
      return namesFile ? "\(name)not decided: the input is at fault\n" : ""
    }
    var text = "\(name)\(answer.verdict.rawValue)\n"
    let lines = reasons(
      answer, hasConclusion: record.hasConclusion, explains: record.explanation != nil)
    for line in lines { text += "  \(line)\n" }
    return text
  }

  /// An explanation's lines, set in under its verdict.
  static func explanation(_ lines: [String]) -> String {
    lines.isEmpty
      ? "" : "\n" + lines.map { $0.isEmpty ? "\n" : "  \($0)\n" }.joined() + "\n"
  }

  private static func reasons(
    _ answer: Answer, hasConclusion: Bool, explains: Bool
  ) -> [String] {
    var lines: [String] = []
    let premises = listed(answer.premisesUsed)
    switch answer.verdict {
    case .true:
      lines.append(
        premises.isEmpty
          ? "The conclusion holds by itself." : "The conclusion follows from \(premises).")
    case .false:
      lines.append(
        premises.isEmpty
          ? "The conclusion contradicts itself."
          : "The conclusion's negation follows from \(premises).")
    case .contradictory:
      let minimal = answer.isMinimal ? "; none of them can be left out" : ""
      lines.append(
        premises.isEmpty
          ? "The premises contradict each other." : "Contradiction among \(premises)\(minimal).")
    case .uncertain:
      lines.append(
        hasConclusion
          ? "The premises entail neither the conclusion nor its negation."
          : "The premises are consistent.")
      // An explanation tells them in words.
      for evidence in explains ? [] : answer.certificate?.models ?? [] {
        let what =
          switch evidence.stance {
          case .asserted: "A model in which the conclusion holds:"
          case .denied: "A model in which it fails:"
          case .absent: "A model:"
          }
        lines.append(what)
        lines += ProofRendering.table(evidence.model).map { "  " + $0 }
      }
    case .unknown:
      lines.append(limitText(answer.limit))
    }
    if let certificate = answer.certificate {
      lines.append("Certificate accepted by the kernel: \(size(certificate)).")
    }
    if let note = answer.note { lines.append("Note: \(note).") }
    return lines
  }

  private static func size(_ certificate: Certificate) -> String {
    var parts: [String] = []
    if let refutation = certificate.refutation {
      parts.append("a refutation of \(counted(refutation.steps.count, "step"))")
    }
    for evidence in certificate.models {
      parts.append("a model of \(counted(evidence.model.size, "element"))")
    }
    return listed(parts)
  }

  private static func limitText(_ limit: Limit?) -> String {
    switch limit {
    case .time: "The time limit was reached (--time)."
    case .memory: "The memory limit was reached (--memory)."
    case .cancelled: "The search was called off."
    case .search, nil: "Every decider gave up."
    }
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// `a`, `a and b`, `a, b and c`; long lists are cut.
  private static func listed(_ names: [String]) -> String {
    let shown = names.count > 12 ? Array(names.prefix(11)) + ["\(names.count - 11) more"] : names
    guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
    return shown.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The proof in one of the proof formats, or why there is none.
  static func proof(_ record: Record, as format: ProofFormat) -> String {
    let answer = record.answer
    switch (format, answer?.certificate) {
    case (.text, let certificate):
      let proof = certificate.map { "\n" + ProofRendering.text($0) } ?? ""
      return summary(record, namesFile: false) + proof
    case (.tstp, let certificate):
      let status = answer?.szsStatus(hasConclusion: record.hasConclusion) ?? "InputError"
      let proof =
        certificate.map { ProofRendering.tstp($0, problem: record.id, file: record.id) } ?? ""
      return "% SZS status \(status) for \(record.id)\n" + proof
    case (.json, let certificate): return (certificate?.json.indentedText ?? "null") + "\n"
    case (.dot, let certificate): return certificate.map { ProofRendering.dot($0) } ?? ""
    }
  }

  /// One row of a JSONL file as a line of text.
  static func row(_ record: JSONValue) -> String {
    let verdict = record["verdict"]?.string ?? "input at fault"
    var line = "\(oneLine(record.recordID ?? "?")): \(verdict)"
    if let expected = record["expected"]?.string, expected != verdict {
      line += " (expected \(expected))"
    }
    let repairs = record["repairs"]?.array?.compactMap(\.string) ?? []
    if !repairs.isEmpty { line += " [repaired: \(repairs.joined(separator: ", "))]" }
    return line + "\n"
  }

  /// An id on one line: it may hold line ends, which would make two lines of one.
  static func oneLine(_ id: String) -> String {
    id.unicodeScalars.map { scalar in
      scalar.properties.generalCategory == .control
        ? scalar.escaped(asASCII: true) : String(scalar)
    }.joined()
  }

  /// A row's faults, one a line.
  static func rowDiagnostics(_ record: JSONValue) -> String {
    (record["diagnostics"]?.array ?? []).map(rowDiagnostic).joined()
  }

  /// A row's fault on a line, without an excerpt: a row's line may be very long.
  static func rowDiagnostic(_ fault: JSONValue) -> String {
    let place = [fault["line"], fault["column"]].map { String($0?.integer ?? 0) }
    let field = fault["field"]?.string.map { "\($0): " } ?? ""
    return (fault["file"]?.string ?? "") + ":" + place.joined(separator: ":")
      + ": \(fault["severity"]?.string ?? ""): \(field)\(fault["message"]?.string ?? "")"
      + " [\(fault["code"]?.string ?? "")]\n"
  }

  /// What a run over rows came to.
  static func batchSummary(_ summary: BatchSummary) -> String {
    var parts = [counted(summary.records, "row")]
    for verdict in Verdict.allCases {
      if let count = summary.verdicts[verdict.rawValue] {
        parts.append("\(verdict.rawValue) \(count)")
      }
    }
    if summary.faulty > 0 { parts.append("input at fault \(summary.faulty)") }
    if summary.expected > 0 { parts.append("as expected \(summary.met) of \(summary.expected)") }
    if summary.uncertified > 0 { parts.append("without certificate \(summary.uncertified)") }
    if summary.resumed > 0 { parts.append("from the store \(summary.resumed)") }
    return parts.joined(separator: ", ") + "\n"
  }
}
