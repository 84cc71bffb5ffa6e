import Certificates
import Entailment
import FirstOrderLogic
import Kernel
import TestSupport
import Testing

@Suite struct KnowledgeBaseTests {
  private func statements(_ seed: UInt64) -> (premises: [Statement], conclusions: [Statement]) {
    var generator = FormulaGenerator(seed: seed)
    generator.predicates = [("P", 0), ("Q", 1), ("R", 2)]
    generator.functions = [("a", 0), ("f", 1)]
    let premises = (1...3).map {
      Statement(name: "premise\($0)", formula: generator.formula(depth: 3))
    }
    let conclusions = (0..<4).map { _ in
      Statement(name: "conclusion", formula: generator.formula(depth: 2))
    }
    return (premises, conclusions)
  }

  /// Each answer is the one that the whole problem gets by itself, certificate included.
  @Test(arguments: 0..<UInt64(12)) func answersAsSingleQuestionsDo(seed: UInt64) {
    let (premises, conclusions) = statements(seed)
    let options = EntailmentOptions(prover: .resolution, cpuSeconds: 5)
    let base = KnowledgeBase(premises: premises, options: options)
    let entailer = Entailer(options: options)
    for conclusion in conclusions {
      let answer = base.ask(conclusion)
      let single = entailer.answer(Problem(premises: premises, conclusion: conclusion))
      guard answer.limit != .time, single.limit != .time else { continue }
      #expect(answer.verdict == single.verdict)
      #expect(answer.certificate == single.certificate)
    }
  }

  /// A conclusion may use the very names that Skolemisation took, and distinct objects.
  @Test(arguments: [
    ("p(sk1)", Verdict.uncertain), ("? [X] : p(X)", .true), ("\"a\" != \"b\"", .true),
    ("~ ? [X] : p(X)", .false),
  ])
  func namesDoNotClash(conclusion: String, verdict: Verdict) throws {
    let base = KnowledgeBase(
      premises: [
        Statement(name: "some", formula: try #require(TPTPNotation.formula("? [X] : p(X)")))
      ], options: EntailmentOptions(cpuSeconds: 5))
    let formula = try #require(TPTPNotation.formula(conclusion))
    let answer = base.ask(Statement(name: "asked", formula: formula))
    #expect(answer.verdict == verdict)
    let certificate = try #require(answer.certificate)
    #expect(verify(certificate) == .accepted)
  }
}
