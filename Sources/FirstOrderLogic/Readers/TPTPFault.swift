// What can be wrong with a TPTP formula, told from the token that no rule takes.
//
// Authors who know other notations write `->`, `&&`, `∀` or `! X p(X)`; those get the code and hint of
// their own, since "unexpected token" helps nobody.

import Diagnostics

/// Why a text is no formula: the first fault met.
///
/// A class, since an error that is thrown by value takes its size in every frame of the recursion.
final class TPTPFault: Error {
  let code: DiagnosticCode
  let span: Span
  let message: String
  let hint: String?

  init(_ code: DiagnosticCode, _ span: Span, _ message: String, hint: String? = nil) {
    self.code = code
    self.span = span
    self.message = message
    self.hint = hint
  }
}

extension TPTPToken.Kind {
  /// Whether it is a token of TPTP.
  var isWellFormed: Bool {
    switch self {
    case .unterminatedQuote, .unterminatedComment, .foreign, .unknown, .end: false
    default: true
    }
  }
}

extension TPTPParser {
  /// The text of a span.
  func text(_ span: Span) -> String {
    String(decoding: lexer.bytes[span.lower..<span.upper], as: UTF8.self)
  }

  func unsupportedWord() -> TPTPFault {
    TPTPFault(
      .unsupported, lexer.token.span,
      "`\(text(lexer.token.span))` has no meaning in untyped first-order logic",
      hint: "`$true` and `$false` are the only defined words that are read")
  }

  func missingOperand() -> TPTPFault {
    let token = lexer.token
    guard token.kind.isWellFormed || token.kind == .end else { return unexpected("no token") }
    return TPTPFault(
      .missingOperand, token.span,
      token.kind == .end
        ? "the text ends where a formula or term is wanted"
        : "a formula or term is wanted before `\(text(token.span))`")
  }

  /// The fault of a bracket that isn't closed where it should be.
  func unclosed(_ open: Span) -> TPTPFault {
    switch lexer.token.kind {
    case .end, .fullStop, .comma:
      TPTPFault(.missingBracket, open, "no bracket closes this one")
    default: unexpected("expected `)`")
    }
  }

  /// The fault of the token under the cursor, where none of its kind can stand.
  func unexpected(_ message: String) -> TPTPFault {
    let token = lexer.token
    switch token.kind {
    case .unterminatedQuote:
      return TPTPFault(.unterminatedQuote, token.span, "no quote closes this one on its line")
    case .unterminatedComment:
      return TPTPFault(.unterminatedComment, token.span, "nothing closes this comment")
    case .foreign:
      return TPTPFault(
        .foreignOperator, token.span, "`\(text(token.span))` is no sign of TPTP",
        hint: "TPTP writes ~ & | => <=> <~> = != ! [X] : and ? [X] :")
    case .unknown:
      let isNul = lexer.bytes[token.lower] == 0
      return TPTPFault(
        isNul ? .nulByte : .unexpectedCharacter, token.span,
        isNul ? "a NUL byte" : "`\(text(token.span))` is no token of TPTP")
    case .end: return TPTPFault(.unterminatedStatement, token.span, "\(message), the text ends")
    case .rightParenthesis, .rightBracket:
      return TPTPFault(.extraBracket, token.span, message)
    case let kind where kind.beginsFormula:
      return TPTPFault(.missingOperator, token.span, "\(message), met `\(text(token.span))`")
    default:
      return TPTPFault(.unexpectedToken, token.span, "\(message), met `\(text(token.span))`")
    }
  }
}
