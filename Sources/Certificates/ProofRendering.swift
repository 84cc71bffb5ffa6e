// Proofs and models as text for people.
//
// Every line states what its step states, in the native notation. Steps that only change a formula's form (negation normal
// form, miniscoping, renaming, dropped ∀) are not shown: the lines after them name what they came
// from. Steps that the empty clause doesn't need are left out.

import FirstOrderLogic

/// The forms in which evidence is printed.
public enum ProofRendering {
  /// The refutation as numbered lines, each with the lines it follows from; empty without one.
  ///
  /// - Complexity: O(size times parents).
  public static func text(_ certificate: Certificate) -> String {
    guard let refutation = certificate.refutation else { return "" }
    var proof = ReadableProof(refutation)
    let lines = proof.lines()
    let width = min(60, lines.map(\.statement.unicodeScalars.count).max() ?? 0)
    let digits = String(lines.count).count
    var text = heading(certificate) + "\n"
    for (index, line) in lines.enumerated() {
      let number = String(index + 1)
      let padding = max(0, width - line.statement.unicodeScalars.count)
      text += String(repeating: " ", count: digits - number.count + 2) + "\(number). "
      text += line.statement + String(repeating: " ", count: padding) + "   \(line.reason)\n"
    }
    return text
  }

  private static func heading(_ certificate: Certificate) -> String {
    switch certificate.refutation?.stance {
    case .denied: "The premises and the negation of the conclusion lead to a contradiction:"
    case .asserted: "The premises and the conclusion lead to a contradiction:"
    case .absent, nil: "The premises lead to a contradiction:"
    }
  }

  /// A model's domain and tables, one symbol a line: constants and functions by their values,
  /// predicates by the tuples they hold of. Long tables are cut, and say so.
  public static func table(_ model: FiniteModel) -> [String] {
    let last = model.size - 1
    var lines = [
      model.size <= 3
        ? "domain: " + (0..<max(0, model.size)).map(String.init).joined(separator: ", ")
        : "domain: 0, 1, ..., \(last)"
    ]
    for table in model.functions {
      let entries = entries(of: table, size: model.size).map { tuple, value in
        table.arity == 0 ? "\(value)" : "\(tuple) -> \(value)"
      }
      lines.append(table.name + (table.arity == 0 ? " = " : ": ") + cut(entries))
    }
    for table in model.predicates {
      let entries = entries(of: table, size: model.size)
      if table.arity == 0 {
        lines.append("\(table.name): \(entries.first?.1 == true)")
      } else {
        let tuples = entries.filter(\.1).map(\.0)
        let isAll = tuples.count == entries.count
        lines.append("\(table.name): " + (isAll ? "all" : tuples.isEmpty ? "none" : cut(tuples)))
      }
    }
    return lines
  }

  private static func cut(_ entries: [String]) -> String {
    let limit = 40
    let shown = entries.prefix(limit).joined(separator: ", ")
    return entries.count > limit ? "\(shown) and \(entries.count - limit) more" : shown
  }

  // Pairs of an argument tuple and the entry, in the table's order.
  private static func entries<Value>(
    of table: FiniteModel.Table<Value>, size: Int
  ) -> [(String, Value)] {
    table.values.enumerated().map { index, value in
      let tuple = ModelTuple.arguments(ofEntry: index, arity: table.arity, size: size)
      let names = tuple.map(String.init).joined(separator: ",")
      return (table.arity == 1 ? names : "(\(names))", value)
    }
  }
}

enum ModelTuple {
  /// The arguments whose value stands at an index of a row-major table.
  static func arguments(ofEntry index: Int, arity: Int, size: Int) -> [Int] {
    var arguments: [Int] = []
    var rest = index
    for _ in 0..<max(0, arity) {
      arguments.append(rest % max(1, size))
      rest /= max(1, size)
    }
    return arguments.reversed()
  }
}

// The steps to show, and for each hidden one the shown ones it came from.
private struct ReadableProof {
  let steps: [Step]
  private var origins: [Int: [Int]] = [:]
  private var numbers: [Int: Int] = [:]
  private var statements: [Int: String] = [:]

  struct Line {
    var statement: String
    var reason: String
  }

  init(_ refutation: Refutation) { steps = refutation.neededSteps }

  mutating func lines() -> [Line] {
    var lines: [Line] = []
    let texts = NativeNotation.texts(steps.map(\.content.readable))
    for (step, text) in zip(steps, texts) {
      var sources: [Int] = []
      for parent in step.rule.parents {
        for origin in origins[parent] ?? [] where !sources.contains(origin) {
          sources.append(origin)
        }
      }
      let statement = step.content == .clause([]) ? "contradiction" : text
      if isHidden(step, statement, sources) {
        origins[step.id] = sources
        continue
      }
      lines.append(
        Line(statement: statement, reason: reason(step.rule, sources.map { numbers[$0] ?? 0 })))
      origins[step.id] = [step.id]
      numbers[step.id] = lines.count
      statements[step.id] = statement
    }
    return lines
  }

  private func isHidden(_ step: Step, _ statement: String, _ sources: [Int]) -> Bool {
    switch step.rule {
    case .negationNormalForm, .miniscoping, .renaming, .skolemization(_, []): true
    case .clause: sources.count == 1 && statements[sources[0]] == statement
    default: false
    }
  }

  private func reason(_ rule: Rule, _ sources: [Int]) -> String {
    let from = "from " + Self.listed(sources.map(String.init))
    switch rule {
    case .premise(let name): return name.hasPrefix("premise") ? name : "premise \(name)"
    case .conclusion: return "the conclusion"
    case .negatedConclusion: return "negation of the conclusion"
    case .definition(let symbol): return "definition of \(symbol)"
    case .skolemization(_, let symbols):
      return "\(from), naming what exists by \(Self.listed(symbols.map(\.name)))"
    case .clause: return "\(from), one clause of it"
    case .distinctness: return "distinct objects differ"
    case .instantiation: return "\(from) as an instance"
    case .resolution: return "\(from) by resolution"
    case .paramodulation: return "\(from), equals put for equals"
    case .equalityResolution: return "\(from), both sides being equal"
    case .equalityFactoring: return "\(from) by equality factoring"
    case .splitting: return "\(from) by splitting"
    case .renaming, .negationNormalForm, .miniscoping: return from
    }
  }

  private static func listed(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "nothing" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Refutation {
  /// The steps that the last one follows from, and itself.
  var neededSteps: [Step] {
    var needed = Set(steps.last.map { [$0.id] } ?? [])
    var kept: [Step] = []
    for step in steps.reversed() where needed.contains(step.id) {
      kept.append(step)
      needed.formUnion(step.rule.parents)
    }
    return kept.reversed()
  }
}
