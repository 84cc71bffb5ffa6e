// Gathers the statements of one problem and ends its reading: what rows and programs have in common.

import Diagnostics

/// A problem while it is read.
struct ProblemCollector {
  /// Most bytes of one statement; a longer one is refused unread.
  static let maximumStatement = 8 << 20

  /// Texts, faults and uses so far.
  var session: ReadingSession
  private var problem = Problem(premises: [], conclusion: nil)
  private var numbers: [Int] = []
  private var conclusionNumber: Int?
  private var nextNumber = 0
  private var hasStopped = false

  init(options: ReadingOptions) { session = ReadingSession(options: options) }

  /// Whether a conclusion was added.
  var hasConclusion: Bool { conclusionNumber != nil }

  /// Adds a text to take statements from, and returns its index.
  mutating func add(_ source: SourceText) -> Int {
    session.sources.append(source)
    return session.sources.count - 1
  }

  /// Reads a formula of these bytes and adds it; one that can't be read is left out.
  mutating func addFormula(
    source: Int, span: Span, name: String, notation: InfixNotation?, isConclusion: Bool
  ) {
    addStatement(source: source, span: span, name: name, isConclusion: isConclusion) {
      session, number in
      session.parseFormula(source: source, span: span, statement: number, notation: notation)
    }
  }

  /// Reads a statement of these bytes with the given reader and adds it.
  mutating func addStatement(
    source: Int, span: Span, name: String, isConclusion: Bool,
    read: (inout ReadingSession, Int) -> Formula?
  ) {
    if hasStopped { return }
    let number = nextNumber
    nextNumber += 1
    guard session.errors < ReadingSession.maximumErrors else {
      hasStopped = true
      session.report(
        .tooManyFaults, source: source, at: Span(span.lower, span.lower),
        "reading stops here, after \(session.errors) errors")
      return
    }
    guard span.upper - span.lower <= Self.maximumStatement else {
      session.report(
        .statementTooLong, source: source, at: Span(span.lower, span.lower + 1),
        "the statement has \(span.upper - span.lower) bytes, more than \(Self.maximumStatement)")
      return
    }
    guard let formula = read(&session, number) else { return }
    let statement = Statement(name: name, formula: formula, span: span)
    if isConclusion {
      problem.conclusion = statement
      conclusionNumber = number
    } else {
      problem.premises.append(statement)
      numbers.append(number)
    }
  }

  /// Checks the problem as a whole and returns it with all faults.
  consuming func finished() -> ReadResult {
    let hasFaultyPremise = nextNumber > 1
    if problem.premises.isEmpty, !hasFaultyPremise, let conclusion = problem.conclusion {
      session.report(
        .noPremises, source: session.sources.count - 1, at: conclusion.span,
        "there are no premises; the conclusion is asked about alone")
    }
    var (problem, session) = (problem, session)
    session.lint(&problem, numbers: numbers + (conclusionNumber.map { [$0] } ?? []))
    return ReadResult(problem: problem, diagnostics: session.diagnostics.sortedByPlace())
  }
}
