// Positions in atoms, as the tests understand them.

import FirstOrderLogic

/// Paths of argument indices.
public enum Position {
  /// The positions of all terms in an atom.
  public static func all(in atom: Atom) -> [[Int]] {
    func positions(_ terms: [Term]) -> [[Int]] {
      terms.enumerated().flatMap { index, term in
        let arguments: [Term] = if case .application(_, let inner) = term { inner } else { [] }
        return [[index]] + positions(arguments).map { [index] + $0 }
      }
    }
    return positions(atom.arguments)
  }

  /// The term at a position, nil when there is none.
  public static func term(in atom: Atom, at position: [Int]) -> Term? {
    var terms = atom.arguments
    var found: Term?
    for index in position {
      guard terms.indices.contains(index) else { return nil }
      found = terms[index]
      if case .application(_, let inner)? = found { terms = inner } else { terms = [] }
    }
    return found
  }

  /// The atom with another term at a position that it has.
  public static func replacing(_ atom: Atom, at position: [Int], by new: Term) -> Atom {
    func replaced(_ terms: [Term], _ path: ArraySlice<Int>) -> [Term] {
      var terms = terms
      let index = path.first!
      if path.count == 1 {
        terms[index] = new
      } else if case .application(let name, let inner) = terms[index] {
        terms[index] = .application(name, replaced(inner, path.dropFirst()))
      }
      return terms
    }
    switch atom {
    case .predicate(let name, let terms): return .predicate(name, replaced(terms, position[...]))
    case .equality(let left, let right):
      let sides = replaced([left, right], position[...])
      return .equality(sides[0], sides[1])
    }
  }
}
