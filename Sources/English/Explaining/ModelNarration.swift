// A finite model in words: what there is, and what holds of it.
//
//   There are 2 things: Bob and thing A.
//   Bob is kind and likes thing A.
//   Nothing else holds.
//
// An element is called by the first constant that names it; one that none names is thing A, thing B, ...

import Certificates
import FirstOrderLogic

/// Tells a finite model in English.
struct ModelNarration {
  /// Most facts that are told of one element, and most elements whose facts are told.
  private static let maximumFacts = 16
  private static let maximumElements = 12

  private let model: FiniteModel
  private let verbalizer: FormulaVerbalizer
  private let elements: [Term]
  private let scope = FormulaVerbalizer.Scope(free: .constant(true))

  /// Prepares to tell a model of a problem.
  init(_ model: FiniteModel, of problem: Problem, wording: ProblemWording) {
    self.model = model
    let objects = Self.objects(of: problem)
    var names: [Int: Term] = [:]
    for table in model.functions where table.arity == 0 {
      guard let value = table.values.first, names[value] == nil else { continue }
      names[value] = objects.contains(table.name) ? .distinct(table.name) : .constant(table.name)
    }
    var things: [String: String] = [:]
    elements = (0..<max(0, model.size)).map { element in
      if let term = names[element] { return term }
      let thing = ProofNarration.thing(things.count)
      things[thing] = thing
      return .constant(thing)
    }
    verbalizer = FormulaVerbalizer(
      lexicon: Lexicon(
        problem.statements.map(\.formula), wording: wording, names: things))
  }

  private static func objects(of problem: Problem) -> Set<String> {
    var objects: Set<String> = []
    for statement in problem.statements {
      statement.formula.forEachAtom { atom in
        for argument in atom.arguments {
          argument.forEachSubterm { if case .distinct(let name) = $0 { objects.insert(name) } }
        }
      }
    }
    return objects
  }

  /// The model's sentences.
  var sentences: [String] {
    var lines = [domain]
    lines += identities
    for table in model.predicates where table.arity == 0 && table.values.first == true {
      lines.append(PredicatePhrase.quotation(table.name) + " holds.")
    }
    for (element, term) in elements.enumerated().prefix(Self.maximumElements) {
      let facts = facts(of: element)
      guard !facts.isEmpty else { continue }
      var group = VerbPhraseGroup(facts)
      group.literals = Array(facts.prefix(Self.maximumFacts))
      let text = name(term) + " " + verbalizer.text(group, .open, scope)
      let more = facts.count - group.literals.count
      lines.append(
        FormulaVerbalizer.sentence(from: text) + (more > 0 ? " (\(more) more like this)" : ""))
    }
    if elements.count > Self.maximumElements {
      lines.append(
        "What holds of \(elements.count - Self.maximumElements) more things is left out.")
    }
    lines += values
    let isEmpty = model.predicates.allSatisfy { !$0.values.contains(true) }
    if !model.predicates.isEmpty {
      lines.append(isEmpty ? "No predicate holds of anything." : "Nothing else holds.")
    }
    return lines
  }

  private func name(_ term: Term) -> String { verbalizer.term(term, scope) }

  private var domain: String {
    if elements.count == 1 { return "There is one thing: \(name(elements[0]))." }
    let shown = elements.prefix(Self.maximumElements).map(name)
    let list =
      shown.count < elements.count
      ? shown.joined(separator: ", ") + " and \(elements.count - shown.count) more"
      : FormulaVerbalizer.joined(shown, "and")
    return "There are \(elements.count) things: \(list)."
  }

  /// "Bob and Robert are the same."
  private var identities: [String] {
    elements.enumerated().compactMap { element, term in
      let names = model.functions.filter { $0.arity == 0 && $0.values.first == element }
      guard names.count > 1 else { return nil }
      let rest = names.dropFirst().map { name(.constant($0.name)) }
      return FormulaVerbalizer.sentence(
        from: FormulaVerbalizer.joined([name(term)] + rest, "and") + " are the same")
    }
  }

  /// What holds of an element as the first argument.
  private func facts(of element: Int) -> [Literal] {
    model.predicates.flatMap { table -> [Literal] in
      guard table.arity > 0 else { return [] }
      let share = table.values.count / max(1, model.size)
      return (0..<share).compactMap { offset in
        guard table.values[element * share + offset] else { return nil }
        let rest = arguments(offset, count: table.arity - 1)
        return Literal(true, .predicate(table.name, [elements[element]] + rest))
      }
    }
  }

  private func arguments(_ index: Int, count: Int) -> [Term] {
    var arguments: [Term] = []
    var rest = index
    for _ in 0..<count {
      arguments.append(elements[rest % max(1, model.size)])
      rest /= max(1, model.size)
    }
    return arguments.reversed()
  }

  /// "The father of Bob is Ann."
  private var values: [String] {
    var lines: [String] = []
    for table in model.functions where table.arity > 0 {
      for (index, value) in table.values.enumerated().prefix(Self.maximumFacts) {
        let term = Term.application(table.name, arguments(index, count: table.arity))
        lines.append(
          FormulaVerbalizer.sentence(from: "\(name(term)) is \(name(elements[value]))"))
      }
      let more = table.values.count - Self.maximumFacts
      if more > 0 { lines.append("(\(more) more values like this)") }
    }
    return lines
  }
}
