// The families of demonstrations: an axiom over graphs of one shape, with the order of sentences and the
// lengths of names that paper mode gives them (Vashishtha et al. 2024, sections 3 to 5).
//
// A family's code is part of its random streams and never changes; new ones are added at the end.

/// A family of demonstrations.
public struct Family: Sendable, Equatable {
  /// What the rows ask.
  public enum Axiom: Sendable, Equatable {
    /// Does X cause Y, given the edges?
    case transitivity
    /// Are X and Y d-separated, given the edges and a set, which may have to be empty?
    case dSeparation(isEmpty: Bool)
    /// Does a statement follow from others by a rule of the graphoids or of causal irrelevance?
    case rule(StatementRule)

    /// The axiom's name in the rows.
    public var name: String {
      switch self {
      case .transitivity: "transitivity"
      case .dSeparation: "d-separation"
      case .rule(let rule): rule.name
      }
    }
  }

  /// Which sentence comes first in paper mode.
  public enum SentenceOrder: String, CaseIterable, Sendable {
    /// Along the chain.
    case forward
    /// Against it.
    case reversed
    /// Any.
    case shuffled
    /// Grouped by cause, as an adjacency matrix is read.
    case byCause = "by-cause"
  }

  /// The name the user gives.
  public var name: String
  /// One line about it.
  public var about: String
  var code: Int
  /// What the rows ask.
  public var axiom: Axiom
  var shape: GraphShape
  var order: SentenceOrder
  var nameLengths = 1...3
  /// The number of nodes when none is given; hardened mode has strata for all of them in every split.
  public var defaultNodes = 3...6

  /// The fewest nodes that make sense.
  public var minimumNodes: Int {
    if case .rule = axiom { return StatementRule.minimumNodes }
    return 3
  }

  /// A family by its name.
  public static func named(_ name: String) -> Family? { all.first { $0.name == name } }

  /// Every family.
  public static let all: [Family] = {
    var families: [Family] = []
    func add(
      _ name: String, _ about: String, _ axiom: Axiom, _ shape: GraphShape, _ order: SentenceOrder,
      nameLengths: ClosedRange<Int> = 1...3, nodes: ClosedRange<Int>
    ) {
      families.append(
        Family(
          name: name, about: about, code: families.count + 1, axiom: axiom, shape: shape,
          order: order, nameLengths: nameLengths, defaultNodes: nodes))
    }
    let flipped = GraphShape.chain(flips: true)
    let straight = GraphShape.chain(flips: false)
    let t = Axiom.transitivity
    add("chain-sequential", "chains, told along the chain", t, straight, .forward, nodes: 6...9)
    add("chain-random-flip", "chains, each edge turned or not", t, flipped, .forward, nodes: 6...9)
    add("chain-reversed", "chains, told from the end", t, straight, .reversed, nodes: 6...9)
    add("chain-shuffled", "chains, told in any order", t, straight, .shuffled, nodes: 6...9)
    add("chain-shuffled-flip", "turned edges in any order", t, flipped, .shuffled, nodes: 6...9)
    add(
      "chain-long-names", "chains with names of 8 to 10 characters", t, straight, .forward,
      nameLengths: 8...10, nodes: 6...9)
    let branching: [(name: String, about: String, shape: GraphShape)] = [
      ("branching-1.4", "Erdős–Rényi, 1.4 edges a node", .random(edgesPerNode: 1.4)),
      ("branching-2.0", "Erdős–Rényi, 2 edges a node", .random(edgesPerNode: 2)),
      ("tree", "random recursive trees", .tree),
      ("fork-collider", "forks, colliders and chains grown together", .forkCollider),
      ("layered", "layers, each node with one or two causes in the layer before", .layered),
      ("scale-free", "preferential attachment, two causes a node", .scaleFree),
    ]
    for entry in branching {
      add(entry.name, entry.about, t, entry.shape, .byCause, nodes: 10...12)
    }
    for isEmpty in [false, true] {
      let prefix = isEmpty ? "dsep-empty-" : "dsep-"
      let about = isEmpty ? "d-separation by nothing: " : "d-separation: "
      let axiom = Axiom.dSeparation(isEmpty: isEmpty)
      if !isEmpty {
        add(
          prefix + "chain-sequential", about + "chains", axiom, straight, .forward, nodes: 6...9)
      }
      add(
        prefix + "chain-random-flip", about + "chains, each edge turned or not", axiom, flipped,
        .forward, nodes: 6...9)
      // In a tree from one root, and under preferential attachment, all nodes have a common ancestor.
      for entry in branching where !isEmpty || ![.tree, .scaleFree].contains(entry.shape) {
        add(prefix + entry.name, about + entry.about, axiom, entry.shape, .byCause, nodes: 6...12)
      }
    }
    for rule in StatementRule.all {
      add(
        rule.name, rule.about, .rule(rule), .random(edgesPerNode: 1), .shuffled,
        nodes: StatementRule.minimumNodes...StatementRule.minimumNodes + 2)
    }
    return families
  }()
}
