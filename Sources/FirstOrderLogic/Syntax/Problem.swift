// A problem: premises and, where something is asked, a conclusion; and what a reader returns.

import Diagnostics

/// One formula of a problem with its name and place.
public struct Statement: Hashable, Sendable {
  /// Unique in its problem: the author's name, else `premise1`, `premise2`, ..., `conclusion`.
  public var name: String
  /// The formula, closed: what no quantifier binds has become a constant, or was bound by a repair.
  public var formula: Formula
  /// Bytes it was read from.
  public var span: Span
  /// Whether a premise is the denial of what is asked: TPTP's role `negated_conjecture`. It means
  /// nothing to truth, only to where a search begins.
  public var isNegatedConjecture: Bool

  /// Makes a statement.
  public init(
    name: String, formula: Formula, span: Span = Span(0, 0), isNegatedConjecture: Bool = false
  ) {
    self.name = name
    self.formula = formula
    self.span = span
    self.isNegatedConjecture = isNegatedConjecture
  }
}

/// Premises and the conclusion asked about.
public struct Problem: Hashable, Sendable {
  /// The premises in the order written. A TPTP `negated_conjecture` stands among them as it is.
  public var premises: [Statement]
  /// What is asked; nil when only the premises' consistency is.
  public var conclusion: Statement?

  /// Makes a problem.
  public init(premises: [Statement], conclusion: Statement?) {
    self.premises = premises
    self.conclusion = conclusion
  }

  /// The premises, then the conclusion.
  public var statements: [Statement] { premises + (conclusion.map { [$0] } ?? []) }
}

/// What a reader made of a text.
public struct ReadResult: Sendable {
  /// The problem; statements with errors that no applied repair mended are left out of it.
  public var problem: Problem
  /// The problem as its text may be meant too, where nothing in it decides: an answer stands only if
  /// it is the same for all of them. Formulas mean one thing; only sentences have alternatives.
  public var alternatives: [Problem]
  /// All faults, in the order of their places.
  public var diagnostics: [Diagnostic]
  /// What the text says in words beside the formulas.
  public var wording = ProblemWording()
  /// Whether the problem stands for rules that are applied forwards only.
  public var appliesRulesForwards = false

  /// Makes a result.
  public init(problem: Problem, alternatives: [Problem] = [], diagnostics: [Diagnostic]) {
    self.problem = problem
    self.alternatives = alternatives
    self.diagnostics = diagnostics
  }

  /// Whether every statement was read, or mended by an applied repair.
  public var isUsable: Bool {
    diagnostics.allSatisfy { $0.severity < .error || $0.repair?.applied == true }
  }
}

/// The languages that can be read.
public enum InputFormat: String, CaseIterable, Sendable {
  /// The native `.fol` file: any of the next three, told apart line by line.
  case native = "fol"
  /// NLTK's logic notation: `all x.(P(x) -> Q(x))`.
  case nltk
  /// FOLIO's Unicode notation: `∀x (P(x) → Q(x))`.
  case folio
  /// Prover9 (LADR): `all x (P(x) -> Q(x)).`
  case prover9
  /// A Logic-LM program: sections of `formula ::: sentence` lines.
  case logicLM = "logic-lm"
  /// TPTP `fof` and `cnf`.
  case tptp
  /// JSONL rows of FOLIO or of our own.
  case rows = "jsonl"
  /// Controlled English. Its reader stands above this module.
  case english
}

/// The languages that can be written.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// The native `.fol` file, in Unicode.
  case native = "fol"
  /// NLTK's logic notation, one formula a line, the conclusion last.
  case nltk
  /// FOLIO's Unicode notation, one formula a line, the conclusion last.
  case folio
  /// Prover9 (LADR).
  case prover9
  /// A Logic-LM program.
  case logicLM = "logic-lm"
  /// TPTP `fof`.
  case tptp
  /// SMT-LIB 2.
  case smtlib = "smt2"
}

/// How a reader treats faults.
public struct ReadingOptions: Sendable {
  /// Whether named repairs are applied.
  public var repairs: Bool
  /// Whether repairs are kept to what can't be used otherwise: warnings are reported and what they
  /// are about is read as it stands.
  public var leavesWarnings: Bool
  /// Where TPTP includes are looked for, after the including file's folder and its parents.
  public var includeRoots: [String]

  /// Makes options; by default nothing is repaired.
  public init(repairs: Bool = false, leavesWarnings: Bool = false, includeRoots: [String] = []) {
    self.repairs = repairs
    self.leavesWarnings = leavesWarnings
    self.includeRoots = includeRoots
  }

  /// Whether repairs of warnings are applied.
  var mendsWarnings: Bool { repairs && !leavesWarnings }
}
