// Looks for a graph in which everything stated is true and what is asked is not.
//
// Taking edges away keeps every d-separation and every interception, so a counterexample can be
// thinned out to what makes the question false: one active trail with, for each collider, a directed
// path into the condition; or one directed path. (A statement that a path exists asks for one such path
// more.) Nodes that the text doesn't name can be contracted, but for common causes of two named
// nodes: the graph over the named nodes with edges a -> b and a <-> b says the same about them
// (Richardson and Spirtes 2002, section 4), and thins out the same way. So the search adds edge after
// edge of a trail, turns back as soon as something stated becomes false, which more edges can't mend,
// and tries shorter trails first.
//
// The search is complete, but "nothing found" is no proof that a reader can check: Yes is left to the
// derivation.

import Graphs

/// Searches for one counterexample.
struct StatementRefuter: ~Copyable {
  private var graph: SmallDAG
  private var trails = TrailSearch()
  private let relation: StatementRelation
  private let nodes: Int
  // What must be true, and what must be false; neither is denied.
  private var kept: [Statement] = []
  private var broken: [Statement] = []
  private var commonCauses = 0
  private var budget = Self.limit

  /// Edges that are tried.
  static let limit = 200_000

  /// A refuter of `conclusion` from `premises`.
  init(
    _ conclusion: Statement, from premises: [Statement], _ relation: StatementRelation, nodes: Int
  ) {
    self.relation = relation
    self.nodes = nodes
    graph = SmallDAG(count: SmallDAG.maximumCount)
    var asked = conclusion
    asked.isDenied.toggle()
    for statement in premises + [asked] {
      var positive = statement
      positive.isDenied = false
      if statement.isDenied { broken.append(positive) } else { kept.append(positive) }
    }
  }

  /// The edges of a counterexample, nodes beyond the named ones numbered after them; nil when none
  /// was found.
  mutating func search() -> [(cause: Int, effect: Int)]? {
    guard nodes <= StatementReader.maximumNodes / 2 else { return nil }
    for length in 1..<max(2, nodes) where budget > 0 {
      if breakStatement(0, length) { return edges }
    }
    return nil
  }

  private var edges: [(cause: Int, effect: Int)] {
    (0..<nodes + commonCauses).flatMap { cause in
      graph.children(cause).nodes.map { (cause, $0) }
    }
  }

  // Makes the statements from `number` on false.
  private mutating func breakStatement(_ number: Int, _ length: Int) -> Bool {
    guard number < broken.count else { return true }
    let statement = broken[number]
    guard statement.holds(relation, in: graph, &trails) else {
      return breakStatement(number + 1, length)
    }
    for x in statement.left.nodes {
      for y in statement.right.nodes {
        let trail = Trail(number: number, from: x, to: y, at: x, length: length)
        if extend(trail) { return true }
      }
    }
    return false
  }

  /// A trail that grows.
  private struct Trail {
    var number: Int
    var from: Int
    var to: Int
    var at: Int
    /// Edges that may be added.
    var length: Int
    var visited = NodeSet()
    /// Whether the last edge points at `at`.
    var isEntered = false
    /// Colliders outside the condition.
    var colliders: [Int] = []
  }

  private enum EdgeKind {
    case forward, backward, both

    var pointsBack: Bool { self != .forward }
    var pointsAhead: Bool { self != .backward }
  }

  private mutating func extend(_ trail: Trail) -> Bool {
    if trail.at == trail.to { return openColliders(trail) }
    guard trail.length > 0 else { return false }
    let given = broken[trail.number].given
    var rest = NodeSet(below: nodes).subtracting(trail.visited)
    rest.remove(trail.from)
    rest.remove(trail.at)
    if trail.length == 1 { rest = rest.intersection(NodeSet(trail.to)) }
    let kinds: [EdgeKind] =
      relation == .separated ? [.forward, .backward, .both] : [.forward]
    while let node = rest.popFirst() {
      for kind in kinds {
        var longer = trail
        if trail.at != trail.from {
          if trail.isEntered && kind.pointsBack {
            if !given.contains(trail.at) { longer.colliders.append(trail.at) }
          } else if given.contains(trail.at) {
            continue
          }
        }
        // A node of the condition passes as a collider only.
        if given.contains(node), !kind.pointsAhead || relation == .intercepted { continue }
        guard let edge = add(kind, trail.at, node) else { continue }
        longer.at = node
        longer.visited.insert(node)
        longer.length -= 1
        longer.isEntered = kind.pointsAhead
        if extend(longer) { return true }
        take(edge)
      }
    }
    return false
  }

  private mutating func openColliders(_ trail: Trail) -> Bool {
    guard let collider = trail.colliders.last else {
      return breakStatement(trail.number + 1, trail.length + trail.visited.count)
    }
    var rest = trail
    rest.colliders.removeLast()
    return open(collider, rest)
  }

  // Leads a directed path from a node into the condition, then goes on with the other colliders.
  private mutating func open(_ node: Int, _ trail: Trail) -> Bool {
    let given = broken[trail.number].given
    guard !graph.ancestors(of: given).contains(node) else { return openColliders(trail) }
    for set in [given, NodeSet(below: nodes).subtracting(given)] {
      var rest = set
      rest.remove(node)
      while let next = rest.popFirst() {
        guard let edge = add(.forward, node, next) else { continue }
        if open(next, trail) { return true }
        take(edge)
      }
    }
    return false
  }

  private struct Edge {
    var kind: EdgeKind
    var from: Int
    var to: Int
    var isNew: Bool
  }

  // Nil when the edge would close a cycle, or make something stated false.
  private mutating func add(_ kind: EdgeKind, _ from: Int, _ to: Int) -> Edge? {
    let (cause, effect) = kind == .backward ? (to, from) : (from, to)
    guard kind != .both else {
      guard nodes + commonCauses < graph.count else { return nil }
      graph.addEdge(from: nodes + commonCauses, to: from)
      graph.addEdge(from: nodes + commonCauses, to: to)
      commonCauses += 1
      return checked(Edge(kind: kind, from: from, to: to, isNew: true))
    }
    if graph.hasEdge(from: cause, to: effect) {
      return Edge(kind: kind, from: cause, to: effect, isNew: false)
    }
    guard !graph.descendants(of: NodeSet(effect)).contains(cause) else { return nil }
    graph.addEdge(from: cause, to: effect)
    return checked(Edge(kind: kind, from: cause, to: effect, isNew: true))
  }

  private mutating func checked(_ edge: Edge) -> Edge? {
    budget -= 1
    var isFine = budget > 0
    for statement in kept where isFine {
      isFine = statement.holds(relation, in: graph, &trails)
    }
    if isFine { return edge }
    take(edge)
    return nil
  }

  private mutating func take(_ edge: Edge) {
    guard edge.isNew else { return }
    guard edge.kind == .both else { return graph.removeEdge(from: edge.from, to: edge.to) }
    commonCauses -= 1
    graph.removeEdge(from: nodes + commonCauses, to: edge.from)
    graph.removeEdge(from: nodes + commonCauses, to: edge.to)
  }
}
