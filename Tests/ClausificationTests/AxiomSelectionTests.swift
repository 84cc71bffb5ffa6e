import Certificates
import FirstOrderLogic
import TestSupport
import Testing

@testable import Clausification

@Suite struct AxiomSelectionTests {
  /// Clauses of one statement each, the last one the conclusion.
  private func clauses(_ texts: [String]) -> [InputClause] {
    texts.enumerated().map { index, text in
      InputClause(
        literals: TPTPNotation.clause(text)!, step: index + 1,
        isFromConclusion: index == texts.count - 1, statement: index)
    }
  }

  private func selected(_ texts: [String], tolerance: Int = 100, depth: Int = 9) -> [Int]? {
    AxiomSelection(tolerance: tolerance, depth: depth).select(clauses(texts))?.map(\.statement)
  }

  @Test func followsRareSymbolsFromTheGoal() {
    let chain = ["p(X0) | q(X0)", "q(X0) | ~q(X0)", "s(c) | t(c)", "~p(X0)"]
    #expect(selected(chain) == [0, 1, 3])
    #expect(selected(chain, depth: 1) == [0, 3])
  }

  /// `m` is everywhere, so it brings in what has nothing rarer; `q`, met twice, only with tolerance.
  @Test func commonSymbolsTriggerOnlyWhatIsAsCommon() {
    let theory = ["m(X0,e) = X0", "m(q(X0),c) = e", "m(q(a),d) = e", "m(b,b) != b"]
    #expect(selected(theory, depth: 1) == [3])
    #expect(selected(theory, tolerance: 200, depth: 1) == [0, 3])
    #expect(selected(theory, tolerance: 1_000, depth: 1) == nil)
  }

  @Test func keepsAllWithoutAGoal() {
    var goalless = clauses(["p(a)", "q(a)"])
    goalless[1].isFromConclusion = false
    #expect(AxiomSelection(tolerance: 100, depth: 3).select(goalless) == nil)
  }

  /// More tolerance and more depth never take less.
  @Test(arguments: 0..<50) func isMonotone(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let texts = (0..<20).map { _ in
      (0..<Int.random(in: 1...3, using: &random)).map { _ in
        "p\(Int.random(in: 0..<15, using: &random))"
      }.joined(separator: " | ")
    }
    var last: Set<Int> = []
    for tolerance in [100, 150, 300, 100_000] {
      for depth in [1, 3, 20] {
        let now = Set(selected(texts, tolerance: tolerance, depth: depth) ?? Array(0..<20))
        #expect(now.contains(19))
        if depth == 20 {
          #expect(now.isSuperset(of: last))
          last = now
        }
      }
    }
  }

  @Test(arguments: [
    (["f(X0) = X0", "f(a) != a"], ProblemClass.unitEquality),
    (["~p(X0) | f(X0) = X0", "p(a)"], .hornEquality),
    (["p(X0) | f(X0) = X0", "~p(a)"], .equality),
    (["~p(X0) | p(f(X0))", "p(a)"], .horn),
    (["q(X0) | p(f(X0))", "~p(a)"], .general),
    (["q(X0) | p(X0)", "a != b"], .effectivelyPropositional),
  ])
  func classesAreTold(texts: [String], expected: ProblemClass) {
    #expect(ProblemClass(clauses(texts)) == expected)
  }

  @Test func manyStatementsWithAGoalAreAClass() {
    let texts = (0..<400).map { "p\($0)(f(X0))" } + ["~p0(X0)"]
    #expect(ProblemClass(clauses(texts)) == .manyAxioms)
  }
}
