// Quantifiers in English.
//
//   form                              ∀                            ∃
//   P(x)                              everything is p              something is p
//   ¬P(x)                             nothing is p                 something is not p
//   L(c, x)                           C likes everything           C likes something
//   N(x) with P(x)                    every n is p                 some n is p
//   N(x), Q(x) with P(x)              every n that is q is p
//   N(x) with ¬P(x)                   no n is p                    some n is not p
//   Q(x) with P(x), other things      everything that is q is p
//   otherwise                         for every n x, ...           there is an n x such that ...
//
// "with" is → under ∀ and ∧ under ∃. As a whole sentence ∀x (Q(x) → P(x)) is "if something is q then
// it is p", where nothing else is named that "it" might be.

import FirstOrderLogic

extension FormulaVerbalizer {
  // MARK: Whole sentences

  /// "If something is kind and big then it is red."
  func conditional(_ formula: Formula, _ scope: Scope) -> String? {
    guard case .quantified(.forAll, let variable, .implies(let left, let right)) = formula,
      let antecedent = VerbPhraseGroup(left)?.about(variable), antecedent.joint != .exclusive
    else { return nil }
    let opening = "if something \(text(antecedent, .antecedent, scope)) then "
    // Without a pronoun there is nothing to mistake.
    if !right.freeVariables.contains(variable) { return opening + text(right, in: .open, scope) }
    guard !antecedent.literals.contains(where: { $0.mentionsOthers(than: variable) }) else {
      return nil
    }
    // A noun makes a better subject, unless too much is said of it.
    let hasNoun =
      antecedent.joint == .all
      && antecedent.literals.contains { noun($0, of: variable) != nil }
    let consequent = VerbPhraseGroup(right)
    let isShort = antecedent.literals.count <= 2
    if hasNoun, isShort, consequent.map({ $0.isPositive || $0.single != nil }) ?? false {
      return nil
    }
    var inner = scope
    inner.call(variable, "it")
    if let about = consequent?.about(variable) {
      return opening + "it " + text(about, .open, scope)
    }
    guard let literal = consequent?.single, literal.objectIndex(of: variable) != nil else {
      return nil
    }
    return opening + text(literal, inner)
  }

  // MARK: Simple sentences

  func simpleUniversal(_ variable: String, _ body: Formula, _ scope: Scope) -> String? {
    if let literal = Literal(body) {
      return about(
        literal, variable, scope, positive: "everything", negative: "nothing")
    }
    guard let (restriction, literal) = restricted(variable, body) else { return nil }
    guard let (noun, extra) = description(restriction, variable, scope) else {
      guard let literal = literal.about(variable), restriction.joint == .all,
        restriction.literals.count <= 2
      else { return nil }
      let relative = " that " + text(restriction, .antecedent, scope) + " "
      return (literal.isPositive ? "everything" : "nothing") + relative
        + verbPhrase(literal, scope, isPositive: true)
    }
    return about(
      literal, variable, scope, positive: "every \(noun)\(extra)", negative: "no \(noun)\(extra)",
      allowsObject: extra.isEmpty)
  }

  func simpleExistential(_ variable: String, _ body: Formula, _ scope: Scope) -> String? {
    if let literal = Literal(body) {
      if let noun = noun(literal, of: variable) { return "there is " + Inflection.indefinite(noun) }
      return some("something", literal, variable, scope)
    }
    guard let (noun, literal) = described(variable, body) else { return nil }
    return some("some \(noun)", literal, variable, scope)
  }

  func deniedExistential(_ variable: String, _ body: Formula, _ scope: Scope) -> String? {
    if let literal = Literal(body) {
      if let noun = noun(literal, of: variable) { return "there is no \(noun)" }
      return literal.isPositive
        ? about(literal.negated, variable, scope, positive: "", negative: "nothing") : nil
    }
    guard let (noun, literal) = described(variable, body), literal.isPositive else { return nil }
    return about(literal.negated, variable, scope, positive: "", negative: "no \(noun)")
  }

  func deniedUniversal(_ variable: String, _ body: Formula, _ scope: Scope) -> String? {
    if let literal = Literal(body), literal.isPositive, let about = literal.about(variable) {
      return "not everything " + verbPhrase(about, scope)
    }
    guard let (restriction, literal) = restricted(variable, body), literal.isPositive,
      let about = literal.about(variable),
      let (noun, extra) = description(restriction, variable, scope)
    else { return nil }
    return "not every \(noun)\(extra) " + verbPhrase(about, scope)
  }

  /// A universal statement about what is described: the positive word before the verb phrase, or the
  /// negative one for a negated literal, or either in the place of an object.
  private func about(
    _ literal: Literal, _ variable: String, _ scope: Scope, positive: String, negative: String,
    allowsObject: Bool = true
  ) -> String? {
    let word = literal.isPositive ? positive : negative
    if let about = literal.about(variable) {
      return word + " " + verbPhrase(about, scope, isPositive: true)
    }
    guard allowsObject, let index = literal.objectIndex(of: variable) else { return nil }
    return text(literal, scope, replacing: index, by: word)
  }

  private func some(
    _ word: String, _ literal: Literal, _ variable: String, _ scope: Scope
  ) -> String? {
    if let about = literal.about(variable) { return word + " " + verbPhrase(about, scope) }
    guard literal.isPositive, let index = literal.objectIndex(of: variable) else { return nil }
    return text(literal, scope, replacing: index, by: word)
  }

  /// A → L taken apart, with A literals about the variable.
  private func restricted(
    _ variable: String, _ body: Formula
  ) -> (VerbPhraseGroup, Literal)? {
    guard case .implies(let left, let right) = body, let literal = Literal(right),
      let group = VerbPhraseGroup(left)?.about(variable), group.joint != .exclusive
    else { return nil }
    return (group, literal)
  }

  /// A noun with at most one relative clause: ("cat", " that likes Bob").
  private func description(
    _ group: VerbPhraseGroup, _ variable: String, _ scope: Scope
  ) -> (noun: String, extra: String)? {
    guard group.joint == .all, group.literals.count <= 2,
      let index = group.literals.firstIndex(where: { noun($0, of: variable) != nil }),
      let noun = noun(group.literals[index], of: variable)
    else { return nil }
    var rest = group.literals
    rest.remove(at: index)
    return (noun, rest.first.map { " that " + verbPhrase($0, scope) } ?? "")
  }

  /// N(x) ∧ L taken apart.
  private func described(_ variable: String, _ body: Formula) -> (String, Literal)? {
    guard case .and(let parts) = body, parts.count == 2, let first = Literal(parts[0]),
      let second = Literal(parts[1])
    else { return nil }
    if let noun = noun(first, of: variable) { return (noun, second) }
    return noun(second, of: variable).map { ($0, first) }
  }

  // MARK: Longer sentences

  func quantified(
    _ quantifier: Quantifier, _ variable: String, _ body: Formula, _ formula: Formula,
    _ context: Context, _ scope: Scope
  ) -> String {
    if context != .operand, let text = grouped(quantifier, variable, body, context, scope) {
      return text
    }
    var inner = scope
    if let (noun, rest) = sorted(quantifier, variable, body) {
      let name = inner.bind(variable)
      let opening =
        quantifier == .forAll
        ? "for every \(noun) \(name), "
        : "there is \(Inflection.indefinite(noun)) \(name) such that "
      return opening + text(rest, in: context.last, inner)
    }
    var names: [String] = []
    var rest = formula
    while case .quantified(quantifier, let next, let scopeOfNext) = rest {
      if !names.isEmpty, simple(rest, inner) != nil { break }
      names.append(inner.bind(next))
      rest = scopeOfNext
    }
    let list = Self.joined(names, "and")
    let opening =
      switch (quantifier, names.count) {
      case (.forAll, 1): "for every \(list), "
      case (.forAll, _): "for all \(list), "
      case (.exists, 1): "there is \(list == "x" ? "an" : "a") \(list) such that "
      case (.exists, _): "there are \(list) such that "
      }
    return opening + text(rest, in: context.last, inner)
  }

  /// "Everything is kind or big (or both)", "some cat is kind and big".
  private func grouped(
    _ quantifier: Quantifier, _ variable: String, _ body: Formula, _ context: Context,
    _ scope: Scope
  ) -> String? {
    if case .implies(let left, let right) = body, quantifier == .forAll {
      guard let restriction = VerbPhraseGroup(left)?.about(variable),
        let (noun, extra) = description(restriction, variable, scope),
        let group = VerbPhraseGroup(right)?.about(variable), group.isPositive
      else { return nil }
      return "every \(noun)\(extra) " + text(group, context, scope)
    }
    guard var group = VerbPhraseGroup(body)?.about(variable), group.literals.count > 1 else {
      return nil
    }
    if quantifier == .forAll {
      return group.isPositive ? "everything " + text(group, context, scope) : nil
    }
    if group.joint == .all,
      let index = group.literals.firstIndex(where: { noun($0, of: variable) != nil }),
      let noun = noun(group.literals[index], of: variable)
    {
      group.literals.remove(at: index)
      return "some \(noun) " + text(group, context, scope)
    }
    return "something " + text(group, context, scope)
  }

  /// The noun among what restricts the variable, and the rest of the body: for ∀ of N(x) ∧ A → B the
  /// noun and A → B, for ∃ of N(x) ∧ A the noun and A.
  private func sorted(
    _ quantifier: Quantifier, _ variable: String, _ body: Formula
  ) -> (String, Formula)? {
    switch (quantifier, body) {
    case (.forAll, .implies(let left, let right)):
      if let literal = Literal(left), let noun = noun(literal, of: variable) {
        return (noun, right)
      }
      guard case .and(let parts) = left, let (noun, rest) = withoutNoun(parts, variable) else {
        return nil
      }
      return (noun, .implies(rest, right))
    case (.exists, .and(let parts)): return withoutNoun(parts, variable)
    default: return nil
    }
  }

  private func withoutNoun(_ parts: [Formula], _ variable: String) -> (String, Formula)? {
    for (index, part) in parts.enumerated() {
      guard let literal = Literal(part), let noun = noun(literal, of: variable) else { continue }
      var rest = parts
      rest.remove(at: index)
      return (noun, rest.count == 1 ? rest[0] : .and(rest))
    }
    return nil
  }
}
