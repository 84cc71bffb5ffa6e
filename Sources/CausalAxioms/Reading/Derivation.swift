// Steps by which a statement follows from others.

/// Why a step is allowed; the name stands in witnesses.
///
/// d-separation: the graphoid axioms (Pearl 1988, section 3.1) and composition, which all hold in
/// every DAG. Causal paths: the axioms of Galles and Pearl (1997, section 4) that hold on graphs,
/// the joining of two paths, and that a path excludes one back.
enum DerivationRule: String, Sendable {
  case repetition
  case symmetry
  case decomposition
  case weakUnion = "weak union"
  case contraction
  case intersection
  case composition
  case strongUnion = "strong union"
  case rightIntersection = "right intersection"
  case leftIntersection = "left intersection"
  case transitivity
  case concatenation
  case acyclicity
}

/// A statement with the rule and the numbers of the statements it comes from. The premises have the
/// numbers from 1, steps the next ones.
struct DerivationStep: Sendable, Equatable {
  var statement: Statement
  var rule: DerivationRule
  var from: [Int]
}

/// A statement about two nodes, as derivations go.
struct ElementaryStatement: Sendable, Equatable {
  var a: Int
  var b: Int
  var given: UInt64
  var isDenied = false
  /// nil: a premise, whose number is `first`.
  var rule: DerivationRule?
  /// Places of elementary statements; of `decomposition` and `weakUnion` a premise's number.
  var first: Int
  var second: Int?
}
