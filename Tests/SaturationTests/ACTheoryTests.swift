import TestSupport
import Testing

@testable import Saturation

@Suite struct ACTheoryTests {
  /// Symbol 5 of the random terms, made associative and commutative.
  private func theory(_ bank: inout TermBank) -> ACTheory {
    func f(_ left: TermID, _ right: TermID) -> TermID {
      bank.push(left)
      bank.push(right)
      return bank.make(5, arity: 2)
    }
    let (x, y, z) = (TermID.variable(0), TermID.variable(1), TermID.variable(2))
    var theory = ACTheory(symbolCount: 6)
    let laws = [(f(x, y), f(y, x)), (f(x, f(y, z)), f(f(x, y), z))]
    for (left, right) in laws {
      let isKnownBefore = theory.hasSymbols
      #expect(!isKnownBefore)
      theory.learn(ClauseLiteral(true, left, right), bank)
    }
    let isKnown = theory.hasSymbols
    #expect(isKnown)
    return theory
  }

  /// One random application of a law somewhere in a term.
  private func shuffled(
    _ term: TermID, _ random: inout SeededGenerator, _ bank: inout TermBank
  ) -> TermID {
    if term.isVariable { return term }
    let node = bank.node(term)
    var arguments = (0..<Int(node.arity)).map { bank.argument(node, $0) }
    if let index = arguments.indices.randomElement(using: &random), Bool.random(using: &random) {
      arguments[index] = shuffled(arguments[index], &random, &bank)
    } else if node.symbol == 5 {
      let inner = arguments[0].isVariable ? nil : bank.node(arguments[0])
      if let inner, inner.symbol == 5, Bool.random(using: &random) {
        bank.push(bank.argument(inner, 1))
        bank.push(arguments[1])
        let right = bank.make(5, arity: 2)
        arguments = [bank.argument(inner, 0), right]
      } else {
        arguments.reverse()
      }
    }
    for argument in arguments { bank.push(argument) }
    return bank.make(node.symbol, arity: arguments.count)
  }

  @Test(arguments: 0..<20) func equalTermsHaveOneNormalForm(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var bank = TermBank()
    var theory = theory(&bank)
    for _ in 0..<50 {
      let term = random.term(5, variables: 3, &bank)
      var other = term
      for _ in 0..<30 { other = shuffled(other, &random, &bank) }
      let normal = theory.normalForm(term, &bank)
      let otherNormal = theory.normalForm(other, &bank)
      #expect(normal == otherNormal)
      let weights = (bank.weight(normal), bank.weight(term))
      #expect(weights.0 == weights.1)
    }
  }

  /// Terms that differ in a leaf stay apart, and so do arguments of functions that aren't AC.
  @Test func differentTermsStayApart() {
    var bank = TermBank()
    var theory = theory(&bank)
    let a = bank.make(2, arity: 0)
    let b = bank.make(3, arity: 0)
    func g(_ term: TermID) -> TermID {
      bank.push(term)
      return bank.make(4, arity: 1)
    }
    func f(_ left: TermID, _ right: TermID) -> TermID {
      bank.push(left)
      bank.push(right)
      return bank.make(5, arity: 2)
    }
    let pairs = [(f(a, a), f(a, b)), (f(g(a), b), f(a, g(b))), (g(f(a, b)), f(g(a), b))]
    for (left, right) in pairs {
      let normal = theory.normalForm(left, &bank)
      let otherNormal = theory.normalForm(right, &bank)
      #expect(normal != otherNormal)
    }
  }

  static let lattice = [
    "m(X0,X1) = m(X1,X0)", "m(m(X0,X1),X2) = m(X0,m(X1,X2))", "j(X0,X1) = j(X1,X0)",
    "j(j(X0,X1),X2) = j(X0,j(X1,X2))", "m(X0,j(X0,X1)) = X0", "j(X0,m(X0,X1)) = X0",
  ]

  @Test(arguments: [
    "m(a,m(b,m(c,d))) != m(d,m(c,m(b,a)))", "m(a,a) != a", "m(a,m(b,j(a,c))) != m(b,a)",
    "j(m(a,b),m(b,j(a,a))) != m(b,a)",
  ])
  func theoremsOfLatticesAreStillFound(denied: String) {
    #expect(search(inputClauses(Self.lattice + [denied])) == .refuted)
  }

  /// Commutative and associative alone: all conclusions fall away, so the search ends.
  @Test func permutationsDoNotPileUp() {
    let laws = Array(Self.lattice.prefix(2))
    #expect(search(inputClauses(laws + ["m(a,b) != m(a,c)"])) == .saturated)
  }
}
