// The kernel: accepts a certificate when its evidence proves its verdict, and trusts nothing else.
//
// | verdict       | refutation             | models                                             |
// | True          | conclusion denied      | any number, conclusion asserted                    |
// | False         | conclusion asserted    | any number, conclusion denied                      |
// | Contradictory | conclusion absent      | none                                               |
// | Uncertain     | none                   | one asserted and one denied; without a conclusion  |
// |               |                        | one, absent                                        |
//
// It shares no code with the provers but the syntax of formulas. Every inference is re-done from the
// step's own data, without search: who proves may be as clever as he likes, who checks is plain (de
// Bruijn's criterion; Barendregt and Wiedijk 2005). The rules are in Documentation/certificates.md.

import Certificates
import FirstOrderLogic

/// What the kernel says of a certificate.
public enum Verification: Hashable, Sendable {
  /// The evidence proves the verdict.
  case accepted
  /// It doesn't: the step at fault (nil when no single step is), and why.
  case rejected(step: Int?, reason: String)
}

/// Checks a certificate.
///
/// - Parameter certificate: any value; nothing in it is taken on trust but its problem.
/// - Returns: `accepted` only when the verdict follows. A certificate whose check would take too long
///   is rejected with a reason that says so.
/// - Complexity: linear in the steps' sizes under their substitutions, but for miniscoping and
///   Skolemization (quantifiers times size); a model costs size^(nested quantifiers).
public func verify(_ certificate: Certificate) -> Verification {
  do throws(Rejection) {
    let signature = try ProblemSignature(certificate.problem)
    try checkEvidence(certificate)
    if let refutation = certificate.refutation {
      var checker = RefutationChecker(
        certificate.problem, stance: refutation.stance, signature: signature)
      try checker.check(refutation.steps)
    }
    for evidence in certificate.models {
      try checkModel(evidence, of: certificate.problem, signature: signature)
    }
    return .accepted
  } catch {
    return .rejected(step: error.step, reason: error.reason)
  }
}

/// Why a certificate is rejected.
struct Rejection: Error {
  var step: Int?
  var reason: String

  init(_ reason: String, step: Int? = nil) {
    self.reason = reason
    self.step = step
  }
}

/// The symbols of a problem whose statements have unique names, are well formed and closed.
struct ProblemSignature {
  var symbols: Set<Symbol> = []
  var distinctObjects: Set<String> = []

  init(_ problem: Problem) throws(Rejection) {
    var names: Set<String> = []
    for statement in problem.statements {
      guard names.insert(statement.name).inserted else {
        throw Rejection("two statements of the problem have the name '\(statement.name)'")
      }
      let shape = try Shape(statement.formula)
      guard shape.freeVariables.isEmpty else {
        throw Rejection("the statement '\(statement.name)' has a free variable")
      }
      symbols.formUnion(shape.symbols)
      distinctObjects.formUnion(shape.distinctObjects)
    }
  }
}

// The table at the head of this file.
private func checkEvidence(_ certificate: Certificate) throws(Rejection) {
  let hasConclusion = certificate.problem.conclusion != nil
  let stances = certificate.models.map(\.stance)
  let refuted = certificate.refutation?.stance
  let isProof: Bool
  switch certificate.verdict {
  case .true:
    isProof = hasConclusion && refuted == .denied && stances.allSatisfy { $0 == .asserted }
  case .false:
    isProof = hasConclusion && refuted == .asserted && stances.allSatisfy { $0 == .denied }
  case .contradictory:
    isProof = refuted == .absent && stances.isEmpty
  case .uncertain:
    isProof =
      refuted == nil
      && (hasConclusion
        ? stances == [.asserted, .denied] || stances == [.denied, .asserted]
        : stances == [.absent])
  case .unknown:
    isProof = false
  }
  guard isProof else {
    throw Rejection("the evidence is not of the kind that '\(certificate.verdict.rawValue)' needs")
  }
}
