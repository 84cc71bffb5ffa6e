// The operator stack: what goes on it, and how formulas are built as it comes off.
//
// A connective first builds everything to its left that binds tighter. A run of ∧ (or of ∨) is left
// on the stack until something looser comes, and then becomes one n-ary formula in one step, so a
// conjunction of 300 000 atoms costs linear time and is one level deep.

import Diagnostics

extension InfixParser {
  mutating func pushOpen() throws(Abandoned) {
    try pushNested(Operator(kind: .open, token: position))
    endedNames.append([])
    position += 1
  }

  mutating func pushNegation() throws(Abandoned) {
    try pushNested(Operator(kind: .not, token: position))
    position += 1
  }

  /// Pushes an operator after checking how many brackets and prefixes are open.
  mutating func pushNested(_ entry: Operator) throws(Abandoned) {
    nesting += 1
    guard nesting <= 2 * Formula.maximumDepth else { throw tooDeep(entry.token) }
    operators.append(entry)
  }

  mutating func push(_ connective: Connective) throws(Abandoned) {
    while let top = operators.last, binds(top, before: connective) { try reduce() }
    operators.append(Operator(kind: .binary(connective), token: position))
  }

  private func binds(_ top: Operator, before next: Connective) -> Bool {
    switch top.kind {
    case .open: false
    case .not: true
    case .quantifier: !widened.contains(top.token)
    case .binary(let connective):
      connective.rawValue > next.rawValue
        || (connective == next && next.associatesLeft(in: notation))
    }
  }

  /// Ends the innermost bracket, or drops a closing bracket that nothing opened.
  mutating func close() throws(Abandoned) {
    guard endedNames.count > 1 else {
      fault(
        .extraBracket, token.span, "no bracket is open that this one could close",
        hint: "leave it out", repair: .dropBracket)
      position += 1
      return
    }
    while let top = operators.last, !top.isOpen { try reduce() }
    let opener = operators[operators.count - 1]
    guard tokens[opener.token].kind.closer == token.kind else {
      throw abandon(
        .unexpectedToken, token.span,
        "`\(text(token))` can't close the `\(text(tokens[opener.token]))` opened before")
    }
    popOpen()
    position += 1
  }

  /// Takes an opening bracket off the stack; what it held is one unit from now on.
  mutating func popOpen() {
    operators.removeLast()
    nesting -= 1
    operands[operands.count - 1].connective = nil
    operands[operands.count - 1].isBracketed = true
    for name in endedNames.removeLast() { endedScopes[name]?.removeLast() }
  }

  /// Builds the formula of the operator on top.
  mutating func reduce() throws(Abandoned) {
    let top = operators.removeLast()
    try count(top.token)
    switch top.kind {
    case .open:
      return
    case .not:
      nesting -= 1
      let body = operands.removeLast()
      try pushOperand(.not(body.formula), body.depth + 1, nil, top.token)
    case .quantifier(let quantifier, let name, let scope):
      nesting -= 1
      try reduceQuantifier(quantifier, name, scope, top.token)
    case .binary(let connective) where connective == .and || connective == .or:
      try reduceRun(connective, top.token)
    case .binary(let connective):
      let right = operands.removeLast()
      let left = operands.removeLast()
      reportChain(connective, left, right, top.token)
      let formula: Formula =
        switch connective {
        case .xor: .xor(left.formula, right.formula)
        case .implies: .implies(left.formula, right.formula)
        case .impliedBy: .implies(right.formula, left.formula)
        default: .iff(left.formula, right.formula)
        }
      try pushOperand(formula, max(left.depth, right.depth) + 1, connective, top.token)
    }
  }

  private mutating func reduceRun(_ connective: Connective, _ last: Int) throws(Abandoned) {
    var count = 2
    var first = last
    while case .binary(connective)? = operators.last?.kind {
      first = operators.removeLast().token
      count += 1
    }
    let parts = operands.suffix(count)
    if connective == .or, parts.contains(where: { $0.connective == .and }) {
      once(
        .mixedConnectives, tokens[first].span, key: "mixed",
        "∧ and ∨ stand side by side without brackets; ∧ is taken first",
        hint: "put brackets around the ∧ part if that is meant")
    }
    let depth = parts.reduce(0) { max($0, $1.depth) } + 1
    let formulas = parts.map(\.formula)
    operands.removeLast(count)
    try pushOperand(
      connective == .and ? .and(formulas) : .or(formulas), depth, connective, first)
  }

  private mutating func reportChain(
    _ connective: Connective, _ left: Operand, _ right: Operand, _ token: Int
  ) {
    guard connective == .implies || connective == .impliedBy,
      [left.connective, right.connective].contains(where: { $0 == .implies || $0 == .impliedBy })
    else { return }
    let reading =
      connective == .impliedBy || notation == .nltk
      ? "(A → B) → C" : "A → (B → C)"
    once(
      .chainedArrow, tokens[token].span, key: "chain",
      "arrows stand side by side without brackets, read as in \(reading)",
      hint: "put brackets around the arrow that goes first")
  }

  /// Puts a formula on the operand stack.
  mutating func pushOperand(
    _ formula: Formula, _ depth: Int, _ connective: Connective?, _ token: Int
  ) throws(Abandoned) {
    guard depth <= Formula.maximumDepth else { throw tooDeep(token) }
    operands.append(Operand(formula: formula, depth: depth, connective: connective))
  }

  /// Counts a connective, quantifier or symbol.
  mutating func count(_ token: Int) throws(Abandoned) {
    size += 1
    guard size <= Formula.maximumSize else {
      throw abandon(
        .formulaTooLarge, tokens[token].span,
        "the formula has more than \(Formula.maximumSize) connectives, quantifiers and symbols")
    }
  }

  mutating func tooDeep(_ token: Int) -> Abandoned {
    abandon(
      .nestingTooDeep, tokens[token].span,
      "the formula is nested more than \(Formula.maximumDepth) levels deep")
  }
}
