// A seeded generator of random numbers and formulas for properties.

import FirstOrderLogic

/// SplitMix64 (Steele, Lea and Flood 2014): the same seed gives the same sequence everywhere.
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// Makes a generator.
  public init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Draws closed formulas over a small signature.
public struct FormulaGenerator {
  /// Predicates with their arities.
  public var predicates: [(String, Int)] = [("P", 0), ("Q", 1), ("R", 2)]
  /// Function symbols with their arities.
  public var functions: [(String, Int)] = [("a", 0), ("b", 0), ("f", 1)]
  /// Distinct objects, drawn in place of some terms.
  public var objects: [String] = []
  /// Names for bound variables.
  public var variables = ["x", "y", "z"]
  /// Whether equations are drawn.
  public var hasEquality = true
  /// Whether ⊤ and ⊥ are drawn.
  public var hasConstants = false
  /// The source of randomness.
  public var random: SeededGenerator

  /// Makes a generator.
  public init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A closed formula of at most this depth.
  public mutating func formula(depth: Int, scope: [String] = []) -> Formula {
    if depth <= 0 { return atom(scope) }
    switch Int.random(in: 0..<11, using: &random) {
    case 0: return .not(formula(depth: depth - 1, scope: scope))
    case 1, 2: return .and(parts(depth, scope))
    case 3, 4: return .or(parts(depth, scope))
    case 5:
      return .implies(
        formula(depth: depth - 1, scope: scope), formula(depth: depth - 1, scope: scope))
    case 6:
      return .iff(formula(depth: depth - 1, scope: scope), formula(depth: depth - 1, scope: scope))
    case 7:
      return .xor(formula(depth: depth - 1, scope: scope), formula(depth: depth - 1, scope: scope))
    case 8, 9:
      let name = variables.randomElement(using: &random)!
      let quantifier: Quantifier = Bool.random(using: &random) ? .forAll : .exists
      return .quantified(quantifier, name, formula(depth: depth - 1, scope: scope + [name]))
    default: return atom(scope)
    }
  }

  private mutating func parts(_ depth: Int, _ scope: [String]) -> [Formula] {
    let count = Int.random(in: 2...3, using: &random)
    return (0..<count).map { _ in formula(depth: depth - 1, scope: scope) }
  }

  /// An atom over the variables in scope.
  public mutating func atom(_ scope: [String]) -> Formula {
    let kind = Int.random(in: 0..<10, using: &random)
    if hasConstants, kind == 0 { return .constant(Bool.random(using: &random)) }
    if hasEquality, kind <= 2 { return .equal(term(2, scope), term(2, scope)) }
    let (name, arity) = predicates.randomElement(using: &random)!
    return .atom(.predicate(name, (0..<arity).map { _ in term(2, scope) }))
  }

  /// A term of at most this depth.
  public mutating func term(_ depth: Int, _ scope: [String]) -> Term {
    if !scope.isEmpty, Int.random(in: 0..<3, using: &random) > 0 {
      return .variable(scope.randomElement(using: &random)!)
    }
    if !objects.isEmpty, Int.random(in: 0..<3, using: &random) == 0 {
      return .distinct(objects.randomElement(using: &random)!)
    }
    let candidates = depth > 0 ? functions : functions.filter { $0.1 == 0 }
    let (name, arity) = candidates.randomElement(using: &random)!
    return .application(name, (0..<arity).map { _ in term(depth - 1, scope) })
  }
}
