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
  /// The assertions under which they hold, ascending. Their negations stand behind the literals.
  var assertions: [Assertion] = []

  /// Where a literal stands, and whether the sides of its equation are swapped there.
  func find(_ literal: ClauseLiteral) -> (index: Int, isSwapped: Bool) {
    guard let index = literals.firstIndex(where: { $0.isSame(as: literal) }) else {
      fatalError("a literal of a proof is not in its line")
    }
    return (index, literals[index].left != literal.left)
  }

  /// Where the negation of an assertion stands.
  func find(_ assertion: Assertion) -> Int? {
    assertions.firstIndex(of: assertion).map { literals.count + $0 }
  }
}

/// The steps written so far.
struct ProofLines {
  private(set) var steps: [Step] = []
  private var nextStep: Int
  private let componentPrefix: String
  private var assertionsOfStep: [Int: [Assertion]] = [:]
  /// The last line of each clause of the search.
  var lines: [ClauseID: ProofLine] = [:]
  /// Of each component's variable in use: the step of the definition that takes a clause in.
  var definitions: [Int: Int] = [:]
  /// The lines of the components' clauses, written or needed so far.
  var componentLines: [Assertion: ProofLine] = [:]

  /// - Parameter componentPrefix: names of components are this with a number.
  init(firstStep: Int, componentPrefix: String) {
    nextStep = firstStep
    self.componentPrefix = componentPrefix
  }

  /// The atom that says that a component holds.
  func atom(_ variable: Int) -> Atom { .predicate(symbol(variable), []) }

  /// The name of a component.
  func symbol(_ variable: Int) -> String { "\(componentPrefix)\(variable + 1)" }

  /// Adds a step.
  mutating func append(_ content: Step.Content, _ rule: Rule) -> Int {
    steps.append(Step(id: nextStep, content: content, rule: rule))
    nextStep += 1
    return nextStep - 1
  }

  /// Adds a step that states these literals, repeated ones left out.
  ///
  /// - Parameter assertions: under which assertions; if nil, under all of the parents'.
  mutating func append(
    _ literals: [ClauseLiteral], _ rule: Rule, _ bank: borrowing TermBank, _ signature: Signature,
    under assertions: [Assertion]? = nil
  ) -> ProofLine {
    let assertions =
      assertions
      ?? Set(rule.parents.flatMap { assertionsOfStep[$0] ?? [] }).sorted()
    var unique: [ClauseLiteral] = []
    for literal in literals where !unique.contains(where: { $0.isSame(as: literal) }) {
      unique.append(literal)
    }
    let denied = assertions.map { Literal(!$0.isPositive, atom($0.variable)) }
    let clause = unique.map { bank.exported($0, signature) } + denied
    let step = append(.clause(clause), rule)
    if !assertions.isEmpty { assertionsOfStep[step] = assertions }
    return ProofLine(step: step, literals: unique, assertions: assertions)
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
