// Groups a row's translations by logical equivalence.
//
//   T ~ T'   when both have as many premises, the i-th premises are equivalent for each i, and so are
//            the conclusions
//
// Sentence by sentence, not as wholes: two translations that differ in one sentence say different
// things about it, even if the other sentences hide that. Equal normal forms are equivalent; of what
// remains, formulas of the same sentence with the same symbols are put to the prover as `⊢ F ↔ G`. A
// formula with other symbols says something else, or the same in other words, which logic can't see.
// What isn't shown to be equivalent within the limits stays apart.

import Entailment
import FirstOrderLogic

/// Groups translations; belongs to one thread.
public final class EquivalenceGroups {
  /// Rounds of the prover for one question.
  private static let rounds = 1
  /// Questions for one row.
  private static let questions = 100
  /// Atoms of a formula that the prover is asked about.
  private static let atoms = 60

  private let entailer: Entailer

  /// Makes a grouper.
  ///
  /// - Parameter cancellation: set it from another thread to call the prover off.
  public init(cancellation: Cancellation = Cancellation()) {
    entailer = Entailer(
      options: EntailmentOptions(
        prover: .resolution, cpuSeconds: 1, memoryBytes: 64 << 20, rounds: Self.rounds),
      cancellation: cancellation)
  }

  /// The group of each translation.
  ///
  /// - Parameter problems: a row's translations, nil where a sample has none.
  /// - Returns: numbers from 0 in the order of the groups' first members; nil where there is nothing
  ///   to group.
  /// - Complexity: O(size · log size) and a counted number of small proofs.
  public func groups(of problems: [Problem?]) -> [Int?] {
    var classes = FormulaClasses()
    var asked = 0
    var known: [[Int]: Int] = [:]
    return problems.map { problem in
      guard let problem else { return nil }
      // The conclusion has place 0, so that premises keep theirs whatever their number.
      let key = problem.premises.enumerated().map { place, premise in
        classify(premise.formula, place: place + 1, &classes, &asked)
      }
      let conclusion = problem.conclusion.map { classify($0.formula, place: 0, &classes, &asked) }
      return known.setDefault(key + [conclusion ?? -1], known.count)
    }
  }

  private func classify(
    _ formula: Formula, place: Int, _ classes: inout FormulaClasses, _ asked: inout Int
  ) -> Int {
    classes.number(of: formula, place: place) { other in
      guard asked < Self.questions else { return false }
      asked += 1
      return areEquivalent(formula, other)
    }
  }

  private func areEquivalent(_ left: Formula, _ right: Formula) -> Bool {
    guard left.isSmall(atoms: Self.atoms), right.isSmall(atoms: Self.atoms) else { return false }
    let goal = Statement(name: "equivalence", formula: .iff(left, right))
    return entailer.answer(Problem(premises: [], conclusion: goal)).verdict == .true
  }
}

/// Classes of equivalent formulas, place by place.
private struct FormulaClasses {
  private struct Member {
    var formula: Formula
    var symbols: Set<String>
    var number: Int
  }
  private struct Key: Hashable {
    var place: Int
    var form: Int
  }

  private var forms = NormalForms()
  private var known: [Key: Int] = [:]
  private var representatives: [Int: [Member]] = [:]

  /// The number of the formula's class among those of its place.
  mutating func number(
    of formula: Formula, place: Int, isEquivalent: (Formula) -> Bool
  ) -> Int {
    let key = Key(place: place, form: forms.number(of: formula))
    if let number = known[key] { return number }
    let symbols = formula.symbols
    let members = representatives[place, default: []]
    let equal = members.first { $0.symbols == symbols && isEquivalent($0.formula) }
    let number = equal?.number ?? members.count
    if equal == nil {
      representatives[place, default: []].append(
        Member(formula: formula, symbols: symbols, number: number))
    }
    known[key] = number
    return number
  }
}

extension Formula {
  /// The names of predicates, functions and constants that occur.
  fileprivate var symbols: Set<String> {
    var names: Set<String> = []
    forEachAtom { atom in
      if case .predicate(let name, let arguments) = atom {
        names.insert("\(name)/\(arguments.count)")
      }
      for argument in atom.arguments {
        argument.forEachSubterm { term in
          switch term {
          case .application(let name, let arguments): names.insert("\(name)(\(arguments.count)")
          case .distinct(let name): names.insert("'\(name)")
          case .variable: break
          }
        }
      }
    }
    return names
  }

  fileprivate func isSmall(atoms limit: Int) -> Bool {
    var count = 0
    forEachAtom { _ in count += 1 }
    return count <= limit
  }
}

extension Dictionary {
  /// The value of a key, set to another one where there is none yet.
  fileprivate mutating func setDefault(_ key: Key, _ value: Value) -> Value {
    if let known = self[key] { return known }
    self[key] = value
    return value
  }
}
