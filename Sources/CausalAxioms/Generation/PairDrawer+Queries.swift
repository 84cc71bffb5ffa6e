// Finds questions about a graph that is drawn already.

import Graphs

extension PairDrawer {
  /// Distances of this and more are one stratum of d-separation.
  static let deep = 4
  /// The largest set that d-separation is asked for.
  static let largestCondition = 4
  private static let conditionTries = 6

  /// A question of the stratum with the label; nil when this graph has none, or none was hit on.
  mutating func findQuery(
    _ kind: PairKind, _ stratum: Stratum, isYes: Bool, _ random: inout RowRandom
  ) -> PairQuery? {
    let count = drawer.graph.count
    var x = random.small(count)
    for _ in 0..<count {
      switch kind.question {
      case .path:
        let targets = pathTargets(of: x, stratum, isYes: isYes)
        if !targets.isEmpty { return PairQuery(x: x, y: pick(targets, &random)) }
      case .separation:
        if let query = findSeparation(x, stratum, isYes: isYes, &random) { return query }
      case .separationByNothing:
        let targets = targetsByNothing(of: x, stratum, isYes: isYes)
        if !targets.isEmpty { return PairQuery(x: x, y: pick(targets, &random)) }
      }
      x = x &+ 1 == count ? 0 : x &+ 1
    }
    return nil
  }

  private func pick(_ nodes: NodeSet, _ random: inout RowRandom) -> Int {
    nodes.hasSeveral ? nodes.node(rank: random.small(nodes.count)) : nodes.node(rank: 0)
  }

  // The Y of the stratum for which X -> ... -> Y is there, or isn't.
  private mutating func pathTargets(of x: Int, _ stratum: Stratum, isYes: Bool) -> NodeSet {
    let degrees = stratum.degrees
    guard Degrees(x, in: drawer.graph) == degrees.x else { return NodeSet() }
    hops.run(from: x, in: drawer.graph, isYes ? .forward : .either, limit: stratum.distance)
    var candidates = hops.level(stratum.distance)
    if !isYes, !candidates.isEmpty {
      candidates = candidates.subtracting(drawer.graph.descendants(of: NodeSet(x)))
    }
    return only(candidates, degrees.y)
  }

  // The Y of the stratum that X is d-separated from given nothing, or isn't.
  private mutating func targetsByNothing(of x: Int, _ stratum: Stratum, isYes: Bool) -> NodeSet {
    let degrees = stratum.degrees
    guard Degrees(x, in: drawer.graph) == degrees.x else { return NodeSet() }
    let open = connectedGivenNothing(x)
    let pool = nodes(at: stratum.distance, from: x)
    return only(isYes ? pool.subtracting(open) : pool.intersection(open), degrees.y)
  }

  private func only(_ nodes: NodeSet, _ degrees: Degrees) -> NodeSet {
    var kept = NodeSet()
    var rest = nodes
    while let node = rest.popFirst() {
      if Degrees(node, in: drawer.graph) == degrees { kept.insert(node) }
    }
    return kept
  }

  private mutating func findSeparation(
    _ x: Int, _ stratum: Stratum, isYes: Bool, _ random: inout RowRandom
  ) -> PairQuery? {
    var pool = nodes(at: stratum.distance, from: x)
    guard !pool.isEmpty else { return nil }
    let openAtOnce = connectedGivenNothing(x)
    let isSeparatedAtOnce = stratum.profile & 1 == 1
    pool = isSeparatedAtOnce ? pool.subtracting(openAtOnce) : pool.intersection(openAtOnce)
    guard !pool.isEmpty else { return nil }
    for _ in 0..<Self.conditionTries {
      let given = drawSet(size: stratum.profile >> 1, without: NodeSet(x), &random)
      var targets = pool.subtracting(given)
      if given.intersection(openAtOnce).isEmpty {
        // Inner nodes of trails without colliders, and descendants of a first collider, are all among
        // what is connected given nothing: a set without these changes nothing.
        guard isYes == isSeparatedAtOnce else { continue }
        trailSource = nil
      } else {
        // For Yes some target must be left.
        let goal = isYes ? targets : NodeSet(bits: ~0)
        trails.run(from: x, given: given, in: drawer.graph, until: goal)
        trailSource = x
        let connected = trails.connected
        targets = isYes ? targets.subtracting(connected) : targets.intersection(connected)
      }
      guard !targets.isEmpty else { continue }
      return PairQuery(x: x, y: pick(targets, &random), given: given)
    }
    return nil
  }

  /// Nodes at a distance along edges of either direction; `deep` stands for all greater ones too.
  mutating func nodes(at distance: Int, from x: Int) -> NodeSet {
    guard distance == Self.deep else {
      hops.run(from: x, in: drawer.graph, .either, limit: distance)
      return hops.level(distance)
    }
    hops.run(from: x, in: drawer.graph, .either)
    var nodes = hops.reached
    for near in 0..<Self.deep { nodes = nodes.subtracting(hops.level(near)) }
    return nodes
  }

  /// What X, its ancestors among it, has for descendants: a trail without colliders leads to just these.
  func connectedGivenNothing(_ x: Int) -> NodeSet {
    drawer.graph.descendants(of: drawer.graph.ancestors(of: NodeSet(x)))
  }

  private func drawSet(size: Int, without excluded: NodeSet, _ random: inout RowRandom) -> NodeSet {
    var set = excluded
    for _ in 0..<size {
      var node = random.small(drawer.graph.count)
      while set.contains(node) { node = random.small(drawer.graph.count) }
      set.insert(node)
    }
    return set.subtracting(excluded)
  }

  /// A question with the label, drawn from all pairs that the sentences mention, as in the paper.
  mutating func findAnyQuery(
    _ kind: PairKind, isYes: Bool, _ random: inout RowRandom
  ) -> PairQuery? {
    let count = drawer.graph.count
    for _ in 0..<4 * count {
      let x = random.small(count)
      let y = random.small(count)
      guard x != y, mentioned.contains(x), mentioned.contains(y) else { continue }
      if kind.question == .path {
        if drawer.graph.descendants(of: NodeSet(x)).contains(y) == isYes {
          return PairQuery(x: x, y: y)
        }
        continue
      }
      let most = min(Self.largestCondition, count - 2)
      let size = kind.question == .separation ? random.small(most + 1) : 0
      let given = drawSet(size: size, without: NodeSet(x).union(NodeSet(y)), &random)
      guard given.subtracting(mentioned).isEmpty else { continue }
      trails.run(from: x, given: given, in: drawer.graph)
      trailSource = x
      if trails.connected.contains(y) != isYes { return PairQuery(x: x, y: y, given: given) }
    }
    return nil
  }
}
