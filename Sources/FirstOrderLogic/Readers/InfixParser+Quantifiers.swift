// Quantifiers: their spellings, their lists of variables, and how far they reach.
//
//   quantified ::= "∀" variable operand | "all" variable { variable } "." operand
//                | "all" variable operand
//
// Accepted and reported: comma lists, several variables without a dot, a dot or a colon where the
// notation has none, `ForAll(x, F)`, `(∀x) F`. A quantifier binds like ¬. When its variable turns up
// again further right in the same brackets, the author most likely meant it to reach that far; the
// quantifier is noted, and with repairs the statement is read again with its scope widened.

import Diagnostics

extension InfixParser {
  /// A variable of a quantifier and its token.
  private typealias BoundVariable = (name: String, token: Int)

  /// Whether the word here is a quantifier: a variable follows, or a bracket as in `ForAll(x, F)`.
  var isQuantifierWord: Bool {
    guard token.word.isQuantifier else { return false }
    if following.kind == .name {
      return !(following.word.isInfix && startsOperand(position + 2))
    }
    return isPrefixForm
  }

  /// `ForAll(x, F)`; `Exists(a, b)` with plain names only is an atom.
  private var isPrefixForm: Bool {
    guard following.kind == .open, position + 3 < tokens.count,
      tokens[position + 2].kind == .name, tokens[position + 3].kind == .comma
    else { return false }
    var index = position + 4
    while tokens[index].kind == .name || tokens[index].kind == .comma { index += 1 }
    return tokens[index].kind != .close && tokens[index].kind != .end
  }

  /// `(∀x)` before an operand.
  var isBracketedQuantifier: Bool {
    guard position + 4 < tokens.count, tokens[position + 2].kind == .name,
      tokens[position + 3].kind == .close, startsOperand(position + 4)
    else { return false }
    return following.kind == .forAll || following.kind == .exists
      || (following.kind == .name && following.word.isQuantifier)
  }

  /// quantified ::= quantifier variables operand; the operand is read by the main loop.
  mutating func quantified() throws(Abandoned) {
    let quantifier = try quantifierSign()
    if token.kind == .open, preceding?.kind == .name {
      try prefixForm(quantifier)
      return
    }
    for variable in try variables() { try bind(quantifier, variable) }
  }

  mutating func bracketedQuantifier() throws(Abandoned) {
    once(
      .quantifierSyntax, token.span, key: "bracketed",
      "the quantifier stands in brackets of its own",
      hint: "write \(notation.spelling(.forAll))")
    position += 1
    let quantifier = try quantifierSign()
    let variable = (text(token), position)
    position += 2
    try bind(quantifier, variable)
  }

  /// `ForAll(x, F)` is read as `(∀x F)`, the quantifier reaching up to the bracket.
  private mutating func prefixForm(_ quantifier: Quantifier) throws(Abandoned) {
    once(
      .quantifierSyntax, token.span, key: "prefix form",
      "the quantifier is written like a function",
      hint: "write `\(notation.spelling(quantifier == .forAll ? .forAll : .exists))` in front")
    try pushOpen()
    widened.insert(position)
    try bind(quantifier, (text(token), position))
    position += 2
  }

  private mutating func quantifierSign() throws(Abandoned) -> Quantifier {
    let sign = token
    guard sign.kind != .existsUnique else {
      throw abandon(
        .unsupported, sign.span, "`∃!` isn't supported",
        hint: "write ∃x (P(x) ∧ ∀y (P(y) → y = x))")
    }
    let isUniversal = sign.kind == .forAll || sign.word == .all
    if !sign.homes.contains(notation) {
      let own = notation.spelling(isUniversal ? .forAll : .exists)
      once(
        .quantifierSpelling, sign.span, key: text(sign),
        "`\(text(sign))` is no quantifier of \(notation.title)", hint: "write `\(own)`")
    }
    position += 1
    return isUniversal ? .forAll : .exists
  }

  /// The variables after a quantifier, and the dot after them.
  private mutating func variables() throws(Abandoned) -> [BoundVariable] {
    guard token.kind == .name else {
      throw abandon(
        .unexpectedToken, token.span, "a variable must follow the quantifier",
        hint: "write `\(notation.spelling(.forAll))`")
    }
    var end = position
    while tokens[end].kind == .name || tokens[end].kind == .comma, !startsQuantifier(end) {
      end += 1
    }
    let isDotted =
      tokens[end].kind == .colon
      || (tokens[end].kind == .dot && tokens[min(end + 1, tokens.count - 1)].kind != .end)
    var result = [BoundVariable(text(token), position)]
    position += 1
    while isDotted ? position < end : hasFurtherVariable {
      reportVariableList(isDotted: isDotted)
      if token.kind == .comma {
        position += 1
        guard isDotted ? token.kind == .name : isVariableAfterComma else { break }
      }
      result.append((text(token), position))
      position += 1
    }
    reportDot(isDotted: isDotted)
    if isDotted { position = end + 1 }
    return result
  }

  private func startsQuantifier(_ index: Int) -> Bool {
    tokens[index].kind == .name && tokens[index].word.isQuantifier
      && tokens[index + 1].kind == .name
  }

  /// Without a dot: whether another variable follows, or a comma before the body.
  private var hasFurtherVariable: Bool {
    if token.kind == .comma { return startsOperand(position + 1) }
    guard token.kind == .name, !startsQuantifier(position), isOneLetter(token) else { return false }
    switch following.kind {
    case .open: return following.lower > token.upper
    case .name, .forAll, .exists, .not: return true
    default: return false
    }
  }

  private var isVariableAfterComma: Bool {
    guard token.kind == .name, !startsQuantifier(position) else { return false }
    switch following.kind {
    case .open: return following.lower > token.upper
    case .comma, .name, .forAll, .exists, .not: return true
    default: return false
    }
  }

  private func isOneLetter(_ token: InfixToken) -> Bool {
    let letters = bytes[token.lower..<token.upper]
    return (0x61...0x7A).contains(bytes[token.lower])
      && letters.dropFirst().allSatisfy { (0x30...0x39).contains($0) || $0 == 0x27 }
  }

  private mutating func reportVariableList(isDotted: Bool) {
    let isNative = notation == .nltk && isDotted && token.kind == .name
    guard !isNative else { return }
    once(
      .quantifierSyntax, token.span, key: "list",
      token.kind == .comma
        ? "a comma stands after a quantifier's variable"
        : "one quantifier has several variables",
      hint: "write a quantifier for each variable")
  }

  private mutating func reportDot(isDotted: Bool) {
    if notation == .nltk, !isDotted {
      once(
        .quantifierSyntax, tokens[position - 1].span, key: "no dot",
        "no dot follows the quantifier's variable", hint: "write `all x.`")
    } else if notation != .nltk, isDotted {
      once(
        .quantifierSyntax, tokens[position - 1].span, key: "dot",
        "\(notation.title) has no dot or colon after a quantifier's variable", hint: "leave it out")
    } else if isDotted, tokens[position].kind == .colon {
      once(
        .quantifierSyntax, token.span, key: "colon",
        "a colon follows the quantifier's variable", hint: "write a dot")
    }
  }

  private mutating func bind(
    _ quantifier: Quantifier, _ variable: BoundVariable
  ) throws(Abandoned) {
    let scope = scopes.count
    if let doubled = doubledQuantifier(variable.name) {
      fault(
        .doubledQuantifier, tokens[variable.token].span,
        "`\(variable.name)` is bound twice in a row", hint: "leave one of the quantifiers out",
        repair: .dropQuantifier)
      scopes[doubled].isRepeated = true
    }
    if let before = operators.last, case .quantifier = before.kind, widened.contains(before.token) {
      widened.insert(variable.token)
    }
    try pushNested(
      Operator(kind: .quantifier(quantifier, variable.name, scope: scope), token: variable.token))
    scopes.append(Scope())
    scopesOfName[variable.name, default: []].append(scope)
  }

  /// The scope of a quantifier for the same name with nothing but quantifiers in between.
  private func doubledQuantifier(_ name: String) -> Int? {
    for entry in operators.reversed() {
      guard case .quantifier(_, let other, let scope) = entry.kind else { return nil }
      if other == name { return scope }
    }
    return nil
  }

  mutating func reduceQuantifier(
    _ quantifier: Quantifier, _ name: String, _ index: Int, _ token: Int
  ) throws(Abandoned) {
    let scope = scopes[index]
    scopesOfName[name]?.removeLast()
    endedScopes[name, default: []].append(token)
    endedNames[endedNames.count - 1].append(name)
    let body = operands.removeLast()
    if !scope.isUsed {
      if !scope.isRepeated {
        fault(
          .unusedQuantifier, tokens[token].span, "the quantifier binds `\(name)`, which isn't used",
          hint: "leave it out, or check the names inside", repair: .dropQuantifier)
        faults[faults.count - 1].quantifier = token
      }
      if mendsWarnings {
        operands.append(body)
        return
      }
    }
    try pushOperand(.quantified(quantifier, name, body.formula), body.depth + 1, nil, token)
  }

  /// Notes that a name was met that no quantifier binds any more.
  mutating func noteFree(_ name: String) {
    if let first = endedScopes[name]?.first { escaped.insert(first) }
  }

  /// Reports the quantifiers whose scope was, or ought to be, widened.
  mutating func reportScopes() {
    let narrow = escaped
    faults.removeAll { fault in fault.quantifier.map { narrow.contains($0) } ?? false }
    for token in escaped.union(repaired).sorted() {
      let name = text(tokens[token])
      var fault = InfixFault(
        .quantifierScope, tokens[token].span,
        "the quantifier's scope ends before `\(name)` is used again")
      fault.hint = "put brackets around all that it is meant for"
      fault.repair = .widenScope
      fault.isMended = !narrow.contains(token)
      faults.append(fault)
    }
  }
}
