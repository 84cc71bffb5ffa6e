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
// A Yes row is an instance of its rule. A No row is a near miss, with a graph in which all that is
// stated holds and what is asked does not: so it does not follow, by whatever rules.

/// A rule about statements.
public struct StatementRule: Sendable, Equatable {
  /// What a statement says.
  enum Relation: Sendable { case separated, intercepted }

  /// A statement over the letters A, B and D, numbered 0 to 2, and the set C.
  struct Pattern: Sendable, Equatable {
    var left: [Int]
    var right: [Int]
    /// Letters in the condition, beside C.
    var given: [Int] = []
    var hasC = true
    var isDenied = false
  }

  /// Statements and a question about them.
  struct Inference: Sendable, Equatable {
    var premises: [Pattern]
    var conclusion: Pattern
  }

  /// The family's name.
  public var name: String
  /// One line about it.
  public var about: String
  var relation: Relation
  var valid: Inference
  var nearMisses: [Inference]

  /// Letters of the rule; C is beside them.
  var variableCount: Int {
    let patterns = ([valid] + nearMisses).flatMap { $0.premises + [$0.conclusion] }
    return patterns.flatMap { $0.left + $0.right + $0.given }.max()! + 1
  }

  /// Every rule.
  static let all = graphoids + irrelevance

  private static let graphoids: [StatementRule] = {
    let ab = Pattern(left: [0], right: [1])
    let abd = Pattern(left: [0], right: [1, 2])
    let abGivenD = Pattern(left: [0], right: [1], given: [2])
    let adGivenB = Pattern(left: [0], right: [2], given: [1])
    let ad = Pattern(left: [0], right: [2])
    let bd = Pattern(left: [1], right: [2])
    let abAlone = Pattern(left: [0], right: [1], hasC: false)
    return [
      rule(
        "graphoid-symmetry", .separated, [ab], Pattern(left: [1], right: [0]),
        misses: [([ab], bd), ([ab], Pattern(left: [1], right: [0], given: [2])), ([ab], ad)]),
      rule(
        "graphoid-decomposition", .separated, [abd], ab,
        misses: [([abd], bd), ([ab], abd), ([abd], abAlone)]),
      rule(
        "graphoid-weak-union", .separated, [abd], abGivenD,
        misses: [
          ([ab], abGivenD), ([abd], Pattern(left: [1], right: [2], given: [0])), ([ad], abGivenD),
        ]),
      rule(
        "graphoid-contraction", .separated, [ab, adGivenB], abd,
        misses: [([ab], abd), ([adGivenB], abd), ([ab, adGivenB], bd)]),
      rule(
        "graphoid-intersection", .separated, [abGivenD, adGivenB], abd,
        misses: [([abGivenD], abd), ([adGivenB], abd), ([abGivenD, adGivenB], bd)]),
    ]
  }()

  private static let irrelevance: [StatementRule] = {
    let ab = Pattern(left: [0], right: [1])
    let abd = Pattern(left: [0], right: [1, 2])
    let adToB = Pattern(left: [0, 2], right: [1])
    let ad = Pattern(left: [0], right: [2])
    let ba = Pattern(left: [1], right: [0])
    let db = Pattern(left: [2], right: [1])
    let abGivenD = Pattern(left: [0], right: [1], given: [2])
    let adGivenB = Pattern(left: [0], right: [2], given: [1])
    let dbGivenA = Pattern(left: [2], right: [1], given: [0])
    let dbDenied = Pattern(left: [2], right: [1], isDenied: true)
    return [
      rule(
        "irrelevance-right-decomposition", .intercepted, [abd], ab,
        misses: [([ab], abd), ([abd], db), ([abd], ba)]),
      rule(
        "irrelevance-left-decomposition", .intercepted, [adToB], ab,
        misses: [([ab], adToB), ([adToB], ad), ([adToB], ba)]),
      rule(
        "irrelevance-strong-union", .intercepted, [ab], abGivenD,
        misses: [([abGivenD], ab), ([ad], abGivenD), ([db], abGivenD)]),
      rule(
        "irrelevance-right-intersection", .intercepted, [abGivenD, adGivenB], abd,
        misses: [([abGivenD], abd), ([adGivenB], abd), ([abGivenD, adGivenB], db)]),
      rule(
        "irrelevance-left-intersection", .intercepted, [abGivenD, dbGivenA], adToB,
        misses: [([abGivenD], adToB), ([dbGivenA], adToB), ([abGivenD, dbGivenA], ad)]),
      rule(
        "irrelevance-transitivity", .intercepted, [ab, dbDenied], ad,
        misses: [([ab], ad), ([dbDenied], ad), ([ab, dbDenied], ba)]),
    ]
  }()

  private static func rule(
    _ name: String, _ relation: Relation, _ premises: [Pattern], _ conclusion: Pattern,
    misses: [([Pattern], Pattern)]
  ) -> StatementRule {
    StatementRule(
      name: name,
      about: relation == .separated
        ? "what follows about d-separation" : "what follows about causal paths",
      relation: relation, valid: Inference(premises: premises, conclusion: conclusion),
      nearMisses: misses.map { Inference(premises: $0.0, conclusion: $0.1) })
  }
}
