// Says formulas in plain English, so that one sentence has one formula's meaning.
//
//   ∀x (Cat(x) → Kind(x))                 Every cat is kind.
//   ∀x (Kind(x) ∧ Big(x) → ¬Red(x))       If something is kind and big then it is not red.
//   ∃x (Cat(x) ∧ Likes(x, bob))           Some cat likes Bob.
//   (P(a) ∨ Q(b)) → R(c)                  If A is p or B is q then C is r.
//   ∀x ∃y Sees(x, y)                      For every x, x sees something.
//
// The forms are those of controlled languages (Fuchs, Kaljurand and Kuhn 2008: scope goes from left to
// right) and of the templates of RuleTaker and PrOntoQA. What has no such form is said with variables
// and with words that open and close like brackets, each operand having one reading:
//
//   both A and B | all of these hold: A, B and C | either A or B (or both) | either A or B but not both
//   | at least one of these holds: A, B or C | if A then B | it holds that A if and only if B
//   | it is not the case that A | for every x, A | there is an x such that A
//
// So distinct logic gives distinct text. Bare "and" and "or" stand only between simple sentences and
// where nothing that follows could be taken for a part of them; a pronoun only where one thing is
// spoken of; "every" never before "not", which people read in two ways.

import FirstOrderLogic

/// Says formulas in English.
public struct FormulaVerbalizer: Sendable {
  /// The phrases of the symbols.
  public var lexicon: Lexicon

  /// Makes a verbalizer whose lexicon has the symbols of all formulas that it is to say.
  public init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// The formula as one sentence, with its full stop.
  ///
  /// - Complexity: O(size).
  public func sentence(_ formula: Formula) -> String {
    Self.sentence(from: text(formula, in: .sentence, Scope(free: formula)))
  }

  /// The formula as a clause of a sentence, closed to its left and right by what stands around it.
  public func clause(_ formula: Formula) -> String {
    text(formula, in: .open, Scope(free: formula))
  }

  /// A text as a sentence: a capital first, a full stop last.
  static func sentence(from text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  // MARK: Context and scope

  /// Where a text stands.
  enum Context {
    /// It is the whole sentence.
    case sentence
    /// Nothing after it could be taken for a part of it.
    case open
    /// The same, between "if" and "then".
    case antecedent
    /// It is an operand: "and", "or" or a comma may follow.
    case operand

    /// Where what stands last in a text of this context stands.
    var last: Context { self == .sentence ? .open : self }
  }

  /// What the bound variables are called.
  struct Scope {
    private(set) var names: [String: String] = [:]
    private var count = 0

    init(free formula: Formula) {
      for name in formula.freeVariables.sorted() { _ = bind(name) }
    }

    /// Gives a variable the next letter: x, y, z, u, v, w, x1, ...
    mutating func bind(_ variable: String) -> String {
      let letters = ["x", "y", "z", "u", "v", "w"]
      let round = count / letters.count
      let name = letters[count % letters.count] + (round == 0 ? "" : String(round))
      count += 1
      names[variable] = name
      return name
    }

    /// Lets a variable be a pronoun.
    mutating func call(_ variable: String, _ pronoun: String) { names[variable] = pronoun }
  }

  // MARK: Formulas

  /// The text of a formula.
  func text(_ formula: Formula, in context: Context, _ scope: Scope) -> String {
    if context == .sentence, let text = conditional(formula, scope) { return text }
    if let text = simple(formula, scope) { return text }
    switch formula {
    case .and(let parts): return conjunction(Self.flattened(parts, isAnd: true), context, scope)
    case .or(let parts): return disjunction(Self.flattened(parts, isAnd: false), context, scope)
    case .xor(let left, let right):
      if context != .operand, let text = predicated(formula, context, scope) { return text }
      return "either \(text(left, in: .operand, scope)) or \(text(right, in: .operand, scope))"
        + " but not both"
    case .implies(let left, let right): return implication(left, right, context, scope)
    case .iff(let left, let right): return equivalence(left, right, context, scope)
    case .quantified(let quantifier, let variable, let body):
      return quantified(quantifier, variable, body, formula, context, scope)
    case .not(let body): return "it is not the case that " + text(body, in: .operand, scope)
    case .constant, .atom: fatalError("constants and atoms are simple")
    }
  }

  /// A formula that is said by a sentence without coordination, which may stand anywhere.
  func simple(_ formula: Formula, _ scope: Scope) -> String? {
    if let literal = Literal(formula) { return text(literal, scope) }
    switch formula {
    case .constant(let truth): return truth ? "a tautology holds" : "a contradiction holds"
    case .quantified(.forAll, let variable, let body):
      return simpleUniversal(variable, body, scope)
    case .quantified(.exists, let variable, let body):
      return simpleExistential(variable, body, scope)
    case .not(.quantified(.forAll, let variable, let body)):
      return deniedUniversal(variable, body, scope)
    case .not(.quantified(.exists, let variable, let body)):
      return deniedExistential(variable, body, scope)
    case .not(.or): return neither(formula, scope)
    default: return nil
    }
  }

  /// "Bob is neither kind nor big".
  private func neither(_ formula: Formula, _ scope: Scope) -> String? {
    guard case .not(let body) = formula, let group = VerbPhraseGroup(body), group.joint == .any,
      group.literals.count > 1, group.isPositive, let subject = group.commonSubject
    else { return nil }
    if let complements = complements(group) {
      return term(subject, scope) + " is neither " + Self.joined(complements, "nor")
    }
    let phrases = group.literals.map { verbPhrase($0, scope) }
    return term(subject, scope) + " neither " + Self.joined(phrases, "nor")
  }

  // MARK: Connectives

  private func conjunction(
    _ parts: [Formula], _ context: Context, _ scope: Scope
  ) -> String {
    if context != .operand {
      if let text = predicated(.and(parts), context, scope) { return text }
      let simples = parts.compactMap { simple($0, scope) }
      if simples.count == parts.count { return Self.joined(simples, "and") }
      if context == .sentence {
        let texts = parts.map { text($0, in: .open, scope) }
        return texts.dropLast().joined(separator: "; ") + "; and " + (texts.last ?? "")
      }
    }
    let texts = parts.map { text($0, in: .operand, scope) }
    return texts.count == 2
      ? "both \(texts[0]) and \(texts[1])"
      : "all of these hold: " + Self.joined(texts, "and")
  }

  private func disjunction(
    _ parts: [Formula], _ context: Context, _ scope: Scope
  ) -> String {
    if context != .operand {
      if let text = predicated(.or(parts), context, scope) { return text }
      let simples = parts.compactMap { simple($0, scope) }
      if simples.count == parts.count {
        return Self.joined(simples, "or") + Self.inclusion(parts.count, context)
      }
    }
    let texts = parts.map { text($0, in: .operand, scope) }
    return texts.count == 2
      ? "either \(texts[0]) or \(texts[1]) (or both)"
      : "at least one of these holds: " + Self.joined(texts, "or")
  }

  private func implication(
    _ left: Formula, _ right: Formula, _ context: Context, _ scope: Scope
  ) -> String {
    var antecedent = text(left, in: .antecedent, scope)
    if case .implies = left { antecedent = "it is the case that " + antecedent }
    return "if \(antecedent) then \(text(right, in: context.last, scope))"
  }

  private func equivalence(
    _ left: Formula, _ right: Formula, _ context: Context, _ scope: Scope
  ) -> String {
    let phrase = " if and only if "
    // Before or behind "if" people take "something" for "anything".
    if context != .operand, ![left, right].contains(where: \.isExistential) {
      let opening = simple(left, scope) ?? predicated(left, .antecedent, scope)
      if let opening { return opening + phrase + text(right, in: .antecedent, scope) }
    }
    return "it holds that " + text(left, in: .operand, scope) + phrase
      + text(right, in: .operand, scope)
  }

  /// Literals of one subject as one sentence: "Bob is kind and likes Ann".
  private func predicated(_ formula: Formula, _ context: Context, _ scope: Scope) -> String? {
    guard let group = VerbPhraseGroup(formula), let subject = group.commonSubject else {
      return nil
    }
    return term(subject, scope) + " " + text(group, context, scope)
  }

  private static func flattened(_ parts: [Formula], isAnd: Bool) -> [Formula] {
    var flat: [Formula] = []
    for part in parts {
      switch part {
      case .and(let inner) where isAnd: flat += flattened(inner, isAnd: true)
      case .or(let inner) where !isAnd: flat += flattened(inner, isAnd: false)
      default: flat.append(part)
      }
    }
    return flat
  }

  /// `a`, `a and b`, `a, b and c`.
  static func joined(_ texts: [String], _ word: String) -> String {
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + " \(word) " + last
  }

  /// What says that several parts of a disjunction may hold.
  static func inclusion(_ count: Int, _ context: Context) -> String {
    if context == .antecedent { return "" }
    return count == 2 ? " (or both)" : " (or more than one)"
  }
}

extension Formula {
  fileprivate var isExistential: Bool {
    if case .quantified(.exists, _, _) = self { true } else { false }
  }
}
