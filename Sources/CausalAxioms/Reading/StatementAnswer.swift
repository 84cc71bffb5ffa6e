// The answer to a question about what follows, with its witness.
//
//   Yes   `derivation`: steps, each with the rule and the numbers of the statements it comes from;
//         the text's own have the numbers from 1
//   No    `counterexample`: edges of a graph; `unnamed`: its nodes that the text doesn't name

import Diagnostics
import JSON

extension CausalAnswer {
  /// Answers a text that asks what follows from statements; nil for other texts.
  init?(statementsOf source: SourceText) {
    var reader = StatementReader()
    guard reader.read(source.bytes, in: 0..<source.bytes.count) else { return nil }
    let diagnostics = reader.flags.map { reader.diagnostic($0, in: source) }
    self.init(answer: nil, witness: nil, diagnostics: diagnostics)
    guard reader.isDefined else { return }
    let names = reader.nodes.map { source.string($0) }
    var closure = StatementClosure()
    let finding = closure.decide(reader)
    answer = finding.label?.rawValue
    let words = StatementWords(relation: reader.relation ?? .separated, names: names)
    switch finding {
    case .follows(let steps): witness = ["derivation": .array(steps.map(words.json))]
    case .refuted(let edges): witness = words.json(edges)
    case .open:
      self.diagnostics.append(
        Diagnostic(
          .undecided, in: source, at: reader.premiseSpan,
          "neither a derivation of what is asked nor a graph that refutes it was found",
          hint: "at most \(StatementClosure.maximumNodes) nodes are derived about"))
    }
  }
}

extension StatementReader {
  /// A flag with its place in the text, what it means and what to do.
  func diagnostic(_ flag: DemonstrationReader.Flag, in source: SourceText) -> Diagnostic {
    switch flag.code {
    case .overlappingCondition:
      Diagnostic(
        flag.code, in: source, at: flag.span, "a node stands twice in a statement",
        hint: "the two sides and the condition must have no node in common")
    case .unsupported:
      Diagnostic(
        flag.code, in: source, at: flag.span, "the text names too many nodes",
        hint: "at most \(Self.maximumNodes) are read")
    case .unreadSentence:
      Diagnostic(
        flag.code, in: source, at: flag.span, "no statement of the grammar",
        hint: "all statements are about d-separation, or all about causal paths")
    default: flag.diagnostic(in: source)
    }
  }
}

/// Writes what was found in the words of the texts.
private struct StatementWords {
  let relation: StatementRelation
  let names: [String]

  func json(_ step: DerivationStep) -> JSONValue {
    [
      "statement": .string(sentence(step.statement)), "by": .string(step.rule.rawValue),
      "from": .array(step.from.map { .integer($0) }),
    ]
  }

  func json(_ edges: [(cause: Int, effect: Int)]) -> JSONValue {
    let count = edges.reduce(names.count) { max($0, $1.cause + 1, $1.effect + 1) }
    var all = names
    var number = 0
    while all.count < count {
      number += 1
      if !names.contains("U\(number)") { all.append("U\(number)") }
    }
    return [
      "counterexample": .array(
        edges.map { .array([.string(all[$0.cause]), .string(all[$0.effect])]) }),
      "unnamed": .array(all[names.count...].map { .string($0) }),
    ]
  }

  private func sentence(_ statement: Statement) -> String {
    let (left, right) = (side(statement.left.nodes), side(statement.right.nodes))
    let given = "{" + statement.given.nodes.map { names[$0] }.joined(separator: ", ") + "}"
    let isFree = statement.given.isEmpty
    switch relation {
    case .separated:
      return "\(left) and \(right) are d-separated" + (isFree ? "" : " given \(given)")
    case .intercepted:
      let paths = "causal path from \(left) to \(right)"
      switch (isFree, statement.isDenied) {
      case (true, true): return "There is a \(paths)"
      case (true, false): return "There is no \(paths)"
      case (false, true): return "Some \(paths) avoids \(given)"
      case (false, false): return "Every \(paths) goes through \(given)"
      }
    }
  }

  private func side(_ nodes: [Int]) -> String {
    let list = nodes.map { names[$0] }.joined(separator: ", ")
    return nodes.count == 1 ? list : "{\(list)}"
  }
}
