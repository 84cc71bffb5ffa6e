// A context-free grammar that random sentences are drawn from.
//
// The grammar files in Grammars/ are the reference of each language; drawing sentences from them and
// reading those tells whether grammar and reader agree. A sentence is a list of tokens, so that a test
// can break it at one.

/// What a rule of a grammar derives.
public indirect enum GrammarExpression: Sendable {
  /// This text.
  case terminal(String)
  /// One scalar of these ranges.
  case character([ClosedRange<UInt32>])
  /// What the rule of that name derives.
  case reference(String)
  /// One after the other.
  case sequence([GrammarExpression])
  /// One of them.
  case choice([GrammarExpression])
  /// So often; `maximum` nil is without bound.
  case repeated(GrammarExpression, minimum: Int, maximum: Int?)
}

/// A fault of a grammar file.
public struct GrammarFault: Error, CustomStringConvertible {
  /// What is wrong.
  public var description: String

  init(_ description: String) { self.description = description }
}

/// Rules by name.
public struct Grammar: Sendable {
  /// The rules.
  public var rules: [String: GrammarExpression] = [:]
  /// Rules whose sentences are one token, without blanks inside.
  public var tokens: Set<String> = []
  /// Whether the rules write blanks themselves, so that nothing is put between tokens.
  public var isGlued = false
  /// The rule of whole sentences.
  public var root = ""

  /// Names that are referred to but have no rule.
  public var undefinedNames: Set<String> {
    rules.values.reduce(into: []) { names, rule in
      Self.references(rule) { if rules[$0] == nil { names.insert($0) } }
    }
  }

  private static func references(_ rule: GrammarExpression, _ visit: (String) -> Void) {
    switch rule {
    case .terminal, .character: break
    case .reference(let name): visit(name)
    case .sequence(let parts), .choice(let parts): for part in parts { references(part, visit) }
    case .repeated(let body, _, _): references(body, visit)
    }
  }
}

/// A token of a drawn sentence.
public struct SentenceToken: Hashable, Sendable {
  /// Its text.
  public var text: String
  /// Whether it stands right behind the token before.
  public var isGlued: Bool
}

extension [SentenceToken] {
  /// The sentence as text.
  public var text: String {
    enumerated().map { ($0 > 0 && !$1.isGlued ? " " : "") + $1.text }.joined()
  }
}
