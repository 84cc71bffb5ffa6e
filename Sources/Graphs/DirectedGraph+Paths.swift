// Directed paths: reachability, hops, ancestors, cycles, topological order.
//
// Reachability and hops by breadth-first search; the order by taking sources away (Kahn 1962), which
// fails exactly on graphs with a cycle.

extension DirectedGraph {
  /// A shortest directed path, both ends included; nil when there is none. From a node to itself
  /// it is the node alone.
  ///
  /// - Complexity: O(nodes² / 64 + edges).
  public func shortestPath(from source: Int, to target: Int) -> [Int]? {
    if source == target { return [source] }
    var before = [Int](repeating: -1, count: count)
    var queue = [source]
    before[source] = source
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      for child in childRow(node) where before[child] < 0 {
        before[child] = node
        if child == target { return trace(before, to: target) }
        queue.append(child)
      }
    }
    return nil
  }

  private func trace(_ before: [Int], to target: Int) -> [Int] {
    var path = [target]
    var node = target
    while before[node] != node {
      node = before[node]
      path.append(node)
    }
    return path.reversed()
  }

  /// Edges on a shortest directed path; nil when there is none.
  public func hops(from source: Int, to target: Int) -> Int? {
    distance(from: source, to: target, followsParents: false)
  }

  /// Edges on a shortest path whatever their directions; nil when the nodes are not connected.
  public func skeletonDistance(from source: Int, to target: Int) -> Int? {
    distance(from: source, to: target, followsParents: true)
  }

  // Level by level: the sets are words, so a level costs its nodes and not its edges.
  private func distance(from source: Int, to target: Int, followsParents: Bool) -> Int? {
    if source == target { return 0 }
    if words == 1 { return smallDistance(source, target, followsParents) }
    var seen = [Bool](repeating: false, count: count)
    seen[source] = true
    var level = [source]
    var length = 0
    while !level.isEmpty {
      length += 1
      var next: [Int] = []
      for node in level {
        let above = followsParents ? parents(of: node) : []
        for neighbour in children(of: node) + above where !seen[neighbour] {
          if neighbour == target { return length }
          seen[neighbour] = true
          next.append(neighbour)
        }
      }
      level = next
    }
    return nil
  }

  private func smallDistance(_ source: Int, _ target: Int, _ followsParents: Bool) -> Int? {
    var seen = UInt64(1) << UInt64(source)
    var level = seen
    var length = 0
    while level != 0 {
      length += 1
      var next: UInt64 = 0
      while level != 0 {
        let node = level.trailingZeroBitCount
        level &= level &- 1
        next |= childBits[node]
        if followsParents { next |= parentBits[node] }
      }
      level = next & ~seen
      seen |= level
      if level >> UInt64(target) & 1 == 1 { return length }
    }
    return nil
  }

  /// The nodes with a directed path to one of these, themselves included, ascending.
  public func ancestors(of nodes: [Int]) -> [Int] { closure(nodes) { parentRow($0) } }

  /// The nodes with a directed path from one of these, themselves included, ascending.
  public func descendants(of nodes: [Int]) -> [Int] { closure(nodes) { childRow($0) } }

  private func closure(_ nodes: [Int], _ next: (Int) -> Bits) -> [Int] {
    let seen = membership(of: nodes, closedUnder: next)
    return seen.indices.filter { seen[$0] }
  }

  func membership(of nodes: [Int], closedUnder next: (Int) -> Bits) -> [Bool] {
    var seen = [Bool](repeating: false, count: count)
    var stack: [Int] = []
    for node in nodes where !seen[node] {
      seen[node] = true
      stack.append(node)
    }
    while let node = stack.popLast() {
      for neighbour in next(node) where !seen[neighbour] {
        seen[neighbour] = true
        stack.append(neighbour)
      }
    }
    return seen
  }

  /// The nodes with every edge leading forward, the least possible node first; nil when there is a
  /// cycle.
  public func topologicalOrder() -> [Int]? {
    var degree = (0..<count).map(inDegree)
    var ready = (0..<count).filter { degree[$0] == 0 }
    var order: [Int] = []
    while let node = ready.min() {
      ready.removeAll { $0 == node }
      order.append(node)
      for child in childRow(node) {
        degree[child] -= 1
        if degree[child] == 0 { ready.append(child) }
      }
    }
    return order.count == count ? order : nil
  }

  /// Whether every edge of the graph leads forward in this order of all its nodes.
  public func isTopologicalOrder(_ order: [Int]) -> Bool {
    guard order.sorted() == Array(0..<count) else { return false }
    var place = [Int](repeating: 0, count: count)
    for (index, node) in order.enumerated() { place[node] = index }
    return edges.allSatisfy { place[$0.from] < place[$0.to] }
  }

  /// Whether there is no directed cycle.
  public var isAcyclic: Bool {
    if words == 1 { return smallIsAcyclic }
    return topologicalOrder() != nil
  }

  // Nodes whose parents are all gone are taken away until none is left or none can be.
  private var smallIsAcyclic: Bool {
    var left = count == 64 ? UInt64.max : (UInt64(1) << UInt64(count)) - 1
    while left != 0 {
      var rest = left
      var gone: UInt64 = 0
      while rest != 0 {
        let node = rest.trailingZeroBitCount
        rest &= rest &- 1
        if parentBits[node] & (left & ~gone) == 0 { gone |= 1 << UInt64(node) }
      }
      if gone == 0 { return false }
      left &= ~gone
    }
    return true
  }

  /// A directed cycle, its first node repeated at the end; nil when there is none.
  public func cycle() -> [Int]? {
    for node in 0..<count {
      if hasEdge(from: node, to: node) { return [node, node] }
      for child in childRow(node) {
        if let path = shortestPath(from: child, to: node) { return [node] + path }
      }
    }
    return nil
  }
}
