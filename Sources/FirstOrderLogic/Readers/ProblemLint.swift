// The checks that need the whole problem, run once its statements were read.
//
//   free variables, then symbols with several arities or roles, then names that look alike, then
//   predicates of the conclusion that no premise mentions
//
// A translation can be well formed and still be wrong: of the recorded model outputs for FOLIO (Olausson
// et al. 2023) 9 to 20 % use one symbol with several arities, 9 % ask about a predicate that no
// premise mentions. Each check looks at the recorded uses of names, which have places, rather than at
// the formulas, which have none. The order matters: a repaired free variable is no symbol any more.

import Diagnostics

extension ReadingSession {
  /// Checks a problem read from a notation that people or models write by hand, and applies repairs.
  ///
  /// - Parameters:
  ///   - problem: what was read; its formulas change only where a repair was applied.
  ///   - numbers: for each of `problem.statements` its `SymbolUse.statement`.
  /// - Complexity: O(symbols of all formulas), and O(names times their length squared) once.
  mutating func lint(_ problem: inout Problem, numbers: [Int]) {
    lintFreeVariables(&problem, numbers: numbers)
    lintSymbols(&problem, numbers: numbers)
    lintSpellings(&problem, numbers: numbers)
    lintConclusion(problem, numbers: numbers)
  }

  /// The uses of names in these statements.
  func uses(in numbers: [Int]) -> [SymbolUse] {
    let wanted = Set(numbers)
    return uses.filter { wanted.contains($0.statement) }
  }

  private mutating func lintConclusion(_ problem: Problem, numbers: [Int]) {
    guard problem.conclusion != nil, !problem.premises.isEmpty, let number = numbers.last else {
      return
    }
    var mentioned: Set<String> = []
    for use in uses(in: numbers.dropLast()) where use.role == .predicate {
      mentioned.insert(use.name)
    }
    for use in uses(in: [number]) where use.role == .predicate {
      guard mentioned.insert(use.name).inserted else { continue }
      report(
        .conclusionPredicateUnmentioned, source: use.source, at: use.span,
        "no premise mentions the conclusion's predicate `\(use.name)`",
        hint: "unless the premises contradict each other, nothing about it can follow from them")
    }
  }
}

extension Problem {
  /// Replaces the formula of each statement, the conclusion being the last.
  mutating func mapFormulas(_ transform: (Int, Formula) -> Formula) {
    for index in premises.indices {
      premises[index].formula = transform(index, premises[index].formula)
    }
    if let formula = conclusion?.formula {
      conclusion?.formula = transform(premises.count, formula)
    }
  }
}

extension [Diagnostic] {
  /// The diagnostics in the order of their places; those of one place stay in the order found.
  func sortedByPlace() -> [Diagnostic] {
    var files: [String: Int] = [:]
    for diagnostic in self where files[diagnostic.location.file] == nil {
      files[diagnostic.location.file] = files.count
    }
    let keyed = enumerated().map { index, diagnostic in
      let place = diagnostic.location
      return ((files[place.file] ?? 0, place.line, place.column, index), diagnostic)
    }
    return keyed.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
