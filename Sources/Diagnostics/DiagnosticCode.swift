// Every kind of fault that an input can have, and every repair that mends one.
//
// The raw values are the interface: they stand in JSON output and in users' scripts.

/// A kind of fault.
public enum DiagnosticCode: String, CaseIterable, Sendable {
  // The file and its bytes.
  case fileNotFound = "file-not-found"
  case fileUnreadable = "file-unreadable"
  case isDirectory = "is-directory"
  case emptyFile = "empty-file"
  case invalidUTF8 = "invalid-utf8"
  case nulByte = "nul-byte"
  case byteOrderMark = "byte-order-mark"
  case includeNotFound = "include-not-found"
  case includeCycle = "include-cycle"
  case statementTooLong = "statement-too-long"
  case formulaTooLarge = "formula-too-large"
  case nestingTooDeep = "nesting-too-deep"
  case unknownFormat = "unknown-format"
  // Rows and JSON.
  case invalidJSON = "invalid-json"
  case missingField = "missing-field"
  case wrongType = "wrong-type"
  case unknownLabel = "unknown-label"
  case premiseCount = "premise-count"
  case noFormulas = "no-formulas"
  // The problem as a whole.
  case noConclusion = "no-conclusion"
  case severalConclusions = "several-conclusions"
  case noPremises = "no-premises"
  case unknownSection = "unknown-section"
  case unknownRole = "unknown-role"
  case duplicateName = "duplicate-name"
  case unsupported = "unsupported"
  case tooManyFaults = "too-many-faults"
  // Tokens and grammar.
  case unexpectedCharacter = "unexpected-character"
  case unexpectedToken = "unexpected-token"
  case unterminatedQuote = "unterminated-quote"
  case unterminatedComment = "unterminated-comment"
  case unterminatedStatement = "unterminated-statement"
  case emptyFormula = "empty-formula"
  case missingBracket = "missing-bracket"
  case extraBracket = "extra-bracket"
  case missingOperator = "missing-operator"
  case missingOperand = "missing-operand"
  case commaForAnd = "comma-for-and"
  case blankInName = "blank-in-name"
  case foreignOperator = "foreign-operator"
  case quantifierSpelling = "quantifier-spelling"
  case quantifierSyntax = "quantifier-syntax"
  case squareBrackets = "square-brackets"
  case arithmetic = "arithmetic"
  case formulaAsArgument = "formula-as-argument"
  case finalFullStop = "final-full-stop"
  case strayText = "stray-text"
  case termAsFormula = "term-as-formula"
  // Meaning.
  case freeVariable = "free-variable"
  case unusedQuantifier = "unused-quantifier"
  case doubledQuantifier = "doubled-quantifier"
  case quantifierScope = "quantifier-scope"
  case mixedConnectives = "mixed-connectives"
  case chainedArrow = "chained-arrow"
  case arityClash = "arity-clash"
  case predicateAsTerm = "predicate-as-term"
  case nearIdenticalNames = "near-identical-names"
  case conclusionPredicateUnmentioned = "conclusion-predicate-unmentioned"
  case conclusionDenied = "conclusion-denied"
  // English.
  case unreadSentence = "unread-sentence"
  case ambiguousSentence = "ambiguous-sentence"
  case unclearReference = "unclear-reference"
  case unclearVocabulary = "unclear-vocabulary"
  // Causal graphs and questions.
  case missingQuestion = "missing-question"
  case unknownNode = "unknown-node"
  case sameNode = "same-node"
  case cyclicPremises = "cyclic-premises"
  case duplicateEdge = "duplicate-edge"
  case missingFullStop = "missing-full-stop"
  case grammarWordName = "grammar-word-name"
  case overlappingCondition = "overlapping-condition"
  // Templates of sentences.
  case templateFault = "template-fault"
  case ambiguousTemplate = "ambiguous-template"
  // Files of axioms.
  case notHorn = "not-horn"
  case axiomLimit = "axiom-limit"
  case samePhrase = "same-phrase"
  case undecided

  /// The severity a code has unless the reader says otherwise.
  public var defaultSeverity: Severity {
    switch self {
    case .byteOrderMark, .finalFullStop, .missingFullStop, .grammarWordName, .duplicateEdge: .note
    case .freeVariable, .unusedQuantifier, .doubledQuantifier, .quantifierScope,
      .mixedConnectives, .chainedArrow, .nearIdenticalNames, .conclusionPredicateUnmentioned,
      .conclusionDenied,
      .foreignOperator, .quantifierSpelling, .quantifierSyntax, .premiseCount, .noPremises,
      .duplicateName, .squareBrackets, .unknownRole, .unknownNode, .sameNode, .cyclicPremises:
      .warning
    default: .error
    }
  }
}

/// A way of mending a fault, applied by `--repair` and always reported.
public enum RepairName: String, CaseIterable, Sendable {
  /// Adds the closing brackets that a statement lacks, at its end.
  case closeBracket = "close-bracket"
  /// Drops a closing bracket that nothing opened.
  case dropBracket = "drop-bracket"
  /// Reads a comma between formulas as ∧.
  case commaToAnd = "comma-to-and"
  /// Puts ∧ between two formulas that stand side by side.
  case insertAnd = "insert-and"
  /// Reads a sign of comparison or membership as a predicate without axioms.
  case comparisonToPredicate = "comparison-to-predicate"
  /// Joins the words of a name with `_`.
  case joinName = "join-name"
  /// Closes a formula universally over its free variables.
  case closeUniversally = "close-universally"
  /// Widens a quantifier's scope to the end of the formula it begins.
  case widenScope = "widen-scope"
  /// Drops the premise that is empty.
  case dropEmpty = "drop-empty"
  /// Drops a quantifier that repeats or binds nothing.
  case dropQuantifier = "drop-quantifier"
  /// Gives the uses of a symbol with several arities names of their own.
  case splitArity = "split-arity"
  /// Renames a symbol's use as a predicate apart from its use as a term.
  case splitPredicate = "split-predicate"
  /// Renames the rarer spelling of two near-identical names to the other.
  case unifySpelling = "unify-spelling"
  /// Reads a query whose truth value is left open as the question whether it is true.
  case askWhetherTrue = "ask-whether-true"
  /// Takes the opposite of a conclusion that denies the sentence it stands for.
  case restateConclusion = "restate-conclusion"
}
