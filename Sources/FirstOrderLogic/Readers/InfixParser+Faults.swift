// What the parser says when a formula isn't as it should be.
//
// Every message names what was found or expected, with the exact bytes; where a repair exists the
// fault carries it, applied exactly when repairs were asked for.

import Diagnostics

extension InfixParser {
  /// Records a fault that doesn't stop the reading.
  mutating func fault(
    _ code: DiagnosticCode, _ span: Span, _ message: String, hint: String? = nil,
    repair: RepairName? = nil
  ) {
    var fault = InfixFault(code, span, message)
    fault.hint = hint
    fault.repair = repair
    fault.isMended = repair != nil && (fault.severity == .error ? repairs : mendsWarnings)
    faults.append(fault)
  }

  /// Records a warning the first time that `key` has one of this kind.
  mutating func once(
    _ code: DiagnosticCode, _ span: Span, key: String, _ message: String, hint: String? = nil
  ) {
    guard reportedOnce.insert("\(code.rawValue) \(key)").inserted else { return }
    fault(code, span, message, hint: hint)
  }

  /// Records an error that ends the statement's reading.
  mutating func abandon(
    _ code: DiagnosticCode, _ span: Span, _ message: String, hint: String? = nil
  ) -> Abandoned {
    var fault = InfixFault(code, span, message)
    fault.severity = .error
    fault.hint = hint
    faults.append(fault)
    return Abandoned()
  }

  /// Reports a spelling that the notation doesn't have.
  mutating func reportForeign(_ token: InfixToken, as kind: InfixTokenKind) {
    guard !token.homes.contains(notation) else { return }
    let own = notation.spelling(kind)
    let spelling = text(token)
    once(
      .foreignOperator, token.span, key: spelling,
      "`\(spelling)` is no operator of \(notation.title)",
      hint: own.isEmpty ? nil : "write `\(own)`")
  }

  /// Reports brackets still open at the formula's end, once, at the outermost of them.
  mutating func reportUnclosed(_ argumentOpeners: [Int] = []) {
    let openers = operators.filter(\.isOpen).map(\.token) + argumentOpeners
    guard let first = openers.first, reportedOnce.insert("unclosed").inserted else { return }
    let closers = String(openers.reversed().prefix(8).map { closer(of: $0) })
    fault(
      .missingBracket, tokens[first].span,
      openers.count == 1
        ? "this bracket is never closed"
        : "\(openers.count) brackets from here on are never closed",
      hint: "add `\(closers)` at the end", repair: .closeBracket)
  }

  private func closer(of opener: Int) -> Character {
    switch tokens[opener].kind {
    case .openSquare: "]"
    case .openBrace: "}"
    default: ")"
    }
  }

  /// Where a formula should begin: drops a stray closing bracket, else gives up.
  mutating func missingOperand() throws(Abandoned) {
    if token.kind.isCloser, position == 0 {
      try close()
      return
    }
    if token.kind == .end || token.kind == .comma || token.kind.isCloser || token.kind == .dot
      || token.kind.isOperator
    {
      throw abandon(.missingOperand, token.span, missingOperandMessage)
    }
    throw strayToken()
  }

  private var missingOperandMessage: String {
    guard let before = preceding else { return "a formula is expected before `\(text(token))`" }
    let place = token.kind == .end ? "at the end" : "before `\(text(token))`"
    return "a formula is expected after `\(text(before))` \(place)"
  }

  mutating func missingTerm() -> Abandoned {
    switch token.kind {
    case .end, .comma, .close, .dot, .equal, .notEqual:
      let before = preceding.map { " after `\(text($0))`" } ?? ""
      return abandon(.missingOperand, token.span, "a term is expected\(before)")
    case .open:
      return abandon(.unexpectedToken, token.span, "a term is expected, which has no brackets")
    case _ where token.kind.isOperator: return formulaAsArgument()
    default: return strayToken()
    }
  }

  mutating func formulaAsArgument() -> Abandoned {
    abandon(
      .formulaAsArgument, token.span,
      "`\(text(token))` would make a formula where a term is expected",
      hint: "an argument is a name or a function; state the parts as formulas of their own")
  }

  /// Where a connective should stand: mends a missing one between formulas, else gives up.
  mutating func missingOperator() throws(Abandoned) {
    guard let before = preceding, startsOperand(position) else { throw strayToken() }
    if isUnknownQuantifier { throw unknownQuantifier() }
    let touches = token.kind == .open && token.lower == before.upper
    let isApplied = token.kind == .name && following.kind == .open
    let isMendable =
      before.kind.isCloser
      && (isApplied || token.kind == .not || token.kind.isOperator || isQuantifierWord
        || (token.kind == .open && !(touches && closesArguments)))
    guard isMendable else {
      throw abandon(
        .unexpectedToken, token.span,
        "`\(text(token))` can't follow `\(text(before))`; a connective is expected")
    }
    fault(
      .missingOperator, Span(before.upper, token.upper),
      "no connective stands between two formulas",
      hint: "write `\(notation.spelling(.and))` if both hold", repair: .insertAnd)
    try push(.and)
  }

  /// Whether the bracket before the current token closes an atom's arguments.
  private var closesArguments: Bool {
    if case .atom? = operands.last?.formula {
      return operands.last?.isBracketed == false
    }
    return false
  }

  /// `no x. F` and the like.
  private var isUnknownQuantifier: Bool {
    guard let before = preceding, before.kind == .name, token.kind == .name,
      following.kind == .dot, tokens[min(position + 2, tokens.count - 1)].kind != .end
    else { return false }
    return true
  }

  private mutating func unknownQuantifier() -> Abandoned {
    let word = preceding!
    let isNone = ["no", "none"].contains(text(word).lowercased())
    return abandon(
      .unsupported, word.span, "`\(text(word))` is no quantifier",
      hint: isNone ? "write `-exists \(text(token)).`" : "quantifiers are `all` and `exists`")
  }

  /// A token that no formula has.
  mutating func strayToken() -> Abandoned {
    let spelling = text(token)
    switch token.kind {
    case .arithmetic:
      return abandon(
        .arithmetic, token.span, "`\(spelling)` isn't first-order logic; there is no arithmetic",
        hint: "use a predicate, for example `Greater(x, y)`, or make it part of a name")
    case .openSquare, .openBrace, .closeSquare, .closeBrace:
      return abandon(
        .squareBrackets, token.span, "lists and sets aren't terms",
        hint: "state the formula for each member, joined with `\(notation.spelling(.and))`")
    case .unterminatedQuote:
      return abandon(
        .unterminatedQuote, Span(token.lower, token.lower + 1), "this quote is never closed")
    case .unknown:
      return abandon(
        .unexpectedCharacter, token.span,
        "`\(spelling)` has no meaning in a formula")
    case .ellipsis:
      return abandon(
        .unexpectedToken, token.span, "`\(spelling)` leaves open what is meant",
        hint: "write all parts out")
    default:
      return abandon(.unexpectedToken, token.span, "`\(spelling)` can't stand here")
    }
  }
}
