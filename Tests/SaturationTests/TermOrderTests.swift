import TestSupport
import Testing

@testable import Saturation

/// The orders tested. Symbols 2 and 3 are constants, 4 is unary, 5 binary.
private enum TestedOrder: String, CaseIterable, CustomTestStringConvertible {
  case countingSymbols
  case weighingSymbols
  case path

  var testDescription: String { rawValue }
  private static let weights: [UInt32] = [1, 1, 3, 2, 1, 4]

  func make() -> TermOrder {
    switch self {
    case .countingSymbols: TermOrder(precedence: testPrecedence)
    case .weighingSymbols:
      TermOrder(precedence: testPrecedence, weights: Self.weights, variableWeight: 2)
    case .path: TermOrder(isPathOrder: true, precedence: testPrecedence)
    }
  }

  /// Whether the first term is greater, by the definition word for word.
  func isGreater(_ first: TermID, _ second: TermID, _ bank: borrowing TermBank) -> Bool {
    if first == second || first.isVariable { return false }
    if second.isVariable { return bank.contains(first, second) }
    return self == .path
      ? isPathGreater(first, second, bank) : isWeightGreater(first, second, bank)
  }

  private func isPathGreater(_ first: TermID, _ second: TermID, _ bank: borrowing TermBank) -> Bool
  {
    let arguments = bank.arguments(first)
    let others = bank.arguments(second)
    if arguments.contains(where: { $0 == second || isGreater($0, second, bank) }) { return true }
    guard others.allSatisfy({ isGreater(first, $0, bank) }) else { return false }
    return isHeadGreater(first, second, bank)
  }

  private func isHeadGreater(_ first: TermID, _ second: TermID, _ bank: borrowing TermBank) -> Bool
  {
    let symbols = (bank.node(first).symbol, bank.node(second).symbol)
    if symbols.0 != symbols.1 {
      return testPrecedence[Int(symbols.0)] > testPrecedence[Int(symbols.1)]
    }
    let pairs = zip(bank.arguments(first), bank.arguments(second))
    guard let (argument, other) = pairs.first(where: { $0 != $1 }) else { return false }
    return isGreater(argument, other, bank)
  }

  private func isWeightGreater(
    _ first: TermID, _ second: TermID, _ bank: borrowing TermBank
  ) -> Bool {
    guard
      (0..<3).allSatisfy({
        bank.occurrences(of: .variable($0), in: first)
          >= bank.occurrences(of: .variable($0), in: second)
      })
    else { return false }
    let difference = weight(first, bank) - weight(second, bank)
    return difference != 0 ? difference > 0 : isHeadGreater(first, second, bank)
  }

  private func weight(_ term: TermID, _ bank: borrowing TermBank) -> Int {
    let isCounting = self == .countingSymbols
    if term.isVariable { return isCounting ? 1 : 2 }
    let own = isCounting ? 1 : Int(Self.weights[Int(bank.node(term).symbol)])
    return bank.arguments(term).reduce(own) { $0 + weight($1, bank) }
  }
}

extension TermBank {
  fileprivate func arguments(_ term: TermID) -> [TermID] {
    let node = self.node(term)
    return (0..<Int(node.arity)).map { argument(node, $0) }
  }

  fileprivate func occurrences(of variable: TermID, in term: TermID) -> Int {
    if term.isVariable { return term == variable ? 1 : 0 }
    return arguments(term).reduce(0) { $0 + occurrences(of: variable, in: $1) }
  }
}

@Suite struct TermOrderTests {
  @Test(arguments: TestedOrder.allCases, 0..<10)
  private func isASimplificationOrder(tested: TestedOrder, seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var bank = TermBank()
    var order = tested.make()
    var greater = 0
    for _ in 0..<200 {
      let first = random.term(3, variables: 3, &bank)
      let second = random.term(3, variables: 3, &bank)
      let images = (0..<3).map { _ in random.term(2, variables: 2, &bank) }
      let comparison = order.compare(first, second, bank)
      let reversed = order.compare(second, first, bank)
      #expect(reversed == comparison.reversed)
      #expect((comparison == .equal) == (first == second))
      if comparison == .greater {
        greater += 1
        let instances = (bank.instance(first, images), bank.instance(second, images))
        let instanceComparison = order.compare(instances.0, instances.1, bank)
        #expect(instanceComparison == .greater)
      }
      var subterms = Arena<TermID>()
      bank.startWalk()
      bank.collectSubterms(first, into: &subterms)
      for index in 0..<subterms.count where subterms[index] != first {
        let subtermComparison = order.compare(first, subterms[index], bank)
        #expect(subtermComparison == .greater)
      }
    }
    #expect(greater > 20)
  }

  @Test(arguments: TestedOrder.allCases, 0..<10)
  private func agreesWithItsDefinition(tested: TestedOrder, seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var bank = TermBank()
    var order = tested.make()
    for _ in 0..<300 {
      let first = random.term(3, variables: 3, &bank)
      let second = random.term(3, variables: 3, &bank)
      let isGreater = order.compare(first, second, bank) == .greater
      #expect(isGreater == tested.isGreater(first, second, bank))
    }
  }

  @Test(arguments: TestedOrder.allCases, 0..<10)
  private func isTotalAndTransitiveOnGroundTerms(tested: TestedOrder, seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var bank = TermBank()
    var order = tested.make()
    for _ in 0..<200 {
      let terms = (0..<3).map { _ in random.term(3, variables: 0, &bank) }
      let comparison = order.compare(terms[0], terms[1], bank)
      #expect(comparison != .incomparable)
      if comparison == .greater, order.compare(terms[1], terms[2], bank) == .greater {
        let outer = order.compare(terms[0], terms[2], bank)
        #expect(outer == .greater)
      }
    }
  }

  @Test(arguments: TestedOrder.allCases, 0..<5)
  private func isTransitive(tested: TestedOrder, seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var bank = TermBank()
    var order = tested.make()
    var chains = 0
    for _ in 0..<2_000 {
      let terms = (0..<3).map { random.term(3 - $0, variables: 2, &bank) }
      guard order.compare(terms[0], terms[1], bank) == .greater,
        order.compare(terms[1], terms[2], bank) == .greater
      else { continue }
      chains += 1
      let outer = order.compare(terms[0], terms[2], bank)
      #expect(outer == .greater)
    }
    #expect(chains > 20)
  }

  /// Terms that share their subterms are trees so large that a comparison would never end.
  @Test func givesUpOnTermsThatAreTooLarge() {
    var bank = TermBank()
    var order = TestedOrder.path.make()
    var first = TermID.variable(0)
    var second = TermID.variable(1)
    for _ in 0..<60 {
      bank.push(first)
      bank.push(first)
      first = bank.make(5, arity: 2)
      bank.push(second)
      bank.push(second)
      second = bank.make(5, arity: 2)
    }
    let comparison = order.compare(first, second, bank)
    #expect(comparison == .incomparable)
  }
}

@Suite struct SymbolOrderTests {
  private static func signature() -> Signature {
    var signature = Signature()
    for name in ["a", "b", "b"] { _ = signature.number(name, arity: 0, kind: .function) }
    for _ in 0..<4 { _ = signature.number("f", arity: 1, kind: .function) }
    for _ in 0..<3 { _ = signature.number("g", arity: 2, kind: .function) }
    return signature
  }

  /// The symbols from the least to the greatest.
  private func order(
    _ precedence: SaturationStrategy.Precedence,
    goal: SaturationStrategy.GoalSymbols = .asOthers
  ) -> String {
    let signature = Self.signature()
    let ranks = signature.precedence(
      precedence, goal, isGoalSymbol: [false, false, false, false, true, false])
    return (2..<6).sorted { ranks[$0] < ranks[$1] }.map { signature.symbols[$0].name }.joined()
  }

  @Test func ordersSymbols() {
    #expect(order(.arity) == "bafg")
    #expect(order(.reverseArity) == "gfba")
    #expect(order(.frequency) == "abgf")
    #expect(order(.rarity) == "fgba")
    #expect(order(.occurrence) == "abfg")
    #expect(order(.reverseOccurrence) == "gfba")
    #expect(order(.unaryFirst) == "bagf")
    #expect(order(.arity, goal: .lowest) == "fbag")
    #expect(order(.arity, goal: .highest) == "bagf")
  }

  @Test func weighsSymbols() {
    let signature = Self.signature()
    #expect(signature.weights(.one) == nil)
    #expect(signature.weights(.arity)?[2...] == [1, 1, 2, 3])
    #expect(signature.weights(.frequency)?[2...] == [1, 2, 4, 3])
    #expect(signature.weights(.rarity)?[2...] == [4, 3, 1, 2])
  }
}
