// What is not known about the words of a text: faults, and hypotheses that an answer may not depend on.

import Diagnostics
import FirstOrderLogic

extension Vocabulary {
  mutating func findFaults() {
    var byStem: [String: Int] = [:]
    var compounds: [Int] = []
    for index in entries.indices {
      if entries[index].stems.count > 1 {
        compounds.append(index)
      } else if let other = byStem.updateValue(index, forKey: entries[index].stems[0]) {
        relate(index, other)
      }
    }
    for index in compounds {
      let stems = entries[index].stems
      for other in entries.indices where other != index {
        if entries[other].stems.allSatisfy(stems.contains) { relate(index, other) }
      }
    }
    // A text that states something of `the cat` speaks of one, and so of one `dog`.
    let namesThings = constantOrder.contains { constant in
      constant.name.isDefinite && mentions[constant.name.words]?.values.contains(false) == true
    }
    for (index, constant) in constantOrder.enumerated() {
      if constant.name.isDefinite, !namesThings, let mentions = mentions[constant.name.words],
        mentions.count == 1, mentions[constant.sentence] == true
      {
        // `If the price is high, then it is bad` is said of any price.
        let words = constant.name.words.joined(separator: " ")
        faults[constant.sentence] = MeaningFault(
          code: .unclearVocabulary,
          message: "whether `the \(words)` means one or any is not clear",
          hint: "nothing else in the text is about it; write `a` for any")
      }
      for entry in entries where isUnclear(constant, entry) {
        refuse(
          max(constant.sentence, entry.sentence), constant.name.words.joined(separator: " "),
          entry.key.words.joined(separator: " "))
      }
      for other in constantOrder[..<index] where isUnclear(constant, other) {
        refuse(
          max(constant.sentence, other.sentence), other.name.words.joined(separator: " "),
          constant.name.words.joined(separator: " "))
      }
    }
  }

  /// Whether a constant may be one of what a predicate is about: `the cat` and `cats`, `water` and
  /// `drinks water`.
  func isUnclear(
    _ constant: (name: Name, stems: [String], sentence: Int), _ entry: Entry
  ) -> Bool {
    if constant.name.isDefinite, entry.stems.allSatisfy(constant.stems.contains) { return true }
    guard entry.stems.count >= constant.stems.count,
      constant.stems.allSatisfy(entry.stems.contains)
    else { return false }
    if entry.category == .noun {
      return constant.name.isDefinite || entry.stems.count == constant.stems.count
    }
    return entry.stems.count > 1 || entry.key.arity == 1
  }

  /// `Bob` and `Bob Smith` may be the same one.
  func isUnclear(
    _ one: (name: Name, stems: [String], sentence: Int),
    _ other: (name: Name, stems: [String], sentence: Int)
  ) -> Bool {
    let (short, long) =
      one.stems.count < other.stems.count ? (one.stems, other.stems) : (other.stems, one.stems)
    return !long.contains("of") && short.allSatisfy(long.contains)
  }

  /// Words before a noun that make something else of it.
  private static let privatives: Set<String> = Set(
    [
      "fake", "former", "future", "potential", "alleged", "toy", "false", "pseudo", "would-be",
      "ex",
      "retired", "aspiring", "supposed", "apparent", "past", "late", "model", "artificial",
      "imaginary", "fictional", "counterfeit", "half", "non", "anti", "without", "never", "almost",
    ].map { Morphology.stem($0) })

  /// Notes what may hold between two predicates, the second of whose stems the first has.
  mutating func relate(_ long: Int, _ short: Int) {
    let (more, less) = (entries[long], entries[short])
    let isEqual = more.stems.count == less.stems.count
    let sameKind = (more.category == .verb) == (less.category == .verb)
    let sharesHead = less.stems.contains(more.head) && (more.head == less.head || isEqual)
    let isModifier =
      more.category == .noun && less.category != .verb && less.stems.count == 1
    let extra = more.stems.filter { !less.stems.contains($0) }
    guard sameKind && sharesHead || isModifier || isEqual && less.key.arity == more.key.arity,
      !extra.contains(where: Self.privatives.contains),
      let forth = Self.hypothesis(from: more.key, to: less.key, predicateNames)
    else { return refuse(long, short) }
    hypotheses.append(forth)
    if isEqual, let back = Self.hypothesis(from: less.key, to: more.key, predicateNames) {
      hypotheses.append(back)
    }
    guard more.key.arity == 1, less.key.arity == 1, !extra.isEmpty,
      let other = entries.first(where: { $0.stems == extra && $0.key.arity == 1 })
    else { return }
    // `red` and `car` may make a `red car`.
    let x = Term.variable("x")
    let parts = [less.key, other.key].map {
      Formula.atom(.predicate(predicateNames[$0] ?? "", [x]))
    }
    hypotheses.append(
      .forAll(
        "x", .implies(.and(parts), .atom(.predicate(predicateNames[more.key] ?? "", [x])))))
  }

  /// ∀x (from(x, ...) → to(x, ...)); nil where the arguments can't be matched.
  static func hypothesis(
    from long: Key, to short: Key, _ names: [Key: String]
  ) -> Formula? {
    let variables = (0..<long.arity).map { "x\($0)" }
    let left = Formula.atom(.predicate(names[long] ?? "", variables.map { .variable($0) }))
    func right(_ terms: [Term]) -> Formula { .atom(.predicate(names[short] ?? "", terms)) }
    let first = Term.variable(variables[0])
    let body: Formula
    if short.arity == 1 {
      body = right([first])
    } else if short.arity == long.arity {
      body = right(variables.map { .variable($0) })
    } else if short.arity == 2, long.arity == 1 {
      body = .exists("y", right([first, .variable("y")]))
    } else if short.arity == 2 {
      body = .and(variables.dropFirst().map { right([first, .variable($0)]) })
    } else {
      return nil
    }
    return variables.reversed().reduce(.implies(left, body)) { .forAll($1, $0) }
  }

  mutating func refuse(_ index: Int, _ other: Int) {
    refuse(
      max(entries[index].sentence, entries[other].sentence),
      entries[other].key.words.joined(separator: " "),
      entries[index].key.words.joined(separator: " "))
  }

  mutating func refuse(_ sentence: Int, _ one: String, _ other: String) {
    guard faults[sentence] == nil else { return }
    faults[sentence] = MeaningFault(
      code: .unclearVocabulary,
      message: "how `\(one)` and `\(other)` are related is not clear",
      hint: "use the same words for the same thing")
  }
}
