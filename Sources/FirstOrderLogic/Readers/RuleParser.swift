// Parses the facts, rules and queries of a Logic-LM program (Pyke style).
//
//   statement ::= literals [">>>" literals]           body >>> head, universally closed
//   literals  ::= literal ("&&" literal)*
//   literal   ::= ("¬" | "~" | "!" | "not") literal | "Not" "(" literal ")" | atom
//   atom      ::= name "(" [argument ("," argument)*] ")"
//   argument  ::= "$" name | name | quoted            a last True or False is the atom's sign:
//                                                     P(a, False) is ¬P(a)
//
// A query whose truth value is left open, as in `P(a, Unknown)`, has a repair: it asks whether P(a).
//
// The recorded programs' engine read `False` as a value of its own, so that P(a, True) and P(a, False)
// could both hold; here they contradict, which is what the sentences say.

import Diagnostics

/// Parses one statement.
struct RuleParser {
  let source: SourceText
  let statement: Int
  let declarations: PredicateDeclarations
  let isQuery: Bool
  private var at: Int
  private let end: Int
  private var variables: [String] = []
  private var uses: [SymbolUse] = []

  /// Deepest nesting of negations.
  private static let maximumDepth = 100

  init(
    source: SourceText, bounds: Span, statement: Int, declarations: PredicateDeclarations,
    isQuery: Bool
  ) {
    self.source = source
    self.isQuery = isQuery
    self.statement = statement
    self.declarations = declarations
    at = bounds.lower
    end = bounds.upper
  }

  /// The statement's formula; nil when it was reported as unreadable.
  mutating func parse(_ session: inout ReadingSession) -> Formula? {
    guard var formula = literals(&session) else { return nil }
    if accept(">>>") {
      guard let head = literals(&session) else { return nil }
      formula = .implies(formula, head)
    }
    _ = accept(".")
    guard at == end else {
      return fault(&session, .unexpectedToken, "`&&`, `>>>` or the end was expected here")
    }
    session.uses += uses
    return variables.reversed().reduce(formula) { .forAll($1, $0) }
  }

  private mutating func literals(_ session: inout ReadingSession) -> Formula? {
    var parts: [Formula] = []
    repeat {
      guard let part = literal(&session, depth: 0) else { return nil }
      parts.append(part)
    } while accept("&&")
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  private mutating func literal(_ session: inout ReadingSession, depth: Int) -> Formula? {
    guard depth < Self.maximumDepth else {
      return fault(&session, .nestingTooDeep, "more than \(Self.maximumDepth) negations")
    }
    if accept("¬") || accept("~") || accept("!") || accept("not ") {
      return literal(&session, depth: depth + 1).map { .not($0) }
    }
    guard let name = name(&session) else { return nil }
    guard accept("(") else {
      return fault(&session, .unexpectedToken, "`(` was expected after `\(name.text)`")
    }
    if name.text == "Not" {
      guard let inner = literal(&session, depth: depth + 1) else { return nil }
      guard accept(")") else {
        return fault(&session, .missingBracket, "`)` was expected to end `Not(`")
      }
      return .not(inner)
    }
    return arguments(&session).flatMap { atom(&session, name, $0) }
  }

  private mutating func arguments(_ session: inout ReadingSession) -> [Argument]? {
    var arguments: [Argument] = []
    if accept(")") { return arguments }
    repeat {
      let isVariable = accept("$")
      guard let name = name(&session) else { return nil }
      arguments.append(Argument(name: name, isVariable: isVariable))
    } while accept(",")
    guard accept(")") else {
      return fault(&session, .missingBracket, "`,` or `)` was expected here")
    }
    return arguments
  }

  private mutating func atom(
    _ session: inout ReadingSession, _ name: Name, _ written: [Argument]
  ) -> Formula? {
    var written = written
    let declaration = declarations[name.text]
    var sign = true
    if let last = written.last, !last.isVariable, let value = last.truthValue {
      sign = value
      written.removeLast()
    } else if let declaration, declaration.hasTruthValue {
      if let last = written.last, written.count == declaration.arity + 1 {
        guard mendTruthValue(&session, last.name) else { return nil }
        written.removeLast()
      } else {
        session.report(
          .missingOperand, .warning, source: 0, at: name.span,
          "`\(name.text)` lacks its truth value; read as True")
      }
    }
    uses.append(use(name, .predicate, arity: written.count))
    let terms = written.map { term($0) }
    let formula = Formula.atom(.predicate(name.text, terms))
    return sign ? formula : .not(formula)
  }

  /// Reports a word where a truth value should stand; whether it may be read as True.
  private func mendTruthValue(_ session: inout ReadingSession, _ word: Name) -> Bool {
    let isMended = isQuery && session.options.repairs
    session.report(
      .unexpectedToken, source: 0, at: word.span,
      "`\(word.text)` is no truth value; write True or False",
      repair: isQuery ? .askWhetherTrue : nil, applied: isMended)
    return isMended
  }

  private mutating func term(_ argument: Argument) -> Term {
    if argument.isVariable {
      if !variables.contains(argument.name.text) { variables.append(argument.name.text) }
      return .variable(argument.name.text)
    }
    uses.append(use(argument.name, .function, arity: 0))
    return .constant(argument.name.text)
  }

  private func use(_ name: Name, _ role: SymbolUse.Role, arity: Int) -> SymbolUse {
    SymbolUse(
      name: name.text, role: role, arity: arity, span: name.span, source: 0, statement: statement)
  }
}

/// A name with its place.
private struct Name {
  var text: String
  var span: Span
}

private struct Argument {
  var name: Name
  var isVariable: Bool

  var truthValue: Bool? {
    switch name.text.lowercased() {
    case "true": true
    case "false": false
    default: nil
    }
  }
}

// Tokens.
extension RuleParser {
  private mutating func skipBlanks() {
    while at < end, source.bytes[at] == 0x20 || source.bytes[at] == 0x09 { at += 1 }
  }

  private mutating func accept(_ token: StaticString) -> Bool {
    skipBlanks()
    let matches = token.withUTF8Buffer { token in
      at + token.count <= end && source.bytes[at..<at + token.count].elementsEqual(token)
    }
    if matches { at += token.utf8CodeUnitCount }
    return matches
  }

  /// A name: one word, or several that the repair joins, or anything in quotes.
  private mutating func name(_ session: inout ReadingSession) -> Name? {
    skipBlanks()
    if at < end, source.bytes[at] == 0x22 || source.bytes[at] == 0x27 { return quoted(&session) }
    let start = at
    while at < end, !Self.endsName(source.bytes[at]) { at += 1 }
    let span = source.trimmed(Span(start, at))
    guard span.lower < span.upper else {
      return fault(&session, .unexpectedToken, "a name was expected here")
    }
    let words = source.string(span).split(whereSeparator: { $0 == " " || $0 == "\t" })
    if words.count > 1 {
      session.report(
        .blankInName, source: 0, at: span, "a blank in the name `\(source.string(span))`",
        hint: "write `\(words.joined(separator: "_"))`", repair: .joinName,
        applied: session.options.repairs)
      guard session.options.repairs else { return nil }
    }
    return Name(text: words.joined(separator: "_"), span: span)
  }

  private mutating func quoted(_ session: inout ReadingSession) -> Name? {
    let start = at
    let quote = source.bytes[at]
    at += 1
    while at < end, source.bytes[at] != quote { at += 1 }
    guard at < end else {
      at = start
      return fault(&session, .unterminatedQuote, "the quote has no end")
    }
    at += 1
    return Name(text: source.string(Span(start + 1, at - 1)), span: Span(start, at))
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "&"),
      UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "$"):
      true
    default: false
    }
  }

  private func fault<Result>(
    _ session: inout ReadingSession, _ code: DiagnosticCode, _ message: String
  ) -> Result? {
    session.report(code, source: 0, at: Span(at, min(at + 1, end)), message)
    return nil
  }
}
