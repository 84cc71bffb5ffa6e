// What follows from statements by axioms, as far as the named nodes go.
//
// In every DAG I(X, Y | Z) holds exactly when I(x, y | Z) does for all x in X, y in Y (decomposition and
// composition); P(X, Y | Z) likewise. So statements about two nodes are enough, and the axioms on
// them are (Matúš 1992; Lněnička and Matúš 2007), with i, j, k different nodes outside L:
//
//   contraction    ij|kL, ik|L    gives  ij|L, ik|jL      (contraction, then decomposition, weak union)
//   intersection   ij|kL, ik|jL   gives  ij|L, ik|L
//   composition    ij|L,  ik|L    gives  ij|kL, ik|jL     (composition, then weak union)
//
// For causal paths, a -> b | C ordered:
//
//   strong union         ab|C             gives  ab|kC
//   right intersection   ab|dC, ad|bC     gives  ab|C, ad|C
//   left intersection    ab|dC, db|aC     gives  ab|C, db|C
//   transitivity         ab|C, not db|C   gives  ad|C;   ab|C, not ad|C  gives  db|C
//   strong union         not ab|kC        gives  not ab|C
//   concatenation        not ab|C, not bd|C  gives  not ad|C
//   acyclicity           not ab|C         gives  ba
//
// Every rule holds in every DAG, so what is derived follows. Not all that follows is derived:
// d-separation has no finite set of such rules, and has some with "or" in what they give. Then
// the answer is left to a counterexample, or open.

import Graphs

/// Derives statements; storage is kept from text to text.
struct StatementClosure: Sendable {
  var elements: [ElementaryStatement] = []
  private var places: [Int32] = []
  private var used: [Int] = []
  private(set) var nodes = 0
  private(set) var relation = StatementRelation.separated

  /// Most nodes: the statements about 10 nodes are some ten thousand.
  static let maximumNodes = 10

  /// Derives the conclusion; nil when it is not derived, which leaves open whether it follows.
  ///
  /// - Complexity: O(nodes³ 2^nodes).
  mutating func derive(
    _ conclusion: Statement, from premises: [Statement], _ relation: StatementRelation, nodes: Int
  ) -> [DerivationStep]? {
    guard nodes <= Self.maximumNodes else { return nil }
    start(relation, nodes)
    for (number, premise) in premises.enumerated() { add(premise, number + 1) }
    var next = 0
    while next < elements.count {
      if isReached(conclusion) { break }
      apply(to: next)
      next += 1
    }
    guard isReached(conclusion) else { return nil }
    return Derivation.steps(to: conclusion, premises, self)
  }

  private mutating func start(_ relation: StatementRelation, _ nodes: Int) {
    for key in used { places[key] = 0 }
    used.removeAll(keepingCapacity: true)
    elements.removeAll(keepingCapacity: true)
    self.relation = relation
    self.nodes = nodes
    let size = 2 * nodes * nodes << nodes
    if places.count < size { places = [Int32](repeating: 0, count: size) }
  }

  // Sides of more nodes are cut into pairs; the others of both sides may move into the condition.
  private mutating func add(_ premise: Statement, _ number: Int) {
    if premise.left.count == 1, premise.right.count == 1 {
      return insert(
        ElementaryStatement(
          a: premise.left.node(rank: 0), b: premise.right.node(rank: 0),
          given: premise.given.bits, isDenied: premise.isDenied, rule: nil, first: number))
    }
    // "Some path" between sets says not between which nodes.
    guard !premise.isDenied else { return }
    let sides = premise.left.union(premise.right)
    for a in premise.left.nodes {
      for b in premise.right.nodes {
        insert(
          ElementaryStatement(
            a: a, b: b, given: premise.given.bits, rule: .decomposition, first: number))
        guard relation == .separated else { continue }
        let others = sides.bits & ~(1 << UInt64(a) | 1 << UInt64(b))
        var subset = others
        while subset != 0 {
          insert(
            ElementaryStatement(
              a: a, b: b, given: premise.given.bits | subset, rule: .weakUnion, first: number))
          subset = (subset - 1) & others
        }
      }
    }
  }

  private func key(_ a: Int, _ b: Int, _ given: UInt64, _ isDenied: Bool) -> Int {
    let (low, high) = relation == .separated && a > b ? (b, a) : (a, b)
    let pair = ((isDenied ? nodes : 0) + low) * nodes + high
    return pair << nodes | Int(given)
  }

  /// The place of a statement among the elements; nil when it is not derived.
  func place(_ a: Int, _ b: Int, _ given: UInt64, isDenied: Bool = false) -> Int? {
    let place = places[key(a, b, given, isDenied)]
    return place == 0 ? nil : Int(place) - 1
  }

  private mutating func insert(_ element: ElementaryStatement) {
    let key = key(element.a, element.b, element.given, element.isDenied)
    guard places[key] == 0 else { return }
    elements.append(element)
    places[key] = Int32(elements.count)
    used.append(key)
  }

  private mutating func insert(
    _ a: Int, _ b: Int, _ given: UInt64, isDenied: Bool = false, _ rule: DerivationRule,
    _ first: Int, _ second: Int? = nil
  ) {
    insert(
      ElementaryStatement(
        a: a, b: b, given: given, isDenied: isDenied, rule: rule, first: first, second: second))
  }

  private func isReached(_ conclusion: Statement) -> Bool {
    let pairs = conclusion.left.nodes.lazy.flatMap { a in
      conclusion.right.nodes.lazy.map { (a, $0) }
    }
    func isThere(_ pair: (Int, Int)) -> Bool {
      place(pair.0, pair.1, conclusion.given.bits, isDenied: conclusion.isDenied) != nil
    }
    return conclusion.isDenied ? pairs.contains(where: isThere) : pairs.allSatisfy(isThere)
  }

  private mutating func apply(to place: Int) {
    let element = elements[place]
    switch (relation, element.isDenied) {
    case (.separated, _):
      applyGraphoid(element.a, element.b, element.given, place)
      applyGraphoid(element.b, element.a, element.given, place)
    case (.intercepted, false): applyToPaths(element.a, element.b, element.given, place)
    case (.intercepted, true): applyToDenial(element.a, element.b, element.given, place)
    }
  }

  // The statement is ij|m.
  private mutating func applyGraphoid(_ i: Int, _ j: Int, _ m: UInt64, _ place: Int) {
    let jBit: UInt64 = 1 << UInt64(j)
    for k in 0..<nodes where k != i && k != j {
      let kBit: UInt64 = 1 << UInt64(k)
      if m & kBit == 0 {
        if let other = self.place(i, k, m) {
          insert(i, j, m | kBit, .composition, place, other)
          insert(i, k, m | jBit, .composition, place, other)
        }
        if let other = self.place(i, k, m | jBit) {
          insert(i, k, m, .contraction, other, place)
          insert(i, j, m | kBit, .contraction, other, place)
        }
      } else {
        let l = m & ~kBit
        if let other = self.place(i, k, l) {
          insert(i, j, l, .contraction, place, other)
          insert(i, k, l | jBit, .contraction, place, other)
        }
        if let other = self.place(i, k, l | jBit) {
          insert(i, j, l, .intersection, place, other)
          insert(i, k, l, .intersection, place, other)
        }
      }
    }
  }

  // The statement is ab|m.
  private mutating func applyToPaths(_ a: Int, _ b: Int, _ m: UInt64, _ place: Int) {
    let (aBit, bBit): (UInt64, UInt64) = (1 << UInt64(a), 1 << UInt64(b))
    for d in 0..<nodes where d != a && d != b {
      let dBit: UInt64 = 1 << UInt64(d)
      guard m & dBit == 0 else {
        let c = m & ~dBit
        if let other = self.place(a, d, c | bBit) {
          insert(a, b, c, .rightIntersection, place, other)
          insert(a, d, c, .rightIntersection, place, other)
        }
        if let other = self.place(d, b, c | aBit) {
          insert(a, b, c, .leftIntersection, place, other)
          insert(d, b, c, .leftIntersection, place, other)
        }
        continue
      }
      insert(a, b, m | dBit, .strongUnion, place)
      if let other = self.place(d, b, m, isDenied: true) {
        insert(a, d, m, .transitivity, place, other)
      }
      if let other = self.place(a, d, m, isDenied: true) {
        insert(d, b, m, .transitivity, place, other)
      }
    }
  }

  // The statement is not ab|m: some path from a to b avoids m.
  private mutating func applyToDenial(_ a: Int, _ b: Int, _ m: UInt64, _ place: Int) {
    insert(b, a, 0, .acyclicity, place)
    for d in 0..<nodes where d != a && d != b {
      let dBit: UInt64 = 1 << UInt64(d)
      guard m & dBit == 0 else {
        insert(a, b, m & ~dBit, isDenied: true, .strongUnion, place)
        continue
      }
      if let other = self.place(d, b, m) { insert(d, a, m, .transitivity, other, place) }
      if let other = self.place(a, d, m) { insert(b, d, m, .transitivity, other, place) }
      if let other = self.place(b, d, m, isDenied: true) {
        insert(a, d, m, isDenied: true, .concatenation, place, other)
      }
      if let other = self.place(d, a, m, isDenied: true) {
        insert(d, b, m, isDenied: true, .concatenation, other, place)
      }
    }
  }
}

/// The steps that matter, from a closure.
enum Derivation {
  /// The steps to a conclusion that the closure has reached.
  static func steps(
    to conclusion: Statement, _ premises: [Statement], _ closure: StatementClosure
  ) -> [DerivationStep] {
    if let number = premises.firstIndex(of: conclusion) {
      return [DerivationStep(statement: conclusion, rule: .repetition, from: [number + 1])]
    }
    var steps: [DerivationStep] = []
    var numbers: [Int: Int] = [:]
    func number(_ place: Int) -> Int {
      if let known = numbers[place] { return known }
      let element = closure.elements[place]
      guard let rule = element.rule else { return element.first }
      let isOfPremise = rule == .decomposition || rule == .weakUnion
      let from =
        isOfPremise
        ? [element.first]
        : ([element.first] + [element.second].compactMap { $0 })
          .map(number)
      steps.append(
        DerivationStep(
          statement: Statement(
            left: NodeSet(element.a), right: NodeSet(element.b),
            given: NodeSet(bits: element.given), isDenied: element.isDenied),
          rule: rule, from: from))
      numbers[place] = premises.count + steps.count
      return premises.count + steps.count
    }
    let places = conclusion.left.nodes.flatMap { a in
      conclusion.right.nodes.compactMap { b in
        closure.place(a, b, conclusion.given.bits, isDenied: conclusion.isDenied)
      }
    }
    let isPair = conclusion.left.count == 1 && conclusion.right.count == 1
    let from = (conclusion.isDenied ? Array(places.prefix(1)) : places).map(number)
    if steps.last?.statement == conclusion { return steps }
    let rule: DerivationRule =
      isPair ? .symmetry : conclusion.isDenied ? .decomposition : .composition
    steps.append(DerivationStep(statement: conclusion, rule: rule, from: from))
    return steps
  }
}
