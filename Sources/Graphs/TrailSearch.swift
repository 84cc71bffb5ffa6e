// d-separation by the reachable procedure (Koller and Friedman 2009, algorithm 3.1), by levels.
//
//   X and Y are d-separated given Z when no trail between them is active: on an active trail every
//   v with -> v <- is in Z or has a descendant in Z, and no other inner node is in Z (Pearl 1988).
//
// A state is a node with the way it was entered: up from a child, or down from a parent. A = the
// ancestors of Z, Z among them.
//
//   entered up,   v not in Z:   to its parents (up) and to its children (down)
//   entered down, v not in Z:   to its children (down)
//   entered down, v in A:       to its parents (up)
//
// Both kinds of states at one distance are a word each. A shortest active trail between two nodes
// visits no node twice, so the trail found is a path. For if it visits v twice, leave v at once as it
// is left the second time: this is allowed unless v is entered first from a parent and left at last to
// a parent while v is not in A; but then the trail left v first to a child, turned back at some collider,
// which is in A, and the first such collider is a descendant of v, so v is in A as well.

/// The nodes that are d-connected to a source given a set, with an active path to each.
@frozen public struct TrailSearch: ~Copyable {
  /// The nodes d-connected to the source, the source among them and none of the given ones.
  public private(set) var connected = NodeSet()
  /// The given nodes and their ancestors.
  public private(set) var openColliders = NodeSet()
  private var given = NodeSet()
  private var depth = 0
  private var up = FixedStorage<UInt64>(count: 129, repeating: 0)
  private var down = FixedStorage<UInt64>(count: 129, repeating: 0)

  /// Makes a search that has not run.
  public init() {}

  /// Finds what is d-connected to a source that is not among the given nodes.
  ///
  /// - Parameter goal: the search may stop when it has found all of these.
  /// - Complexity: two word operations a state reached, of which a node has two.
  public mutating func run(
    from source: Int, given: NodeSet, in graph: borrowing SmallDAG,
    until goal: NodeSet = NodeSet(bits: ~0)
  ) {
    self.given = given
    openColliders = graph.ancestors(of: given)
    var newUp = NodeSet(source)
    var newDown = NodeSet()
    var seenUp = newUp
    var seenDown = newDown
    depth = 0
    up[0] = newUp.bits
    down[0] = 0
    while true {
      // One loop over both kinds of states: how often it turns is what the processor guesses wrong.
      let goUp = newUp.subtracting(given).union(newDown.intersection(openColliders))
      let goDown = newUp.union(newDown).subtracting(given)
      var nextUp = NodeSet()
      var nextDown = NodeSet()
      var open = goUp.union(goDown)
      while let node = open.popFirst() {
        nextUp.formUnion(graph.parents(node).intersection(goUp.all(if: node)))
        nextDown.formUnion(graph.children(node).intersection(goDown.all(if: node)))
      }
      newUp = nextUp.subtracting(seenUp)
      newDown = nextDown.subtracting(seenDown)
      guard !newUp.isEmpty || !newDown.isEmpty else { break }
      seenUp.formUnion(newUp)
      seenDown.formUnion(newDown)
      depth += 1
      up[depth] = newUp.bits
      down[depth] = newDown.bits
      if goal.subtracting(seenUp).subtracting(seenDown).isEmpty { break }
    }
    connected = seenUp.union(seenDown).subtracting(given)
  }

  /// Writes a shortest active path to a node of `connected`.
  public func writePath(to target: Int, in graph: borrowing SmallDAG, into path: inout NodePath) {
    guard connected.contains(target),
      var distance = (0...depth).first(where: {
        (up[$0] | down[$0]) &>> UInt64(target) & 1 == 1
      })
    else {
      path.count = 0
      return
    }
    path.count = distance + 1
    var node = target
    var isUp = NodeSet(bits: up[distance]).contains(node)
    path.nodes[distance] = UInt8(node)
    while distance > 0 {
      distance -= 1
      let upBefore = NodeSet(bits: up[distance])
      let downBefore = NodeSet(bits: down[distance])
      // Up states come from children, which may be colliders; down states from parents.
      let next = isUp ? graph.children(node) : graph.parents(node)
      let throughUp = next.intersection(upBefore).subtracting(given)
      let passed =
        isUp ? downBefore.intersection(openColliders) : downBefore.subtracting(given)
      isUp = !throughUp.isEmpty
      node = (isUp ? throughUp : next.intersection(passed)).node(rank: 0)
      path.nodes[distance] = UInt8(node)
    }
  }

  /// Whether two nodes are d-separated.
  public static func isSeparated(
    _ x: Int, _ y: Int, given: NodeSet, in graph: borrowing SmallDAG
  ) -> Bool {
    var search = TrailSearch()
    search.run(from: x, given: given, in: graph)
    return !search.connected.contains(y)
  }
}
