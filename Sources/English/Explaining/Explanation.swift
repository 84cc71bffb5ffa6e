// Why a problem has its verdict, in words: each statement with its sentence, formula and flags; the
// proof with the premises it uses; or the situations that the models describe.
//
// It is built from what every caller has (problem, wording, diagnostics, verdict, certificate), so
// that single checks, rows and runs over a language model's samples explain alike. It adds nothing to
// the verdict: all it says is read off the certificate that the kernel accepted.

import Certificates
import Diagnostics
import FirstOrderLogic
import JSON

/// A verdict explained in English.
public struct Explanation: Sendable {
  /// One statement of the problem.
  public struct Entry: Hashable, Sendable {
    /// The statement with its formula and its sentences.
    public var said: SaidProblem.Said
    /// Codes of the diagnostics about it, each once.
    public var flags: [String]
    /// Whether the proof uses it.
    public var isUsed: Bool
  }

  /// A model in words.
  public struct Situation: Hashable, Sendable {
    /// How the conclusion stands in it.
    public var stance: Stance
    /// What there is and what holds of it.
    public var sentences: [String]
  }

  /// The premises in their order, then the conclusion.
  public var entries: [Entry]
  /// Codes of the diagnostics that are about no statement alone, each once.
  public var flags: [String]
  /// The verdict; nil when the input was at fault.
  public var verdict: Verdict?
  /// For True, False and Contradictory with a certificate: the proof, a sentence or two a line.
  public var proof: [String]
  /// For Uncertain: a situation in which the conclusion holds and one in which it fails.
  public var situations: [Situation]

  /// Explains a verdict.
  ///
  /// - Parameters:
  ///   - problem: what was asked.
  ///   - wording: what the author says beside the formulas.
  ///   - diagnostics: what the readers found.
  ///   - verdict: what was decided; nil when nothing was.
  ///   - certificate: the evidence; without it the verdict is stated only.
  /// - Complexity: linear in the problem; a proof is told from at most 2,000 ground instances.
  public init(
    _ problem: Problem, wording: ProblemWording = ProblemWording(),
    diagnostics: [Diagnostic] = [], verdict: Verdict?, certificate: Certificate?
  ) {
    let said = SaidProblem(problem, wording: wording)
    let used = Set(certificate?.refutation?.premisesUsed ?? [])
    var flags: [String: [String]] = [:]
    var others: [String] = []
    for diagnostic in diagnostics {
      let code = diagnostic.code.rawValue
      if let name = Self.statement(of: diagnostic, problem) {
        if !flags[name, default: []].contains(code) { flags[name, default: []].append(code) }
      } else if !others.contains(code) {
        others.append(code)
      }
    }
    entries = said.statements.map {
      Entry(
        said: $0, flags: flags[$0.name] ?? [], isUsed: !$0.isConclusion && used.contains($0.name))
    }
    self.flags = others
    self.verdict = verdict
    proof = certificate.map { ProofNarration.lines($0, wording: wording) } ?? []
    situations =
      verdict != .uncertain
      ? []
      : (certificate?.models ?? []).map { evidence in
        let narration = ModelNarration(evidence.model, of: problem, wording: wording)
        return Situation(stance: evidence.stance, sentences: narration.sentences)
      }
  }

  /// The statement that a diagnostic is about: by its field in rows (`premises[2]`), else by place.
  private static func statement(of diagnostic: Diagnostic, _ problem: Problem) -> String? {
    if let field = diagnostic.field, !field.hasPrefix("raw_logic_programs") {
      if field.hasPrefix("conclusion") { return problem.conclusion?.name }
      guard let open = field.lastIndex(of: "["), field.hasSuffix("]"),
        let index = Int(field[field.index(after: open)...].dropLast())
      else { return nil }
      return "premise\(index + 1)"
    }
    let span = diagnostic.span
    return problem.statements.first {
      $0.span.lower <= span.lower && span.lower < $0.span.upper
    }?.name
  }
}
