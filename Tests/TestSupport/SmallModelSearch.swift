// All models of up to a few elements, without clauses and without a SAT solver: the referee for
// everything that decides.
//
// A formula is evaluated over {0, ..., n-1} with tables that are filled in only as far as they are
// looked at. Its value is true, false, or unknown for want of one entry; then each value of that entry
// is tried (SEM's idea: Zhang and Zhang 1995). To go through all tables, as `existsModel` does,
// takes n^(n^arity) times longer for what no formula looks at.

import FirstOrderLogic

/// A search for a model of one formula with a given number of elements.
public struct SmallModelSearch {
  /// What a search has shown.
  public enum Outcome: Hashable, Sendable {
    case model
    case none
    /// The budget was spent.
    case open
  }

  /// Whether some model has so many elements.
  ///
  /// - Parameters:
  ///   - formula: closed; distinct objects differ from each other in its models.
  ///   - budget: entries tried.
  public static func search(_ formula: Formula, size: Int, budget: Int) -> Outcome {
    var search = SmallModelSearch(size: size, budget: budget)
    let node = search.compile(formula, [:])
    guard search.prepareObjects() else { return .none }
    search.entries = Array(repeating: -1, count: search.entryCount)
    for (value, entry) in search.objects.enumerated() { search.entries[entry] = value }
    return search.run(node)
  }

  private indirect enum TermNode {
    case variable(Int)
    case application(first: Int, [TermNode])
  }

  private indirect enum Node {
    case constant(Bool)
    case atom(first: Int, [TermNode])
    case equal(TermNode, TermNode)
    case not(Node)
    case all([Node])
    case any([Node])
    case same(Node, Node)
    case forAll(Int, Node)
    case exists(Int, Node)
  }

  private let size: Int
  private var budget: Int
  private var firstEntries: [String: Int] = [:]
  private var objectNames: [String] = []
  private var entryCount = 0
  /// How many values an entry may have.
  private var ranges: [Int] = []
  private var entries: [Int] = []
  private var variables: [Int] = []
  /// The entry that the last evaluation wanted.
  private var wanted = 0

  private init(size: Int, budget: Int) {
    self.size = size
    self.budget = budget
  }

  private mutating func run(_ node: Node) -> Outcome {
    switch evaluate(node) {
    case true?: return .model
    case false?: return .none
    case nil: break
    }
    let entry = wanted
    for value in 0..<ranges[entry] {
      budget -= 1
      if budget <= 0 { return .open }
      entries[entry] = value
      let outcome = run(node)
      if outcome != .none { return outcome }
    }
    entries[entry] = -1
    return .none
  }
}

// MARK: - Compilation

extension SmallModelSearch {
  private mutating func table(_ key: String, arity: Int, range: Int) -> Int {
    if let known = firstEntries[key] { return known }
    let first = entryCount
    let count = (0..<arity).reduce(1) { product, _ in product * size }
    firstEntries[key] = first
    entryCount += count
    ranges += Array(repeating: range, count: count)
    return first
  }

  private mutating func compile(_ term: Term, _ scope: [String: Int]) -> TermNode {
    switch term {
    case .variable(let name): return .variable(scope[name]!)
    case .distinct(let name):
      let first = table("d \(name)", arity: 0, range: size)
      if !objectNames.contains(name) { objectNames.append(name) }
      return .application(first: first, [])
    case .application(let name, let arguments):
      let first = table("f\(arguments.count) \(name)", arity: arguments.count, range: size)
      return .application(first: first, arguments.map { compile($0, scope) })
    }
  }

  private mutating func compile(_ formula: Formula, _ scope: [String: Int]) -> Node {
    switch formula {
    case .constant(let value): return .constant(value)
    case .atom(.equality(let left, let right)):
      return .equal(compile(left, scope), compile(right, scope))
    case .atom(.predicate(let name, let arguments)):
      let first = table("p\(arguments.count) \(name)", arity: arguments.count, range: 2)
      return .atom(first: first, arguments.map { compile($0, scope) })
    case .not(let body): return .not(compile(body, scope))
    case .and(let parts): return .all(parts.map { compile($0, scope) })
    case .or(let parts): return .any(parts.map { compile($0, scope) })
    case .xor(let left, let right): return .not(.same(compile(left, scope), compile(right, scope)))
    case .implies(let left, let right):
      return .any([.not(compile(left, scope)), compile(right, scope)])
    case .iff(let left, let right): return .same(compile(left, scope), compile(right, scope))
    case .quantified(let quantifier, let name, let body):
      let slot = variables.count
      variables.append(0)
      let inner = compile(body, scope.merging([name: slot]) { $1 })
      return quantifier == .forAll ? .forAll(slot, inner) : .exists(slot, inner)
    }
  }

  /// The first elements are the distinct objects, which loses no model up to isomorphism.
  private mutating func prepareObjects() -> Bool { objectNames.count <= size }

  private var objects: [Int] { objectNames.map { firstEntries["d \($0)"]! } }
}

// MARK: - Evaluation

extension SmallModelSearch {
  private mutating func lookUp(_ first: Int, _ arguments: [TermNode]) -> Int? {
    var index = 0
    for argument in arguments {
      guard let value = evaluate(argument) else { return nil }
      index = index * size + value
    }
    let value = entries[first + index]
    if value >= 0 { return value }
    wanted = first + index
    return nil
  }

  private mutating func evaluate(_ term: TermNode) -> Int? {
    switch term {
    case .variable(let slot): variables[slot]
    case .application(let first, let arguments): lookUp(first, arguments)
    }
  }

  private mutating func evaluate(_ node: Node) -> Bool? {
    switch node {
    case .constant(let value): return value
    case .atom(let first, let arguments): return lookUp(first, arguments).map { $0 == 1 }
    case .equal(let left, let right):
      guard let left = evaluate(left), let right = evaluate(right) else { return nil }
      return left == right
    case .not(let body): return evaluate(body).map { !$0 }
    case .same(let left, let right):
      guard let left = evaluate(left), let right = evaluate(right) else { return nil }
      return left == right
    case .all(let parts): return join(parts.indices, neutral: true) { $0.evaluate(parts[$1]) }
    case .any(let parts): return join(parts.indices, neutral: false) { $0.evaluate(parts[$1]) }
    case .forAll(let slot, let body):
      return join(0..<size, neutral: true) {
        $0.variables[slot] = $1
        return $0.evaluate(body)
      }
    case .exists(let slot, let body):
      return join(0..<size, neutral: false) {
        $0.variables[slot] = $1
        return $0.evaluate(body)
      }
    }
  }

  // One part with the other value decides, whatever the unknown ones are.
  private mutating func join(
    _ range: Range<Int>, neutral: Bool, _ part: (inout Self, Int) -> Bool?
  ) -> Bool? {
    var isKnown = true
    for index in range {
      switch part(&self, index) {
      case nil: isKnown = false
      case neutral?: break
      default: return !neutral
      }
    }
    return isKnown ? neutral : nil
  }
}
