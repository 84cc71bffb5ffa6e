// The steps of a proof as they are written down, and what each of the search's clauses has become.
//
// A line holds no literal twice, as the kernel demands, and keeps the sides of an equation as they
// were when it was written; the stored clause may have them swapped. So literals are always looked up.

import Certificates
import FirstOrderLogic

/// A clause as it stands in the certificate.
struct ProofLine {
  /// Id of its step.
  var step: Int
  /// Its literals, none twice.
  var literals: [ClauseLiteral]

  /// Where a literal stands, and whether the sides of its equation are swapped there.
  func find(_ literal: ClauseLiteral) -> (index: Int, isSwapped: Bool) {
    guard let index = literals.firstIndex(where: { $0.isSame(as: literal) }) else {
      fatalError("a literal of a proof is not in its line")
    }
    return (index, literals[index].left != literal.left)
  }
}

/// The steps written so far.
struct ProofLines {
  private(set) var steps: [Step] = []
  private var nextStep: Int
  /// The last line of each clause of the search.
  var lines: [ClauseID: ProofLine] = [:]

  init(firstStep: Int) { nextStep = firstStep }

  /// Adds a step that states these literals, repeated ones left out.
  mutating func append(
    _ literals: [ClauseLiteral], _ rule: Rule, _ bank: borrowing TermBank, _ signature: Signature
  ) -> ProofLine {
    var unique: [ClauseLiteral] = []
    for literal in literals where !unique.contains(where: { $0.isSame(as: literal) }) {
      unique.append(literal)
    }
    let clause = unique.map { bank.exported($0, signature) }
    steps.append(Step(id: nextStep, content: .clause(clause), rule: rule))
    nextStep += 1
    return ProofLine(step: nextStep - 1, literals: unique)
  }
}

extension TermBank {
  /// A term with its names; variables are `X0`, `X1`, ...
  func exported(_ term: TermID, _ signature: Signature) -> Term {
    if term.isVariable { return .variable(Self.name(ofVariable: term.variableIndex)) }
    let node = self.node(term)
    let symbol = signature.symbols[Int(node.symbol)]
    if symbol.kind == .distinct { return .distinct(symbol.name) }
    return .application(
      symbol.name, (0..<Int(node.arity)).map { exported(argument(node, $0), signature) })
  }

  /// A literal with its names.
  func exported(_ literal: ClauseLiteral, _ signature: Signature) -> Literal {
    if literal.isEquation {
      return Literal(
        literal.isPositive,
        .equality(exported(literal.left, signature), exported(literal.right, signature)))
    }
    let node = self.node(literal.left)
    let arguments = (0..<Int(node.arity)).map { exported(argument(node, $0), signature) }
    return Literal(
      literal.isPositive, .predicate(signature.symbols[Int(node.symbol)].name, arguments))
  }

  /// The name of a variable in certificates.
  static func name(ofVariable index: Int) -> String { "X\(index)" }

  /// The variables that occur in literals, ascending.
  func variables(of literals: [ClauseLiteral]) -> [Int] {
    var found: Set<Int> = []
    for literal in literals {
      collectVariables(literal.left, &found)
      if literal.isEquation { collectVariables(literal.right, &found) }
    }
    return found.sorted()
  }

  private func collectVariables(_ term: TermID, _ found: inout Set<Int>) {
    if term.isVariable {
      found.insert(term.variableIndex)
      return
    }
    let node = self.node(term)
    if node.variableBound == 0 { return }
    for index in 0..<Int(node.arity) { collectVariables(argument(node, index), &found) }
  }

  /// The paths of all occurrences of a part in a term, from left to right.
  func paths(to part: TermID, in term: TermID) -> [[Int]] {
    if term == part { return [[]] }
    if term.isVariable { return [] }
    let node = self.node(term)
    return (0..<Int(node.arity)).flatMap { index in
      paths(to: part, in: argument(node, index)).map { [index] + $0 }
    }
  }

  /// The paths of all occurrences of a part in a literal's atom: the first index picks the argument
  /// of the atom, of an equation 0 the left side and 1 the right.
  func paths(to part: TermID, in literal: ClauseLiteral) -> [[Int]] {
    guard literal.isEquation else { return paths(to: part, in: literal.left) }
    return paths(to: part, in: literal.left).map { [0] + $0 }
      + paths(to: part, in: literal.right).map { [1] + $0 }
  }

  /// A literal with the term at a path replaced.
  mutating func replacing(
    at path: [Int], by new: TermID, in literal: ClauseLiteral
  ) -> ClauseLiteral {
    var result = literal
    if !literal.isEquation {
      result.left = replacing(at: path[...], by: new, in: literal.left)
    } else if path[0] == 0 {
      result.left = replacing(at: path.dropFirst(), by: new, in: literal.left)
    } else {
      result.right = replacing(at: path.dropFirst(), by: new, in: literal.right)
    }
    return result
  }
}
