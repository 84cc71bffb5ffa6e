// Sentences as rules that are applied forwards only.
//
//   theory    facts L, rules ∀x (L1 ∧ ... ∧ Ln → M1 ∧ ... ∧ Mm), literals L; the question a literal Q
//   encoding  ¬P(t) becomes an atom of a predicate of its own, NotP(t); so the theory is Horn, and
//             what follows is what forward chaining derives
//             Q* → Answer,  (¬Q)* → ¬Answer,  asked: Answer                       (* is the encoding)
//
// ProofWriter (Tafjord, Dalvi and Clark 2021) labels its questions so: what only a contrapositive or a
// case distinction gives is `Unknown` there. The encoding needs no engine of its own, and its answers
// have certificates like any other.

import FirstOrderLogic

/// How sentences are understood.
public enum EnglishSemantics: Sendable {
  /// As classical logic.
  case classical
  /// As facts and rules that are applied forwards.
  case forwardRules
  /// As a row asks: where it offers the answer `Unknown`, as ProofWriter's rows do, and all its
  /// sentences are facts and rules, forwards; else as classical logic. What chaining derives follows
  /// classically too, so that a True or False is right either way.
  case asAsked
}

extension Problem {
  /// The problem with its sentences as rules; nil where one of them is none.
  public var asForwardRules: Problem? {
    let encoding = RuleEncoding(self)
    guard let conclusion, let asked = encoding.literal(conclusion.formula) else { return nil }
    var problem = Problem(premises: [], conclusion: nil)
    for premise in premises {
      guard let rule = encoding.rule(premise.formula) else { return nil }
      problem.premises.append(Statement(name: premise.name, formula: rule, span: premise.span))
    }
    let answer = Formula.atom(.predicate(encoding.answer, []))
    let denied = encoding.encoded(asked.negated)
    problem.premises += [
      Statement(name: "asked", formula: .implies(encoding.encoded(asked), answer)),
      Statement(name: "denied", formula: .implies(denied, .not(answer))),
    ]
    problem.conclusion = Statement(name: conclusion.name, formula: answer, span: conclusion.span)
    return problem
  }
}

/// Names for negated predicates and for the answer that the problem has not got.
private struct RuleEncoding {
  let answer: String
  private let taken: Set<String>

  init(_ problem: Problem) {
    var taken: Set<String> = []
    for statement in problem.statements {
      statement.formula.forEachAtom { atom in
        if case .predicate(let name, _) = atom { taken.insert(name) }
        for argument in atom.arguments {
          argument.forEachSubterm { if case .application(let name, _) = $0 { taken.insert(name) } }
        }
      }
    }
    self.taken = taken
    answer = Self.free("Answer", taken)
  }

  private static func free(_ name: String, _ taken: Set<String>) -> String {
    taken.contains(name) ? free(name + "_", taken) : name
  }

  func literal(_ formula: Formula) -> Literal? {
    switch formula {
    case .atom(let atom): Literal(true, atom)
    case .not(.atom(let atom)): Literal(false, atom)
    default: nil
    }
  }

  func encoded(_ literal: Literal) -> Formula {
    guard !literal.isPositive, case .predicate(let name, let terms) = literal.atom else {
      return .atom(literal.atom)
    }
    return .atom(.predicate(Self.free("Not" + name, taken), terms))
  }

  private func conjunction(_ formula: Formula) -> Formula? {
    if case .and(let parts) = formula {
      let parts = parts.compactMap { literal($0).map(encoded) }
      guard case .and(let all) = formula, parts.count == all.count else { return nil }
      return .and(parts)
    }
    return literal(formula).map(encoded)
  }

  func rule(_ formula: Formula) -> Formula? {
    switch formula {
    case .quantified(.forAll, let variable, let body):
      rule(body).map { .forAll(variable, $0) }
    case .implies(let left, let right):
      if let left = conjunction(left), let right = conjunction(right) {
        .implies(left, right)
      } else {
        nil
      }
    default: conjunction(formula)
    }
  }
}
