// A literal of a stored clause: s = t, s ≠ t, or p(t̄) and ¬p(t̄) as p(t̄) = ⊤ and p(t̄) ≠ ⊤.

/// A literal over shared terms.
struct ClauseLiteral: BitwiseCopyable, Equatable {
  var left: TermID
  /// ⊤ for a literal that isn't an equation.
  var right: TermID
  var isPositive: Bool
  /// Whether left > right is known; always so for a literal that isn't an equation.
  var isOriented: Bool
  /// Whether inferences may act upon it: selected, or maximal in a clause without a selection.
  var isEligible = false
  /// Whether it's eligible in every instance of its clause: selected, or greater than all others.
  var staysEligible = false

  init(_ isPositive: Bool, _ left: TermID, _ right: TermID) {
    self.isPositive = isPositive
    self.left = left
    self.right = right
    isOriented = right == .top
  }

  /// Whether it is s = t or s ≠ t.
  var isEquation: Bool { right != .top }

  /// Whether both have the same atom, up to the sides of an equation.
  func hasSameAtom(as other: ClauseLiteral) -> Bool {
    left == other.left && right == other.right || left == other.right && right == other.left
  }
  /// Whether both are the same literal, up to the sides of an equation.
  func isSame(as other: ClauseLiteral) -> Bool {
    isPositive == other.isPositive && hasSameAtom(as: other)
  }
}
