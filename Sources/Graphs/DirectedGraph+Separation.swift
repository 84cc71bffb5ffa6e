// d-separation, with a witness for either answer.
//
// No: an active path, found by the reachable procedure (Koller and Friedman 2009, algorithm 3.1):
// breadth-first search over (node, direction), where "up" is arriving from a child and "down" from
// a parent. A node outside Z passes up to everything and down to children; a node that is in Z or
// has a descendant in Z sends what comes down back up. The first walk found is shortest, hence a
// path: where it met a node twice, the node would open or pass the shorter way too.
//
// Yes: an argument that shares nothing with the search (Lauritzen et al. 1990): in the moral graph
// of the ancestors of {x, y} ∪ Z, without Z, x's component does not hold y.

extension DirectedGraph {
  /// A path along which x and y are dependent given Z.
  public struct ActivePath: Hashable, Sendable {
    /// The nodes, x first, y last.
    public var nodes: [Int]
    /// For each collider of the path a directed path to the node of Z that opens it.
    public var openers: [[Int]]
  }

  /// Why x and y are d-separated.
  public struct SeparatingArgument: Hashable, Sendable {
    /// The ancestors of x, y and Z, themselves included.
    public var ancestors: [Int]
    /// The nodes connected to x in their moral graph without Z; y is not among them.
    public var component: [Int]
  }

  /// Whether x and y are d-separated given Z. The graph must be acyclic, x and y different and not
  /// in Z.
  public func areSeparated(_ x: Int, _ y: Int, given: [Int] = []) -> Bool {
    if words == 1 { return smallSeparated(x, y, given) }
    return activePath(x, y, given: given) == nil
  }

  // The same procedure with sets of nodes as words: each pass moves a whole frontier.
  private func smallSeparated(_ x: Int, _ y: Int, _ given: [Int]) -> Bool {
    var observed: UInt64 = 0
    for node in given { observed |= 1 << UInt64(node) }
    var opened = observed
    var frontier = observed
    while frontier != 0 {
      let above = union(parentBits, frontier)
      frontier = above & ~opened
      opened |= above
    }
    var up = UInt64(1) << UInt64(x)
    var down: UInt64 = 0
    var newUp = up
    var newDown: UInt64 = 0
    while newUp | newDown != 0 {
      let passing = newUp & ~observed
      let goingUp = union(parentBits, passing | newDown & opened)
      let goingDown = union(childBits, passing | newDown & ~observed)
      newUp = goingUp & ~up
      newDown = goingDown & ~down
      up |= newUp
      down |= newDown
      if (up | down) >> UInt64(y) & 1 == 1 { return false }
    }
    return true
  }

  private func union(_ rows: [UInt64], _ nodes: UInt64) -> UInt64 {
    var rest = nodes
    var all: UInt64 = 0
    while rest != 0 {
      all |= rows[rest.trailingZeroBitCount]
      rest &= rest &- 1
    }
    return all
  }

  /// A shortest active path between x and y given Z; nil when they are d-separated.
  ///
  /// - Complexity: O(nodes² / 64 + edges).
  public func activePath(_ x: Int, _ y: Int, given: [Int] = []) -> ActivePath? {
    precondition(x != y && !given.contains(x) && !given.contains(y), "x, y and Z overlap")
    var observed = [Bool](repeating: false, count: count)
    for node in given { observed[node] = true }
    let opened = membership(of: given) { parentRow($0) }
    // State 2v is v reached from a child (or the start), 2v + 1 v reached from a parent.
    var before = [Int](repeating: -1, count: 2 * count)
    before[2 * x] = 2 * x
    var queue = [2 * x]
    var head = 0
    while head < queue.count {
      let state = queue[head]
      head += 1
      let node = state >> 1
      let cameDown = state & 1 == 1
      if node == y { return path(before, to: state, given: observed) }
      if cameDown ? opened[node] : !observed[node] {
        for parent in parentRow(node) where before[2 * parent] < 0 {
          before[2 * parent] = state
          queue.append(2 * parent)
        }
      }
      if !observed[node] {
        for child in childRow(node) where before[2 * child + 1] < 0 {
          before[2 * child + 1] = state
          queue.append(2 * child + 1)
        }
      }
    }
    return nil
  }

  private func path(_ before: [Int], to last: Int, given observed: [Bool]) -> ActivePath {
    var states = [last]
    while before[states[states.count - 1]] != states[states.count - 1] {
      states.append(before[states[states.count - 1]])
    }
    states.reverse()
    var openers: [[Int]] = []
    // A collider is reached from a parent and left to a parent.
    for index in states.indices.dropLast() where index > 0 {
      if states[index] & 1 == 1 && states[index + 1] & 1 == 0 {
        openers.append(opener(of: states[index] >> 1, observed))
      }
    }
    return ActivePath(nodes: states.map { $0 >> 1 }, openers: openers)
  }

  private func opener(of collider: Int, _ observed: [Bool]) -> [Int] {
    let paths = observed.indices.filter { observed[$0] }.compactMap {
      shortestPath(from: collider, to: $0)
    }
    guard let shortest = paths.min(by: { $0.count < $1.count }) else {
      fatalError("a collider on an active path has no descendant in the condition")
    }
    return shortest
  }

  /// The argument from the moral graph; nil when x and y are not d-separated.
  public func separatingArgument(_ x: Int, _ y: Int, given: [Int] = []) -> SeparatingArgument? {
    let relevant = membership(of: [x, y] + given) { parentRow($0) }
    var joined = [[Int]](repeating: [], count: count)
    for node in relevant.indices where relevant[node] {
      let parents = parents(of: node)
      for parent in parents {
        joined[parent].append(node)
        joined[parent].append(contentsOf: parents)
      }
      joined[node].append(contentsOf: parents)
    }
    var seen = [Bool](repeating: false, count: count)
    for node in given { seen[node] = true }
    var component = [x]
    seen[x] = true
    var head = 0
    while head < component.count {
      for next in joined[component[head]] where !seen[next] {
        if next == y { return nil }
        seen[next] = true
        component.append(next)
      }
      head += 1
    }
    return SeparatingArgument(
      ancestors: relevant.indices.filter { relevant[$0] }, component: component.sorted())
  }

  /// Whether Z is a valid adjustment set for the effect of x on y by the back-door criterion (Pearl
  /// 2009, definition 3.3.1): no node of Z descends from x, and Z blocks every path into x, that is,
  /// separates x from y once the edges out of x are gone.
  public func isBackdoorSet(_ given: [Int], from x: Int, to y: Int) -> Bool {
    let below = Set(descendants(of: [x]))
    guard x != y, !given.contains(y), given.allSatisfy({ !below.contains($0) }) else {
      return false
    }
    var cut = self
    for child in children(of: x) { cut.removeEdge(from: x, to: child) }
    return cut.areSeparated(x, y, given: given)
  }
}
