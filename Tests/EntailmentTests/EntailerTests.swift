import Certificates
import Entailment
import FirstOrderLogic
import Kernel
import TestSupport
import Testing

/// A problem in the native notation.
func problem(_ text: String) throws -> Problem {
  let result = ProblemReader.read(.init(name: "test.fol", text), format: .native)
  try #require(result.isUsable, "\(result.diagnostics.map { $0.rendered() }.joined())")
  return result.problem
}

@Suite struct EntailerTests {
  static let cases: [(String, Verdict)] = [
    ("∀x (Human(x) → Mortal(x))\nHuman(socrates)\n⊢ Mortal(socrates)", .true),
    ("∀x (Human(x) → Mortal(x))\nHuman(socrates)\n⊢ ¬Mortal(socrates)", .false),
    ("∀x (Human(x) → Mortal(x))\nMortal(fido)\n⊢ Human(fido)", .uncertain),
    ("P(a)\n¬P(a)\nQ(b)\n⊢ Q(b)", .contradictory),
    ("P(a) ⊕ Q(a)\n¬P(a)\n⊢ Q(a)", .true),
    ("∀x (P(x) ↔ Q(x))\nP(a)\n⊢ ¬Q(a)", .false),
    ("a = b\nP(a)\n⊢ P(b)", .true),
    ("∀x (f(f(x)) = x)\nP(f(a))\n⊢ P(f(f(f(a))))", .true),
    ("P(a)\n⊢ Q ∨ ¬Q", .true),
    ("∀x ∃y R(x, y)\n⊢ ∃y ∀x R(x, y)", .uncertain),
    ("∃y ∀x R(x, y)\n⊢ ∀x ∃y R(x, y)", .true),
  ]

  @Test(arguments: cases, ProverChoice.allCases)
  func verdictsWithAcceptedCertificates(_ example: (String, Verdict), prover: ProverChoice) throws {
    let entailer = Entailer(options: EntailmentOptions(prover: prover))
    let answer = entailer.answer(try problem(example.0))
    #expect(answer.verdict == example.1)
    let certificate = try #require(answer.certificate)
    #expect(certificate.verdict == example.1)
    guard case .accepted = verify(try Certificate(json: certificate.json)) else {
      Issue.record("the kernel rejects the certificate read back from JSON")
      return
    }
  }

  @Test func aContradictionIsNamedByAMinimalSubset() throws {
    let text = """
      ∀x (Bird(x) → Flies(x))
      Bird(tweety)
      Yellow(tweety)
      ∀x (Penguin(x) → ¬Flies(x))
      Penguin(tweety)
      ∀x (Yellow(x) → Bright(x))
      ⊢ Bright(tweety)
      """
    let answer = Entailer(options: EntailmentOptions()).answer(try problem(text))
    #expect(answer.verdict == .contradictory)
    #expect(answer.premisesUsed == ["premise1", "premise2", "premise4", "premise5"])
    #expect(answer.isMinimal)
  }

  @Test func onlyUsedPremisesAreNamed() throws {
    let answer = Entailer(options: EntailmentOptions()).answer(
      try problem("P(a)\nQ(a)\n∀x (P(x) → R(x))\n⊢ R(a)"))
    #expect(answer.premisesUsed == ["premise1", "premise3"])
  }

  @Test func aProblemWithoutFiniteModelsEndsAtItsLimit() throws {
    let text = """
      ∀x ¬Less(x, x)
      ∀x ∀y ∀z (Less(x, y) ∧ Less(y, z) → Less(x, z))
      ∀x ∃y Less(x, y)
      ⊢ ∃x ∃y ∃z (Less(x, y) ∧ Less(x, z) ∧ Less(y, z) ∧ Big(x))
      """
    let options = EntailmentOptions(cpuSeconds: 0.5)
    let answer = Entailer(options: options).answer(try problem(text))
    #expect([.unknown, .uncertain].contains(answer.verdict))
    #expect(answer.certificate == nil)
    #expect(answer.cpuSeconds < 2.5)
  }

  @Test func aCancelledSearchSaysSo() throws {
    let cancellation = Cancellation()
    cancellation.cancel(.cancelled)
    let entailer = Entailer(options: EntailmentOptions(), cancellation: cancellation)
    let answer = entailer.answer(try problem("P(a)\n⊢ P(a)"))
    #expect(answer.verdict == .unknown)
    #expect(answer.limit == .cancelled)
  }

  @Test func theSameProblemGivesTheSameCertificate() throws {
    for example in Self.cases {
      let first = Entailer(options: EntailmentOptions()).answer(try problem(example.0))
      let second = Entailer(options: EntailmentOptions()).answer(try problem(example.0))
      #expect(first.certificate == second.certificate)
    }
  }

  /// The built-in deciders against Z3 on random problems.
  @Test(arguments: 0..<60)
  func decidersAgree(_ seed: UInt64) {
    var generator = FormulaGenerator(seed: seed)
    let premises = (1...3).map {
      Statement(name: "premise\($0)", formula: generator.formula(depth: 3))
    }
    let conclusion = Statement(name: "conclusion", formula: generator.formula(depth: 3))
    let problem = Problem(premises: premises, conclusion: conclusion)
    let ours = Entailer(options: EntailmentOptions(prover: .resolution, cpuSeconds: 1))
      .answer(problem)
    let theirs = Entailer(options: EntailmentOptions(prover: .z3, cpuSeconds: 1)).answer(problem)
    if ours.verdict != .unknown, theirs.verdict != .unknown {
      #expect(ours.verdict == theirs.verdict)
    }
  }
}
