// Reads grammar files: EBNF (ISO 14977) and GBNF (llama.cpp).
//
//   EBNF   rule = a , "b" | { c } | [ d ] | ( e ) ;    ? [a-z] ? or "a" … "z" is one character
//          rules behind a comment that begins with `Tokens` are tokens; the first rule is the root
//   GBNF   root ::= a "b" | [a-z]* c+ d? (e | f)
//
// Without a heading `Tokens`, and in GBNF, the rules write blanks and newlines ("\n") themselves.

/// Reads a grammar file.
public struct GrammarFileReader {
  private enum Dialect { case ebnf, gbnf }

  private let dialect: Dialect
  private let scalars: [Unicode.Scalar]
  private var at = 0
  private var isBelowTokens = false
  private var grammar = Grammar()

  private init(_ dialect: Dialect, _ text: String) {
    self.dialect = dialect
    scalars = Array(text.unicodeScalars)
  }

  /// The grammar in EBNF.
  public static func ebnf(_ text: String) throws(GrammarFault) -> Grammar {
    try read(.ebnf, text)
  }

  /// The grammar in GBNF.
  public static func gbnf(_ text: String) throws(GrammarFault) -> Grammar {
    try read(.gbnf, text)
  }

  private static func read(_ dialect: Dialect, _ text: String) throws(GrammarFault) -> Grammar {
    var reader = GrammarFileReader(dialect, text)
    try reader.skipBlanks()
    while reader.at < reader.scalars.count { try reader.rule() }
    if dialect == .gbnf { reader.grammar.root = "root" }
    reader.grammar.isGlued = reader.grammar.tokens.isEmpty
    let undefined = reader.grammar.undefinedNames
    guard undefined.isEmpty else {
      throw GrammarFault("no rule for \(undefined.sorted().joined(separator: ", "))")
    }
    return reader.grammar
  }

  private mutating func rule() throws(GrammarFault) {
    let name = try name()
    try skip(dialect == .ebnf ? "=" : "::=")
    let body = try alternatives()
    if dialect == .ebnf { try skip(";") }
    guard grammar.rules[name] == nil else { throw GrammarFault("two rules for \(name)") }
    grammar.rules[name] = body
    if grammar.root.isEmpty { grammar.root = name }
    if isBelowTokens { grammar.tokens.insert(name) }
  }

  private mutating func alternatives() throws(GrammarFault) -> GrammarExpression {
    var parts = [try sequence()]
    while peek == "|" {
      try skip("|")
      parts.append(try sequence())
    }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private mutating func sequence() throws(GrammarFault) -> GrammarExpression {
    var parts: [GrammarExpression] = []
    while let next = peek, !"|;)]}".unicodeScalars.contains(next), !startsRule {
      parts.append(try factor())
      if dialect == .ebnf {
        guard peek == "," else { break }
        try skip(",")
      }
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func factor() throws(GrammarFault) -> GrammarExpression {
    var body: GrammarExpression
    switch peek {
    case "\"", "'": body = try terminal()
    case "(":
      try skip("(")
      body = try alternatives()
      try skip(")")
    case "[" where dialect == .gbnf: body = .character(try characterClass())
    case "[", "{":
      let isOption = peek == "["
      try skip(isOption ? "[" : "{")
      body = .repeated(try alternatives(), minimum: 0, maximum: isOption ? 1 : nil)
      try skip(isOption ? "]" : "}")
    case "?" where dialect == .ebnf:
      try skip("?")
      body = .character(try characterClass())
      try skip("?")
    default: body = .reference(try name())
    }
    while dialect == .gbnf, let suffix = peek, "*+?".unicodeScalars.contains(suffix) {
      try skip(String(suffix))
      body = .repeated(body, minimum: suffix == "+" ? 1 : 0, maximum: suffix == "?" ? 1 : nil)
    }
    return body
  }

  private mutating func terminal() throws(GrammarFault) -> GrammarExpression {
    let text = try quoted()
    guard dialect == .ebnf, peek == "…" else { return .terminal(text) }
    try skip("…")
    let last = try quoted()
    guard let from = text.unicodeScalars.first, let to = last.unicodeScalars.first, from <= to
    else {
      throw fault("not a range of characters")
    }
    return .character([from.value...to.value])
  }

  private mutating func quoted() throws(GrammarFault) -> String {
    guard let quote = peek, quote == "\"" || quote == "'" else { throw fault("expected a quote") }
    at += 1
    var text = String.UnicodeScalarView()
    while at < scalars.count, scalars[at] != quote {
      text.append(dialect == .gbnf ? try escapedScalar() : scalars[at])
      if dialect == .ebnf { at += 1 }
    }
    guard at < scalars.count else { throw fault("unterminated quote") }
    at += 1
    try skipBlanks()
    return String(text).replacing("\\n", with: "\n")
  }

  private mutating func characterClass() throws(GrammarFault) -> [ClosedRange<UInt32>] {
    guard peek == "[" else { throw fault("expected a class of characters") }
    at += 1
    var ranges: [ClosedRange<UInt32>] = []
    let isInverted = peek == "^"
    if isInverted { at += 1 }
    while at < scalars.count, scalars[at] != "]" {
      let from = try escapedScalar().value
      var to = from
      if at + 1 < scalars.count, scalars[at] == "-", scalars[at + 1] != "]" {
        at += 1
        to = try escapedScalar().value
      }
      guard from <= to else { throw fault("an empty range") }
      ranges.append(from...to)
    }
    guard at < scalars.count else { throw fault("unterminated class") }
    at += 1
    try skipBlanks()
    if !isInverted { return ranges }
    let printable = (0x20...0x7E as ClosedRange<UInt32>)
    return printable.filter { value in !ranges.contains { $0.contains(value) } }.map { $0...$0 }
  }

  private mutating func escapedScalar() throws(GrammarFault) -> Unicode.Scalar {
    let scalar = scalars[at]
    at += 1
    guard scalar == "\\", at < scalars.count else { return scalar }
    let letter = scalars[at]
    at += 1
    let digits: Int
    switch letter {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "x": digits = 2
    case "u": digits = 4
    default: return letter
    }
    let text = String(String.UnicodeScalarView(scalars[at..<min(at + digits, scalars.count)]))
    at += digits
    guard let value = UInt32(text, radix: 16), let result = Unicode.Scalar(value) else {
      throw fault("a broken escape")
    }
    return result
  }
}

// MARK: - Characters

extension GrammarFileReader {
  private var peek: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

  /// Whether a GBNF rule begins here.
  private var startsRule: Bool {
    guard dialect == .gbnf else { return false }
    var end = at
    while end < scalars.count, isNamePart(scalars[end]) { end += 1 }
    while end < scalars.count, scalars[end] == " " { end += 1 }
    return end > at && scalars[end...].starts(with: "::=".unicodeScalars)
  }

  private func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_"
      || scalar == "-"
  }

  private mutating func name() throws(GrammarFault) -> String {
    let start = at
    while at < scalars.count, isNamePart(scalars[at]) { at += 1 }
    guard at > start else { throw fault("expected a name") }
    let name = String(String.UnicodeScalarView(scalars[start..<at]))
    try skipBlanks()
    return name
  }

  private mutating func skip(_ text: String) throws(GrammarFault) {
    guard scalars[at...].starts(with: text.unicodeScalars) else { throw fault("expected \(text)") }
    at += text.unicodeScalars.count
    try skipBlanks()
  }

  private mutating func skipBlanks() throws(GrammarFault) {
    while let next = peek {
      if next.properties.isWhitespace {
        at += 1
      } else if dialect == .gbnf, next == "#" {
        while at < scalars.count, scalars[at] != "\n" { at += 1 }
      } else if dialect == .ebnf, scalars[at...].starts(with: "(*".unicodeScalars) {
        try skipComment()
      } else {
        return
      }
    }
  }

  private mutating func skipComment() throws(GrammarFault) {
    let start = at
    while at + 1 < scalars.count, scalars[at] != "*" || scalars[at + 1] != ")" || at < start + 3 {
      at += 1
    }
    guard at + 1 < scalars.count else { throw fault("unterminated comment") }
    let content = scalars[(start + 2)..<at].drop { $0 == " " || $0 == "\n" }
    if content.starts(with: "Tokens".unicodeScalars) { isBelowTokens = true }
    at += 2
  }

  private func fault(_ message: String) -> GrammarFault {
    let line = scalars[..<min(at, scalars.count)].count { $0 == "\n" } + 1
    return GrammarFault("line \(line): \(message)")
  }
}
