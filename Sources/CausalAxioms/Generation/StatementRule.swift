// Rules by which one statement about a graph follows from others, as families of demonstrations.
//
// I(A, B | C), "A and B are d-separated given C", obeys the graphoid axioms in every DAG (Pearl 1988,
// section 3.1; intersection too, which in distributions needs positivity):
//
//   symmetry        I(A, B | C)                          gives  I(B, A | C)
//   decomposition   I(A, BD | C)                         gives  I(A, B | C)
//   weak union      I(A, BD | C)                         gives  I(A, B | CD)
//   contraction     I(A, B | C) and I(A, D | BC)         gives  I(A, BD | C)
//   intersection    I(A, B | CD) and I(A, D | BC)        gives  I(A, BD | C)
//
// P(A, B | C), "every causal path from A to B goes through C", is the causal irrelevance of Galles and
// Pearl (1997, section 4) read on the graph, where their axioms hold:
//
//   right decomposition  P(A, BD | C)                    gives  P(A, B | C)
//   left decomposition   P(AD, B | C)                    gives  P(A, B | C)
//   strong union         P(A, B | C)                     gives  P(A, B | CD)
//   right intersection   P(A, B | CD) and P(A, D | BC)   gives  P(A, BD | C)
//   left intersection    P(A, B | CD) and P(D, B | AC)   gives  P(AD, B | C)
//   transitivity         P(A, B | C) and not P(D, B | C) gives  P(A, D | C)
//
// A Yes row is an instance of its rule. A No row has one statement changed, a premise or the conclusion,
// and comes with a graph in which all that is stated holds and what is asked does not: so it does not
// follow, by whatever rules.

import Graphs

/// A rule about statements.
public struct StatementRule: Sendable, Equatable {
  /// A statement over the letters A, B and D, numbered 0 to 2, and the set C.
  struct Pattern: Sendable, Equatable {
    var left: [Int]
    var right: [Int]
    /// Letters in the condition, beside C.
    var given: [Int] = []
    var isDenied = false

    /// The statement with nodes for letters, without C.
    func instance(_ node: (Int) -> Int) -> Statement {
      func set(_ letters: [Int]) -> NodeSet {
        letters.reduce(into: NodeSet()) { $0.insert(node($1)) }
      }
      return Statement(left: set(left), right: set(right), given: set(given), isDenied: isDenied)
    }
  }

  /// The family's name.
  public var name: String
  /// One line about it.
  public var about: String
  var relation: StatementRelation
  var premises: [Pattern]
  var conclusion: Pattern
  // Features of the plain instance; the other ones don't depend on the rule.
  let isInOnePremise: Bool
  let hasSides: Bool
  let hasSidesExchanged: Bool
  /// Nil when it depends on the order of the premises.
  let isLeftFirst: Bool?

  private init(
    name: String, about: String, relation: StatementRelation, premises: [Pattern],
    conclusion: Pattern
  ) {
    self.name = name
    self.about = about
    self.relation = relation
    self.premises = premises
    self.conclusion = conclusion
    let plain = premises.map { $0.instance { $0 } }
    let features = StatementFeatures(plain, conclusion.instance { $0 })
    let turned = StatementFeatures(plain.reversed(), conclusion.instance { $0 })
    isInOnePremise = features.isInOnePremise
    hasSides = features.hasSides
    hasSidesExchanged = features.hasSidesExchanged
    isLeftFirst = features.isLeftFirst == turned.isLeftFirst ? features.isLeftFirst : nil
  }

  /// The fewest nodes: the letters, a set C of two, and one more for near misses.
  static let minimumNodes = 6

  /// Every rule.
  static let all = graphoids + irrelevance

  private static let graphoids: [StatementRule] = {
    let ab = Pattern(left: [0], right: [1])
    let abd = Pattern(left: [0], right: [1, 2])
    let abGivenD = Pattern(left: [0], right: [1], given: [2])
    let adGivenB = Pattern(left: [0], right: [2], given: [1])
    return [
      rule("symmetry", .separated, [ab], Pattern(left: [1], right: [0])),
      rule("decomposition", .separated, [abd], ab),
      rule("weak-union", .separated, [abd], abGivenD),
      rule("contraction", .separated, [ab, adGivenB], abd),
      rule("intersection", .separated, [abGivenD, adGivenB], abd),
    ]
  }()

  private static let irrelevance: [StatementRule] = {
    let ab = Pattern(left: [0], right: [1])
    let abd = Pattern(left: [0], right: [1, 2])
    let adToB = Pattern(left: [0, 2], right: [1])
    let ad = Pattern(left: [0], right: [2])
    let abGivenD = Pattern(left: [0], right: [1], given: [2])
    let adGivenB = Pattern(left: [0], right: [2], given: [1])
    let dbGivenA = Pattern(left: [2], right: [1], given: [0])
    let dbDenied = Pattern(left: [2], right: [1], isDenied: true)
    return [
      rule("right-decomposition", .intercepted, [abd], ab),
      rule("left-decomposition", .intercepted, [adToB], ab),
      rule("strong-union", .intercepted, [ab], abGivenD),
      rule("right-intersection", .intercepted, [abGivenD, adGivenB], abd),
      rule("left-intersection", .intercepted, [abGivenD, dbGivenA], adToB),
      rule("transitivity", .intercepted, [ab, dbDenied], ad),
    ]
  }()

  private static func rule(
    _ name: String, _ relation: StatementRelation, _ premises: [Pattern], _ conclusion: Pattern
  ) -> StatementRule {
    StatementRule(
      name: relation.rawValue + "-" + name,
      about: relation == .separated
        ? "what follows about d-separation" : "what follows about causal paths",
      relation: relation, premises: premises, conclusion: conclusion)
  }
}
