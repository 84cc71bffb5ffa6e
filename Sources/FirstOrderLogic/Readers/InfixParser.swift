// Parser of the infix notations: operator precedence with explicit stacks (Dijkstra 1961).
//
//   formula     ::= biconditional                          from loose to tight:
//   connectives     ↔   ←   →   ⊕   ∨   ∧   then the prefixes ¬ ∀x ∃x, then = ≠
//   associativity   ↔ ← ⊕ left, → right (left in NLTK's notation, as NLTK does), ∧ ∨ n-ary
//   scope           ∀x F binds like ¬ in all three notations: `∀x P(x) → Q(x)` leaves x free, and
//                   so does NLTK 3.8.1 with `all x. P(x) -> Q(x)` (measured)
//
// The stacks are ours and not the machine's, so 200 000 open brackets end in a diagnostic. A fault
// with a known repair never stops the parser: it reads on as if mended, and the statement is given
// back only if all its errors were mended by applied repairs. Any other fault ends the statement, so
// that one mistake gives one message.

import Diagnostics

extension ReadingSession {
  /// Reads one formula.
  ///
  /// - Parameters:
  ///   - source: index into `sources`.
  ///   - span: the formula's bytes.
  ///   - statement: number under which its symbols' uses are recorded.
  ///   - notation: nil tells it from the formula itself.
  /// - Returns: the formula, or nil when it has an error that no applied repair mended.
  /// - Complexity: O(length).
  mutating func parseFormula(
    source: Int, span: Span, statement: Int, notation: InfixNotation? = nil
  ) -> Formula? {
    let bytes = sources[source].bytes
    var parser = InfixParser(
      bytes, span, notation: notation ?? InfixNotation.detect(bytes, span),
      repairs: options.repairs, mendsWarnings: options.mendsWarnings)
    let formula = parser.statement()
    for fault in parser.faults.abridged() {
      report(
        fault.code, fault.severity, source: source, at: fault.span, fault.message,
        hint: fault.hint, repair: fault.repair, applied: fault.isMended)
    }
    guard formula != nil else { return nil }
    for use in parser.uses {
      uses.append(
        SymbolUse(
          name: use.name, role: use.role, arity: use.arity, span: use.span, source: source,
          statement: statement))
    }
    return formula
  }
}

/// The state of reading one formula.
struct InfixParser {
  let bytes: [UInt8]
  let notation: InfixNotation
  let repairs: Bool
  let mendsWarnings: Bool
  let tokens: [InfixToken]
  var position = 0
  var faults: [InfixFault] = []
  var uses: [(name: String, role: SymbolUse.Role, arity: Int, span: Span)] = []

  var operators: [Operator] = []
  var operands: [Operand] = []
  /// Brackets and prefixes on the operator stack.
  var nesting = 0
  /// Connectives, quantifiers and symbols so far.
  var size = 0
  /// What every quantifier on the operator stack binds, by name the innermost last.
  var scopes: [Scope] = []
  var scopesOfName: [String: [Int]] = [:]
  /// Quantifiers of open brackets whose scope has ended, by name; and the names per open bracket.
  var endedScopes: [String: [Int]] = [:]
  var endedNames: [[String]] = [[]]
  /// Quantifiers (their tokens) whose variable was used after their scope's end.
  var escaped: Set<Int> = []
  /// Quantifiers (their tokens) read with their scope widened.
  var widened: Set<Int> = []
  /// Those of them that a repair widened.
  var repaired: Set<Int> = []
  /// What was reported once and needn't be again.
  var reportedOnce: Set<String> = []

  /// Ends the reading of a statement; the fault has been reported.
  struct Abandoned: Error {}

  /// What a quantifier binds.
  struct Scope {
    /// Whether its variable occurs.
    var isUsed = false
    /// Whether the quantifier next to it binds the same name.
    var isRepeated = false
  }

  /// A formula on the operand stack.
  struct Operand {
    var formula: Formula
    var depth: Int
    /// The connective at its top when it stands without brackets.
    var connective: Connective?
    /// Whether brackets stand around it.
    var isBracketed = false
  }

  /// An entry of the operator stack.
  struct Operator {
    enum Kind {
      case open, not
      case quantifier(Quantifier, String, scope: Int)
      case binary(Connective)
    }
    var kind: Kind
    var token: Int

    var isOpen: Bool { if case .open = kind { true } else { false } }
  }

  init(
    _ bytes: [UInt8], _ span: Span, notation: InfixNotation, repairs: Bool, mendsWarnings: Bool
  ) {
    self.bytes = bytes
    self.notation = notation
    self.repairs = repairs
    self.mendsWarnings = mendsWarnings
    var lexer = InfixLexer(
      bytes, span, comment: notation == .prover9 ? 0x25 : nil)
    self.tokens = lexer.tokens()
  }

  var token: InfixToken { tokens[position] }
  /// The token after the current one.
  var following: InfixToken { tokens[min(position + 1, tokens.count - 1)] }
  /// The token before the current one.
  var preceding: InfixToken? { position > 0 ? tokens[position - 1] : nil }

  func text(_ token: InfixToken) -> String {
    String(decoding: bytes[token.lower..<token.upper], as: UTF8.self)
  }
}

extension InfixParser {
  /// Most attempts at widening quantifiers; each may bring out further variables.
  private static var maximumAttempts: Int { 4 }

  /// The whole statement; with repairs it is read again while quantifiers need a wider scope.
  mutating func statement() -> Formula? {
    for attempt in 1...Self.maximumAttempts {
      let formula = try? formula()
      let isLast = attempt == Self.maximumAttempts || !mendsWarnings || escaped.isEmpty
      if !isLast, formula != nil {
        let wider = widened.union(escaped)
        self = InfixParser(self, widening: wider)
        continue
      }
      reportScopes()
      return faults.allSatisfy { $0.severity < .error || $0.isMended } ? formula : nil
    }
    return nil
  }

  private init(_ parser: InfixParser, widening: Set<Int>) {
    bytes = parser.bytes
    notation = parser.notation
    repairs = parser.repairs
    mendsWarnings = parser.mendsWarnings
    tokens = parser.tokens
    widened = widening
    repaired = widening
  }

  /// formula ::= operand { connective operand }
  private mutating func formula() throws(Abandoned) -> Formula {
    if token.kind == .end {
      fault(
        .emptyFormula, tokens.last!.span, "the formula is empty", hint: "leave the line out",
        repair: .dropEmpty)
      throw Abandoned()
    }
    var expectsOperand = true
    while true {
      if expectsOperand {
        expectsOperand = try operand()
      } else if token.kind == .end {
        break
      } else {
        expectsOperand = try connective()
      }
    }
    reportUnclosed()
    while !operators.isEmpty {
      if operators.last!.isOpen { popOpen() } else { try reduce() }
    }
    return operands[0].formula
  }

  /// operand ::= "(" formula ")" | negation | quantified | atom; whether an operand is still expected.
  private mutating func operand() throws(Abandoned) -> Bool {
    switch token.kind {
    case .openSquare, .openBrace:
      once(
        .squareBrackets, token.span, key: "group",
        "`\(text(token))` is read as a round bracket", hint: "write `(` and `)`")
      try pushOpen()
    case .open where isBracketedQuantifier:
      try bracketedQuantifier()
    case .open:
      try pushOpen()
    case .not:
      reportForeign(token, as: .not)
      try pushNegation()
    case .forAll, .exists, .existsUnique:
      try quantified()
    case .name where token.word == .not && startsOperand(position + 1):
      reportForeign(token, as: .not)
      try pushNegation()
    case .name where isQuantifierWord:
      try quantified()
    case .name, .quoted, .top, .bottom:
      try atom()
      return false
    default:
      try missingOperand()
    }
    return true
  }

  /// connective ::= "∧" | ... ; or what else may follow a formula. Whether an operand is expected.
  private mutating func connective() throws(Abandoned) -> Bool {
    if let connective = connectiveHere {
      reportForeign(token, as: connective.kind)
      try push(connective)
      position += 1
      return true
    }
    switch token.kind {
    case .close, .closeSquare, .closeBrace:
      try close()
      return false
    case .comma:
      fault(
        .commaForAnd, token.span, "a comma stands between two formulas",
        hint: "write `\(notation.spelling(.and))`", repair: .commaToAnd)
      try push(.and)
      position += 1
      return true
    case .dot where following.kind == .end:
      if notation != .prover9 {
        fault(.finalFullStop, token.span, "the formula ends with a full stop", hint: "leave it out")
      }
      position += 1
      return false
    default:
      try missingOperator()
      return true
    }
  }

  private var connectiveHere: Connective? {
    switch token.kind {
    case .and: return .and
    case .or: return .or
    case .xor: return .xor
    case .implies: return .implies
    case .impliedBy: return .impliedBy
    case .iff: return .iff
    case .name where token.word.isInfix && startsOperand(position + 1):
      switch token.word {
      case .and: return .and
      case .or: return .or
      case .xor: return .xor
      case .implies: return .implies
      default: return .iff
      }
    default: return nil
    }
  }

  /// Whether an operand may begin at a token.
  func startsOperand(_ index: Int) -> Bool {
    guard index < tokens.count else { return false }
    switch tokens[index].kind {
    case .name, .quoted, .not, .forAll, .exists, .existsUnique, .open, .openSquare, .openBrace,
      .top,
      .bottom:
      return true
    default: return false
    }
  }
}
