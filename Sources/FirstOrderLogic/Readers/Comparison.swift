// Signs of comparison and membership, and the predicate that the repair reads each as.
//
//   a > b: GreaterThan(a, b)    a < b: GreaterThan(b, a)    a ∈ b: MemberOf(a, b)
//   a ≥ b: AtLeast(a, b)        a ≤ b: AtLeast(b, a)        a ∉ b: ¬MemberOf(a, b)
//
// The predicates have no axioms. So True and False hold whatever the signs mean, while Uncertain may
// be due to arithmetic that isn't there; the fault stays in the report for that reason.

/// A sign between terms that isn't first-order logic.
struct Comparison: Hashable, Sendable {
  /// The predicate it is read as.
  var predicate: String
  /// Whether the right side becomes the first argument.
  var isSwapped = false
  /// Whether the predicate is denied.
  var isNegated = false

  /// Makes the comparison of a sign; nil when it is none.
  init?(spelling: String) {
    switch spelling {
    case ">": predicate = "GreaterThan"
    case "<": (predicate, isSwapped) = ("GreaterThan", true)
    case ">=", "≥", #"\geq"#, #"\ge"#: predicate = "AtLeast"
    case "<=", "≤", #"\leq"#, #"\le"#: (predicate, isSwapped) = ("AtLeast", true)
    case "∈", #"\in"#: predicate = "MemberOf"
    case "∉": (predicate, isNegated) = ("MemberOf", true)
    default: return nil
    }
  }

  /// How to write it.
  var example: String {
    (isNegated ? "¬" : "") + predicate + (isSwapped ? "(right, left)" : "(left, right)")
  }
}
