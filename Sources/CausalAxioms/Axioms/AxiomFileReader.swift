// Reads a file of axioms: any notation that `logic check` reads, its premises as Horn rules.
//
//   F ::= ∀x F | F ∧ ... ∧ F | B → F | B ↔ B | ¬A ∨ ... ∨ A | A          A an atom p(x, y) or p(x)
//   B ::= A | B ∧ ... ∧ B | ∃x B
//
// (∃y B) → F is ∀y (B → F) where y is not in F, and B → (C → F) is B ∧ C → F; a ∧ of rules is several.
// The file may end with a conclusion `⊢ ∀x ∀y p(x, y)`: it names the relation that rows ask about.
// A last line that the notation calls a conclusion (NLTK, FOLIO) and that is a rule is one.

import Diagnostics
import FirstOrderLogic

/// Reads axioms.
public enum AxiomFileReader {
  /// The program of a file, nil where a diagnostic is an error.
  ///
  /// - Parameters:
  ///   - source: the file.
  ///   - name: the family's name.
  public static func read(
    _ source: SourceText, name: String
  ) -> (program: HornProgram?, diagnostics: [Diagnostic]) {
    let read = ProblemReader.read(source)
    // A file of axioms needs no conclusion.
    var diagnostics = read.diagnostics.filter { $0.code != .noConclusion }
    guard diagnostics.allSatisfy({ $0.severity < .error }) else { return (nil, diagnostics) }
    var collector = RuleCollector(source)
    for statement in read.problem.premises { collector.add(statement) }
    var premises = read.problem.premises
    var asked: Int?
    if let conclusion = read.problem.conclusion {
      if let named = Self.relation(conclusion.formula) {
        asked = collector.predicate(asked: named, conclusion)
      } else if [.nltk, .folio].contains(InputFormat.detected(in: source)) {
        collector.add(conclusion)
        premises.append(conclusion)
      } else {
        collector.report(
          .notHorn, conclusion.span,
          "a conclusion names the relation asked about, and this is more",
          hint: "write `⊢ ∀x ∀y R(x, y)`, or no conclusion to ask about all that rules derive")
      }
    }
    if collector.rules.isEmpty, collector.diagnostics.isEmpty {
      collector.report(
        .notHorn, Span(0, source.bytes.count), "the file has no rule",
        hint: "write one such as `∀x ∀y ∀z (R(x, y) ∧ R(y, z) → R(x, z))`")
    }
    collector.checkPhrases()
    diagnostics += collector.diagnostics
    guard collector.diagnostics.isEmpty else { return (nil, diagnostics) }
    let program = HornProgram(
      name: name, predicates: collector.predicates, rules: collector.rules, asked: asked,
      statements: premises)
    if let fault = Self.shapeFault(program, source) { return (nil, diagnostics + [fault]) }
    return (program, diagnostics)
  }

  // p of ∀x ∀y p(x, y).
  private static func relation(_ formula: Formula) -> (name: String, arity: Int)? {
    switch formula {
    case .quantified(_, _, let body): relation(body)
    case .atom(.predicate(let name, let arguments)): (name, arguments.count)
    default: nil
    }
  }

  private static func shapeFault(_ program: HornProgram, _ source: SourceText) -> Diagnostic? {
    guard !program.base.contains(where: { program.predicates[$0].arity == 2 }) else { return nil }
    return Diagnostic(
      .notHorn, in: source, at: Span(0, source.bytes.count),
      "no facts about two things feed the rules",
      hint: "one relation of two things must occur that isn't derived from properties only")
  }
}

/// Turns formulas into rules and collects faults.
struct RuleCollector {
  let source: SourceText
  private(set) var predicates: [HornProgram.Predicate] = []
  private(set) var rules: [HornProgram.Rule] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var spans: [Span] = []

  init(_ source: SourceText) { self.source = source }

  mutating func report(_ code: DiagnosticCode, _ span: Span, _ message: String, hint: String?) {
    diagnostics.append(Diagnostic(code, .error, in: source, at: span, message, hint: hint))
  }

  /// Adds the rules of a formula.
  mutating func add(_ statement: FirstOrderLogic.Statement) {
    do throws(HornFault) {
      try add(statement.formula.withDistinctVariables(), body: [], statement.span)
    } catch {
      report(error.code, statement.span, error.message, hint: error.hint)
    }
  }

  /// The number of the predicate that a conclusion names.
  mutating func predicate(
    asked: (name: String, arity: Int), _ conclusion: FirstOrderLogic.Statement
  ) -> Int? {
    let found = predicates.firstIndex { $0.name == asked.name && $0.arity == asked.arity }
    guard let found, rules.contains(where: { $0.head.predicate == found }) else {
      if diagnostics.isEmpty {
        report(
          .notHorn, conclusion.span, "no rule derives `\(asked.name)`, which is asked about",
          hint: "ask about a relation on the right of an arrow")
      }
      return nil
    }
    return found
  }

  private mutating func add(
    _ formula: Formula, body: [FirstOrderLogic.Atom], _ span: Span
  ) throws(HornFault) {
    switch formula {
    case .quantified(.forAll, _, let inner): try add(inner, body: body, span)
    case .and(let parts): for part in parts { try add(part, body: body, span) }
    case .implies(let left, let right):
      try add(right, body: body + Self.conjuncts(left), span)
    case .iff(let left, let right):
      try add(.implies(left, right), body: body, span)
      try add(.implies(right, left), body: body, span)
    case .or(let parts):
      var negative: [FirstOrderLogic.Atom] = []
      var positive: [Formula] = []
      for part in parts {
        if case .not(.atom(let atom)) = part {
          negative.append(atom)
        } else {
          positive.append(part)
        }
      }
      guard positive.count == 1 else {
        throw .notHorn("a disjunction with \(positive.count) parts that aren't denied")
      }
      try add(positive[0], body: body + negative, span)
    case .atom(let head): try addRule(head, body, span)
    case .quantified(.exists, _, _):
      throw .notHorn("an axiom can't say that something exists")
    case .not: throw .notHorn("a denial derives no fact")
    case .xor, .constant: throw .notHorn("only ∧ and → may join atoms")
    }
  }

  private static func conjuncts(
    _ formula: Formula
  ) throws(HornFault) -> [FirstOrderLogic.Atom] {
    switch formula {
    case .atom(let atom): return [atom]
    case .quantified(.exists, _, let inner): return try conjuncts(inner)
    case .and(let parts):
      var atoms: [FirstOrderLogic.Atom] = []
      for part in parts { atoms += try conjuncts(part) }
      return atoms
    case .or:
      throw .notHorn("a condition joined by ∨", hint: "write a rule for each of its parts")
    default: throw .notHorn("a condition may only join atoms by ∧")
    }
  }

  private mutating func addRule(
    _ head: FirstOrderLogic.Atom, _ body: [FirstOrderLogic.Atom], _ span: Span
  ) throws(HornFault) {
    guard !body.isEmpty else {
      throw .notHorn(
        "a fact: a rule has conditions", hint: "leave it out; facts are drawn for each row")
    }
    guard body.count <= HornProgram.maximumBody else {
      throw .limit("conditions of a rule", body.count, HornProgram.maximumBody)
    }
    var variables: [String] = []
    var atoms: [HornProgram.Atom] = []
    for atom in body { atoms.append(try number(atom, &variables, span)) }
    guard variables.count <= HornProgram.maximumVariables else {
      throw .limit("variables of a rule", variables.count, HornProgram.maximumVariables)
    }
    let bound = variables.count
    let numberedHead = try number(head, &variables, span)
    guard variables.count == bound else {
      throw .notHorn(
        "no condition speaks of `\(variables[bound])`, of which the rule concludes something",
        hint: "each variable of the conclusion must occur in the conditions")
    }
    guard rules.count < HornProgram.maximumRules else {
      throw .limit("rules", rules.count + 1, HornProgram.maximumRules)
    }
    rules.append(HornProgram.Rule(head: numberedHead, body: atoms, variableCount: bound))
  }

  private mutating func number(
    _ atom: FirstOrderLogic.Atom, _ variables: inout [String], _ span: Span
  ) throws(HornFault) -> HornProgram.Atom {
    guard case .predicate(let name, let arguments) = atom else {
      throw .notHorn("an equation: only relations are axioms here")
    }
    guard (1...2).contains(arguments.count) else {
      throw .notHorn("`\(name)` has \(arguments.count) arguments; relations have one or two")
    }
    var numbers: [Int] = []
    for argument in arguments {
      guard case .variable(let variable) = argument else {
        let text = if case .application(let function, _) = argument { function } else { "a number" }
        throw .notHorn(
          "`\(text)` is no variable", hint: "axioms speak of variables only; bind them by ∀")
      }
      if !variables.contains(variable) { variables.append(variable) }
      numbers.append(variables.firstIndex(of: variable)!)
    }
    return HornProgram.Atom(
      predicate: try predicate(name, arity: arguments.count, span), first: numbers[0],
      second: numbers[numbers.count - 1])
  }

  private mutating func predicate(
    _ name: String, arity: Int, _ span: Span
  ) throws(HornFault) -> Int {
    if let known = predicates.firstIndex(where: { $0.name == name && $0.arity == arity }) {
      return known
    }
    guard predicates.count < HornProgram.maximumPredicates else {
      throw .limit("relations", predicates.count + 1, HornProgram.maximumPredicates)
    }
    guard let phrase = RelationPhrase(name: name, arity: arity) else {
      throw .notHorn("`\(name)` has no letters to be said by", hint: "choose another name")
    }
    predicates.append(HornProgram.Predicate(name: name, arity: arity, phrase: phrase))
    spans.append(span)
    return predicates.count - 1
  }

  /// Reports relations that would be said alike.
  mutating func checkPhrases() {
    for (place, one) in predicates.enumerated() {
      for other in predicates[..<place] where Self.soundAlike(one, other) {
        report(
          .samePhrase, spans[place],
          "`\(other.name)` and `\(one.name)` are said alike: \(one.phrase.sentence("X", one.arity == 2 ? "Y" : nil))",
          hint: "rename one of them")
      }
    }
  }

  // A property's last word may be read as a name.
  private static func soundAlike(
    _ one: HornProgram.Predicate, _ other: HornProgram.Predicate
  ) -> Bool {
    func forms(_ predicate: HornProgram.Predicate, _ arity: Int) -> [[String]] {
      let phrase = predicate.phrase
      let forms = [phrase.words, [phrase.auxiliary] + phrase.questionWords]
      return predicate.arity == arity ? forms : forms.map { $0.dropLast() }
    }
    let arity = max(one.arity, other.arity)
    return zip(forms(one, arity), forms(other, arity)).contains { $0 == $1 }
  }
}

/// Why a formula is no rule.
struct HornFault: Error {
  var code: DiagnosticCode
  var message: String
  var hint: String?

  static func notHorn(_ message: String, hint: String? = nil) -> HornFault {
    HornFault(
      code: .notHorn, message: message,
      hint: hint ?? "write rules such as `∀x ∀y ∀z (R(x, y) ∧ R(y, z) → R(x, z))`")
  }

  static func limit(_ what: String, _ count: Int, _ limit: Int) -> HornFault {
    HornFault(
      code: .axiomLimit, message: "\(count) \(what); at most \(limit) are taken",
      hint: "split the rule, or the file")
  }
}
