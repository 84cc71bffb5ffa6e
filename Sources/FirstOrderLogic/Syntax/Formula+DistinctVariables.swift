// Renames bound variables so that no two quantifiers of a formula bind the same name and every name
// is a TPTP variable (an upper-case letter, then letters, digits and `_`).
//
// Certificates hold formulas in this form: no later step has to rename, so the kernel needs no
// α-conversion, and the formula prints as TPTP with its variables' names unchanged. Two formulas are
// α-equivalent exactly when `withDistinctVariables(keepingNames: false)` makes them equal.

extension Formula {
  /// An α-variant whose quantifiers bind pairwise different names.
  ///
  /// - Parameter keepingNames: true derives the new names from the old ones (`x` becomes `X`, a
  ///   second `x` becomes `X1`); false numbers them `X0`, `X1`, ... from the outside in.
  /// - Returns: the variant; free variables keep their names.
  /// - Complexity: O(size) for formulas of bounded quantifier depth.
  public func withDistinctVariables(keepingNames: Bool = true) -> Formula {
    var renamer = VariableRenamer(keepingNames: keepingNames, taken: freeVariables)
    return renamer.rename(self, [:])
  }
}

private struct VariableRenamer {
  let keepingNames: Bool
  var taken: Set<String>
  var counters: [String: Int] = [:]

  init(keepingNames: Bool, taken: Set<String>) {
    self.keepingNames = keepingNames
    self.taken = taken
  }

  mutating func fresh(for name: String) -> String {
    let base = keepingNames ? Self.tptpVariable(name) : "X"
    if keepingNames, taken.insert(base).inserted { return base }
    while true {
      let number = counters[base, default: keepingNames ? 1 : 0]
      counters[base] = number + 1
      if taken.insert("\(base)\(number)").inserted { return "\(base)\(number)" }
    }
  }

  static func tptpVariable(_ name: String) -> String {
    let kept = name.utf8.filter {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || $0 == 0x5F
    }
    guard let first = kept.first, (0x41...0x5A).contains(first) || (0x61...0x7A).contains(first)
    else { return "X" }
    let upper = first >= 0x61 ? first - 32 : first
    return String(decoding: [upper] + kept.dropFirst(), as: UTF8.self)
  }

  mutating func rename(_ formula: Formula, _ names: [String: Term]) -> Formula {
    switch formula {
    case .constant: return formula
    case .atom(let atom): return names.isEmpty ? formula : .atom(atom.substituting(names))
    case .not(let body): return .not(rename(body, names))
    case .and(let parts): return .and(parts.map { rename($0, names) })
    case .or(let parts): return .or(parts.map { rename($0, names) })
    case .xor(let left, let right): return .xor(rename(left, names), rename(right, names))
    case .implies(let left, let right): return .implies(rename(left, names), rename(right, names))
    case .iff(let left, let right): return .iff(rename(left, names), rename(right, names))
    case .quantified(let quantifier, let variable, let body):
      let name = fresh(for: variable)
      var inner = names
      inner[variable] = .variable(name)
      return .quantified(quantifier, name, rename(body, inner))
    }
  }
}
