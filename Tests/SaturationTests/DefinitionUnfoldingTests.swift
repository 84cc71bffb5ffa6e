import FirstOrderLogic
import TestSupport
import Testing

@testable import Saturation

@Suite struct DefinitionUnfoldingTests {
  static let theorems: [[String]] = [
    ["d(X0) = f(X0,X0)", "p(f(a,a))", "~p(d(a))"],
    ["f(X0,g(X0)) = d(X0)", "d(a) = b", "f(a,g(a)) != b"],
    ["d(X0,X1) = f(X1,X0)", "e(X0) = d(X0,a)", "p(e(b)) | q(d(b,a))", "~p(X0)", "~q(f(a,b))"],
    ["c = f(a)", "d = f(c)", "p(f(f(a)))", "~p(d)"],
    // Both sides would do; each is defined by the other.
    ["d(X0) = e(X0)", "p(d(a))", "~p(e(a))"],
    // No definitions: a variable twice, one more on the right, the function on both sides.
    ["d(X0,X0) = a", "d(b,c) = X0", "a != b"],
    ["d(X0) = f(d(X0))", "p(d(a))", "~p(f(d(a)))"],
    // A definition that contradicts itself once it's unfolded.
    ["d(X0) = X0", "d(a) != a"],
  ]

  @Test(arguments: theorems) func refutationsCheck(clauses: [String]) {
    #expect(search(inputClauses(clauses)) == .refuted)
  }

  @Test func definedSymbolsAreGone() {
    let input = inputClauses(["d(X0) = f(X0,X0)", "p(d(d(a)))", "q(d(X0)) | X0 = d(b)", "~p(a)"])
    let prover = SaturationProver(clauses: input, firstStep: 10)
    let symbol = prover.signature.symbols.firstIndex { $0.name == "d" }!
    var kept = 0
    for clause in 0..<UInt32(prover.clauses.count) where prover.clauses[clause].place == .passive {
      kept += 1
      for index in 0..<prover.clauses.size(clause) {
        let literal = prover.clauses.literal(clause, index)
        let isThere =
          prover.bank.hasSymbol(UInt32(symbol), in: literal.left)
          || prover.bank.hasSymbol(UInt32(symbol), in: literal.right)
        #expect(!isThere)
      }
    }
    #expect(kept == 3)
  }

  /// A tower of doublings would grow to 2^30 symbols; it is left as it is.
  @Test func growthIsBounded() {
    var clauses = (0..<30).map { "d\($0)(X0) = f(d\($0 + 1)(X0),d\($0 + 1)(X0))" }
    clauses += ["p(d0(a))", "~p(d0(a))"]
    #expect(search(inputClauses(clauses)) == .refuted)
  }

  /// Unfolding a definition that nothing else mentions changes no verdict.
  @Test func satisfiableStaysSo() {
    #expect(search(inputClauses(["d(X0) = f(X0)", "p(d(a))", "~p(d(b))"])) == .saturated)
  }
}
