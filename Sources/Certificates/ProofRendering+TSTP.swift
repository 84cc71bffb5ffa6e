// Evidence in the formats of the TPTP world: derivations (Sutcliffe, Schulz, Claessen and Van Gelder
// 2006) that other systems read and check, and finite interpretations.
//
// Statuses: `cth` for the negated conjecture, `esa` (equisatisfiable) for Skolemization, `thm` for
// all else. Formulas have their free variables bound, which `fof` asks for. The syntax is that of
// TPTP 9: a file's name stands in quotes, and `introduced` has three arguments.

import FirstOrderLogic

extension ProofRendering {
  /// The refutation as a TSTP derivation, or else the models as interpretations.
  ///
  /// - Parameters:
  ///   - certificate: the evidence.
  ///   - problem: what the problem is called in the SZS lines.
  ///   - file: what it is called in `file(...)`.
  public static func tstp(_ certificate: Certificate, problem: String, file: String) -> String {
    if let refutation = certificate.refutation {
      var derivation = TSTPDerivation(refutation, certificate.problem, file: file)
      return block("CNFRefutation", problem, derivation.lines())
    }
    return certificate.models.map {
      let stance = $0.stance == .absent ? [] : ["% conclusion \($0.stance.rawValue)"]
      return block("FiniteModel", problem, stance + interpretation($0.model))
    }.joined()
  }

  private static func block(_ form: String, _ problem: String, _ lines: [String]) -> String {
    let name = problem.split { $0 == "\n" || $0 == "\r" }.joined(separator: " ")
    let head = "% SZS output start \(form) for \(name)"
    let tail = "% SZS output end \(form) for \(name)"
    return ([head] + lines + [tail]).joined(separator: "\n") + "\n"
  }

  // Elements are constants that differ, not distinct objects: the problem may have such of its own.
  private static func interpretation(_ model: FiniteModel) -> [String] {
    let names = model.functions.map(\.name) + model.predicates.map(\.name)
    var prefix = "e"
    while names.contains(where: { $0.hasPrefix(prefix) }) { prefix += "e" }
    let elements = (0..<max(0, model.size)).map { Term.constant("\(prefix)\($0)") }
    let domain = elements.map { Formula.equal(.variable("X"), $0) }
    var facts: [Formula] = [.forAll("X", conjunction(domain, isOr: true))]
    for (index, element) in elements.enumerated() {
      facts += elements[..<index].map { .not(.equal($0, element)) }
    }
    var lines = [annotated("domain", "interpretation_domain", conjunction(facts))]
    for table in model.functions {
      let facts = table.values.enumerated().map { index, value in
        Formula.equal(term(table, index, elements, model.size), elements[value])
      }
      lines.append(annotated("terms", "interpretation_terms", conjunction(facts)))
    }
    for table in model.predicates {
      let facts = table.values.enumerated().map { index, value in
        let arguments = arguments(index, table.arity, elements, model.size)
        let atom = Formula.atom(.predicate(table.name, arguments))
        return value ? atom : .not(atom)
      }
      lines.append(annotated("atoms", "interpretation_atoms", conjunction(facts)))
    }
    return lines
  }

  private static func arguments(
    _ index: Int, _ arity: Int, _ elements: [Term], _ size: Int
  ) -> [Term] {
    ModelTuple.arguments(ofEntry: index, arity: arity, size: size).map { elements[$0] }
  }

  private static func term(
    _ table: FiniteModel.Table<Int>, _ index: Int, _ elements: [Term], _ size: Int
  ) -> Term {
    .application(table.name, arguments(index, table.arity, elements, size))
  }

  private static func conjunction(_ parts: [Formula], isOr: Bool = false) -> Formula {
    guard parts.count != 1 else { return parts[0] }
    return isOr ? .or(parts) : .and(parts)
  }

  private static func annotated(_ name: String, _ role: String, _ formula: Formula) -> String {
    "fof(\(name), \(role), (\(TPTPNotation.text(formula))))."
  }
}
