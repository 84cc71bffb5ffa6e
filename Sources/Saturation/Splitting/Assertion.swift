// A component is a part of a clause that shares no variable with the rest; it has a propositional
// variable, which says that the component holds for all values of its variables. An assertion is a
// literal of such a variable. Of a ground component the negation is one too, so that a ground atom
// and its negation have one variable between them.

/// A propositional literal over the components: variable v is coded as 2v, its negation as 2v + 1.
struct Assertion: BitwiseCopyable, Hashable, Comparable {
  let code: UInt32

  init(code: UInt32) { self.code = code }
  init(_ variable: Int, isPositive: Bool) {
    code = UInt32(variable) * 2 + (isPositive ? 0 : 1)
  }

  var index: Int { Int(code) }
  var variable: Int { Int(code >> 1) }
  var isPositive: Bool { code & 1 == 0 }
  var negated: Assertion { Assertion(code: code ^ 1) }

  static func < (first: Assertion, second: Assertion) -> Bool { first.code < second.code }
}
