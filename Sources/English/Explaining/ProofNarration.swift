// A refutation in English.
//
//   Since Bob is kind (premise 4) and everything that is kind is red (premise 1), Bob is red.
//   Since Bob is red and everything that is red is big (premise 2), Bob is big.
//   This is the conclusion.
//
// Facts that a premise states are named where they are used; each line states one thing that follows.
// A direct proof ends with the conclusion or its negation; another begins with "Suppose" and ends
// with what is impossible. Individuals that a premise says to exist are called thing A, thing B, ...

import Certificates
import FirstOrderLogic

/// Tells a refutation in English.
struct ProofNarration {
  let problem: Problem
  let refutation: Refutation
  let wording: ProblemWording

  private var verbalizer: FormulaVerbalizer
  private var reasoning: GroundReasoning?
  private var things: [Term: String] = [:]
  /// The terms of `things`, in the order of their names.
  private var named: [Term] = []
  private var instances: GroundInstances?
  private var lines: [String] = []

  /// Longest text of a premise that is told beside its name.
  private static let maximumQuote = 160

  /// The lines of the proof, each a sentence or two.
  static func lines(
    _ certificate: Certificate, wording: ProblemWording
  ) -> [String] {
    guard let refutation = certificate.refutation else { return [] }
    var narration = ProofNarration(certificate.problem, refutation, wording)
    return narration.tell()
      ?? StepNarration.lines(refutation, problem: certificate.problem, wording: wording)
  }

  private init(_ problem: Problem, _ refutation: Refutation, _ wording: ProblemWording) {
    self.problem = problem
    self.refutation = refutation
    self.wording = wording
    instances = GroundInstances(refutation)
    verbalizer = FormulaVerbalizer(lexicon: Lexicon([]))
    guard let instances else { return }
    let hasOwnNames = instances.skolemSymbols.values.contains(.conclusion)
    reasoning = GroundReasoning(instances.clauses, allowsDirect: !hasOwnNames)
    nameThings(instances)
    let formulas = problem.statements.map(\.formula) + definitionBodies(instances)
    let literals = (reasoning?.literals ?? []).map { Formula.atom(named($0.atom)) }
    verbalizer = FormulaVerbalizer(
      lexicon: Lexicon(
        formulas + literals, wording: wording,
        names: Dictionary(uniqueKeysWithValues: things.values.map { ($0, $0) })))
  }

  private func definitionBodies(_ instances: GroundInstances) -> [Formula] {
    instances.definitions.sorted { $0.key < $1.key }.map(\.value)
  }

  // MARK: Things without a name

  /// Names what the proof speaks of, in the order in which it was introduced.
  private mutating func nameThings(_ instances: GroundInstances) {
    var terms: [String: [Term]] = [:]
    for literal in reasoning?.literals ?? [] {
      for argument in literal.atom.arguments {
        argument.forEachSubterm { term in
          guard case .application(let name, _) = term, instances.skolemSymbols[name] != nil,
            !terms[name, default: []].contains(term)
          else { return }
          terms[name, default: []].append(term)
        }
      }
    }
    // What is supposed comes first in the text.
    let supposed = instances.skolemOrder.filter { instances.skolemSymbols[$0] == .conclusion }
    let given = instances.skolemOrder.filter { instances.skolemSymbols[$0] != .conclusion }
    for symbol in supposed + given {
      for term in terms[symbol] ?? [] where things[term] == nil {
        things[term] = Self.thing(things.count)
        named.append(term)
      }
    }
  }

  /// thing A, ..., thing Z, thing A1, ...
  static func thing(_ index: Int) -> String {
    let letter = Character(UnicodeScalar(UInt8(ascii: "A") + UInt8(index % 26)))
    return "thing \(letter)" + (index < 26 ? "" : String(index / 26))
  }

  private func named(_ atom: Atom) -> Atom {
    switch atom {
    case .predicate(let name, let arguments): .predicate(name, arguments.map(named))
    case .equality(let left, let right): .equality(named(left), named(right))
    }
  }

  private func named(_ term: Term) -> Term {
    if let thing = things[term] { return .constant(thing) }
    guard case .application(let name, let arguments) = term else { return term }
    return .application(name, arguments.map(named))
  }

  // MARK: Texts

  /// A literal as a clause; a definition's atom as what it stands for.
  private func text(_ literal: Literal) -> String {
    var formula = Formula.atom(named(literal.atom))
    if case .predicate(let name, let arguments) = literal.atom,
      let definition = instances?.definitions[name],
      let body = definition.body(of: name, for: arguments.map(named))
    {
      formula = body
    }
    return verbalizer.clause(literal.isPositive ? formula : .not(formula))
  }

  static func reference(_ name: String) -> String {
    let digits = name.dropFirst("premise".count)
    let isNumbered = name.hasPrefix("premise") && !digits.isEmpty && digits.allSatisfy(\.isNumber)
    return isNumbered ? "premise \(digits)" : "premise \"\(name)\""
  }

  private func premise(_ name: String) -> Formula? {
    problem.premises.first { $0.name == name }?.formula
  }

  /// What a clause comes from: a text to be given as a reason, or words to go before the sentence
  /// where that is long or was only supposed.
  private func source(_ origin: GroundClause.Origin) -> (rule: String?, opening: String) {
    switch origin {
    case .premise(let name):
      let reference = Self.reference(name)
      guard let formula = premise(name) else { return (nil, "by \(reference), ") }
      let text = verbalizer.clause(formula)
      return text.count > Self.maximumQuote
        ? (nil, "by \(reference), ") : ("\(text) (\(reference))", "")
    case .conclusion: return (nil, "by what was supposed, ")
    case .definition, .equality, .distinctness: return (nil, "")
    }
  }

  /// "Since these reasons and that rule, this."
  private func inference(
    _ reasons: [Literal], _ facts: [Literal: Int], _ origin: GroundClause.Origin, _ result: String
  ) -> String {
    let (rule, opening) = source(origin)
    let parts = reasons.map { stated($0, facts) } + (rule.map { [$0] } ?? [])
    let since = parts.isEmpty ? "" : "since " + FormulaVerbalizer.joined(parts, "and") + ", "
    return FormulaVerbalizer.sentence(from: opening + since + result)
  }

  // MARK: Telling

  private mutating func tell() -> [String]? {
    guard let reasoning else { return nil }
    if !reasoning.isDirect { suppose() }
    introduceThings()
    tell(reasoning.proof, indent: "", facts: [:])
    close()
    return lines
  }

  private mutating func suppose() {
    guard let conclusion = problem.conclusion?.formula else { return }
    switch refutation.stance {
    case .denied:
      lines.append("Suppose the conclusion were false: \(verbalizer.clause(conclusion.denial)).")
    case .asserted:
      lines.append("Suppose the conclusion were true: \(verbalizer.clause(conclusion)).")
    case .absent: break
    }
  }

  /// "Some cat is kind (premise 2); call it thing A."
  private mutating func introduceThings() {
    var rest = named[...]
    while let first = rest.first {
      let group = Array(rest.prefix { introduction($0) == introduction(first) })
      rest.removeFirst(group.count)
      guard let introduction = introduction(first) else { continue }
      let (origin, arguments) = (introduction.origin, introduction.arguments)
      let names = FormulaVerbalizer.joined(group.compactMap { things[$0] }, "and")
      var call = group.count > 1 ? "call them \(names)" : "call it \(names)"
      if !arguments.isEmpty {
        let given = FormulaVerbalizer.joined(arguments.map(individual), "and")
        call = "call what exists for \(given) \(names)"
      }
      switch (origin, source(origin).rule) {
      case (.premise, let rule?):
        lines.append(FormulaVerbalizer.sentence(from: "\(rule); \(call)"))
      case (.premise(let name), nil):
        lines.append("Call what exists by \(Self.reference(name)) \(names).")
      default: lines.append(FormulaVerbalizer.sentence(from: call))
      }
    }
  }

  /// Where a term's symbol was introduced, and what it was introduced for.
  private func introduction(_ term: Term) -> Introduction? {
    guard case .application(let name, let arguments) = term,
      let origin = instances?.skolemSymbols[name]
    else { return nil }
    return Introduction(origin: origin, arguments: arguments)
  }

  private struct Introduction: Equatable {
    var origin: GroundClause.Origin
    var arguments: [Term]
  }

  private func individual(_ term: Term) -> String {
    verbalizer.term(named(term), FormulaVerbalizer.Scope(free: .constant(true)))
  }

  private mutating func tell(
    _ proof: GroundReasoning.Proof, indent: String, facts: [Literal: Int]
  ) {
    guard let reasoning else { return }
    var facts = facts
    for step in proof.steps {
      let clause = reasoning.clauses[step.clause]
      if clause.literals.count == 1 {
        facts[step.literal] = step.clause
      } else {
        let reasons = clause.literals.filter { $0 != step.literal }.map(\.negated)
        lines.append(indent + inference(reasons, facts, clause.origin, text(step.literal)))
      }
    }
    switch proof.end {
    case .falsified(let index): end(index, facts, indent)
    case .cases(let index, let cases):
      lines.append(indent + opened(reasoning.clauses[index], cases.map(\.literal), facts))
      for (number, part) in cases.enumerated() {
        lines.append("\(indent)Case \(number + 1): \(text(part.literal)).")
        tell(part.proof, indent: indent + "  ", facts: facts)
      }
    }
  }

  /// The sentence that says which cases there are.
  private func opened(
    _ clause: GroundClause, _ open: [Literal], _ facts: [Literal: Int]
  ) -> String {
    let reasons = clause.literals.filter { !open.contains($0) }.map(\.negated)
    let cases = FormulaVerbalizer.joined(open.map(text), "or")
    // A premise that is the list of the cases needn't be said twice.
    if reasons.isEmpty, case .premise(let name) = clause.origin,
      let group = premise(name).flatMap({ VerbPhraseGroup($0) }), group.joint == .any
    {
      return FormulaVerbalizer.sentence(from: "\(cases) (\(Self.reference(name)))")
    }
    return inference(reasons, facts, clause.origin, cases)
  }

  /// A literal with the premise that states it.
  private func stated(_ literal: Literal, _ facts: [Literal: Int]) -> String {
    guard let clause = facts[literal], let reasoning else { return text(literal) }
    switch reasoning.clauses[clause].origin {
    case .premise(let name): return "\(text(literal)) (\(Self.reference(name)))"
    case .conclusion: return "\(text(literal)) (as supposed)"
    case .definition, .equality, .distinctness: return text(literal)
    }
  }

  private mutating func end(_ index: Int, _ facts: [Literal: Int], _ indent: String) {
    guard let reasoning else { return }
    let clause = reasoning.clauses[index]
    let reasons = clause.literals.map(\.negated)
    if clause.origin == .conclusion, reasoning.isDirect {
      // What was told last needn't be told again.
      if reasons.count > 1 || facts[reasons[0]] != nil {
        let stated = reasons.map { self.stated($0, facts) }
        lines.append("\(indent)So \(FormulaVerbalizer.joined(stated, "and")).")
      }
      return
    }
    let stated = FormulaVerbalizer.joined(reasons.map { self.stated($0, facts) }, "and")
    switch clause.origin {
    case .premise(let name):
      let rule =
        clause.literals.count == 1
        ? "\(text(clause.literals[0])) (\(Self.reference(name)))"
        : source(clause.origin).rule ?? "\(Self.reference(name)) excludes it"
      lines.append("\(indent)But \(rule), while \(stated): a contradiction.")
    case .conclusion: lines.append("\(indent)But \(stated): that contradicts what was supposed.")
    case .equality, .definition, .distinctness:
      lines.append("\(indent)But \(stated): that cannot be.")
    }
  }

  private mutating func close() {
    guard let reasoning, let conclusion = problem.conclusion?.formula,
      refutation.stance != .absent
    else {
      lines.append("So the premises contradict each other.")
      return
    }
    let isTrue = refutation.stance == .denied
    let sentence = verbalizer.clause(isTrue ? conclusion : conclusion.denial)
    if reasoning.isDirect, Literal(isTrue ? conclusion : conclusion.denial) != nil {
      lines.append(isTrue ? "This is the conclusion." : "So the conclusion is false.")
      return
    }
    lines.append(
      isTrue
        ? "So the conclusion holds: \(sentence)."
        : "So \(sentence), and the conclusion is false.")
  }
}

extension Formula {
  /// What holds when the formula doesn't, said shortly: of ∀x (A → B) it is ∃x (A ∧ ¬B).
  fileprivate var denial: Formula {
    switch self {
    case .not(let body): return body
    case .quantified(.forAll, let name, .implies(let left, let right)):
      var parts = [left, right.denial]
      if case .and(let inner) = left { parts = inner + [right.denial] }
      return .quantified(.exists, name, .and(parts))
    case .quantified(.forAll, let name, let body): return .quantified(.exists, name, body.denial)
    default: return .not(self)
    }
  }

  /// B with the arguments put in, of a definition ∀x̄ (d(x̄) ↔ B) or of one direction of it.
  fileprivate func body(of symbol: String, for arguments: [Term]) -> Formula? {
    switch self {
    case .quantified(_, _, let body): return body.body(of: symbol, for: arguments)
    case .iff(let left, let right), .implies(let left, let right):
      for (head, body) in [(left, right), (right, left)] {
        guard case .atom(.predicate(symbol, let parameters)) = head,
          parameters.count == arguments.count
        else { continue }
        var substitution: Substitution = [:]
        for (parameter, argument) in zip(parameters, arguments) {
          guard case .variable(let name) = parameter else { return nil }
          substitution[name] = argument
        }
        return body.replacingFree(substitution)
      }
      return nil
    default: return nil
    }
  }

  /// The formula with ground terms for free variables; nothing can be captured.
  private func replacingFree(_ substitution: Substitution) -> Formula {
    switch self {
    case .constant: self
    case .atom(let atom): .atom(atom.substituting(substitution))
    case .not(let body): .not(body.replacingFree(substitution))
    case .and(let parts): .and(parts.map { $0.replacingFree(substitution) })
    case .or(let parts): .or(parts.map { $0.replacingFree(substitution) })
    case .xor(let left, let right):
      .xor(left.replacingFree(substitution), right.replacingFree(substitution))
    case .implies(let left, let right):
      .implies(left.replacingFree(substitution), right.replacingFree(substitution))
    case .iff(let left, let right):
      .iff(left.replacingFree(substitution), right.replacingFree(substitution))
    case .quantified(let quantifier, let name, let body):
      .quantified(
        quantifier, name, body.replacingFree(substitution.filter { $0.key != name }))
    }
  }
}
