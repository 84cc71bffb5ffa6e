// Why the published pipeline gives a text no label.
//
// Its code catches every exception in one place and records Error. Here each cause has a code, so
// that a report can say what the errors were.

/// A cause of the label Error.
enum PublishedFault: String, Error {
  /// No line has the mark `FOL:` and a tab after it.
  case noFormulas = "no-formulas"
  /// NLTK's reader of logic rejects a formula.
  case nltkSyntax = "nltk-syntax"
  /// NLTK's reader rejects what a name is used for: a constant is bound or a variable applied.
  case nltkName = "nltk-name"
  /// Prover9 can't read what NLTK wrote.
  case prover9Syntax = "prover9-syntax"
  /// Prover9 stops because a symbol has several arities.
  case prover9Arity = "prover9-arity"
  /// Prover9 stops because a symbol is a relation and a function, or a variable stands as an atom.
  case prover9SymbolKind = "prover9-symbol-kind"
  /// A limit was reached before an answer.
  case limit
  /// The kernel rejected the evidence: a fault of this program.
  case rejected = "kernel-rejected"
}
