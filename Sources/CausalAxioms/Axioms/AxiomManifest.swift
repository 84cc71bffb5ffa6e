// The manifest beside a set made from a file of axioms, and the sums it holds.

import JSON

/// Sums over rows.
struct AxiomStatistics: Sendable {
  private var rows = 0
  private var yes = 0
  private var nodes: [Int: Int] = [:]
  private var facts: [Int: Int] = [:]
  private var depths: [Int: Int] = [:]
  private var relations: [Int]
  private var right = [Int](repeating: 0, count: AxiomShortcut.allCases.count)
  private var graphs = DistinctCounter()
  private var forms = DistinctCounter()

  init(predicates: Int) { relations = Array(repeating: 0, count: predicates) }

  mutating func add(_ row: AxiomRowFacts) {
    rows += 1
    nodes[row.nodes, default: 0] += 1
    facts[row.facts, default: 0] += 1
    if row.isYes {
      yes += 1
      depths[row.depth, default: 0] += 1
    }
    relations[row.predicate] += 1
    for place in right.indices where (row.shortcuts >> UInt32(place) & 1 == 1) == row.isYes {
      right[place] += 1
    }
    graphs.insert(row.graph)
    forms.insert(row.form)
  }

  func members(_ program: HornProgram) -> [(String, JSONValue)] {
    [
      ("rows", .integer(rows)), ("yes", .integer(yes)), ("no", .integer(rows - yes)),
      ("nodes", Self.histogram(nodes)), ("facts", Self.histogram(facts)),
      ("depth_of_yes", Self.histogram(depths)),
      (
        "asked",
        .object(
          relations.indices.filter { relations[$0] > 0 }.map {
            (program.predicates[$0].name, .integer(relations[$0]))
          })
      ),
      ("distinct_graphs", distinct(graphs)), ("distinct_canonical", distinct(forms)),
      (
        "shortcuts",
        .object(
          AxiomShortcut.allCases.enumerated().map { place, rule in
            let score = rows == 0 ? 0 : Double(right[place]) / Double(rows)
            return (rule.rawValue, .number((score * 10_000).rounded() / 10_000))
          })
      ),
    ]
  }

  private static func histogram(_ counts: [Int: Int]) -> JSONValue {
    .object(counts.sorted { $0.key < $1.key }.map { ("\($0.key)", .integer($0.value)) })
  }

  private func distinct(_ counter: DistinctCounter) -> JSONValue {
    .object([
      ("count", .integer(min(counter.count, rows))),
      ("standard_error", .number(counter.isExact ? 0 : DistinctCounter.standardError)),
    ])
  }
}

enum AxiomManifest {
  static func make(
    plan: AxiomPlan, range: Range<Int>, version: String, statistics: AxiomStatistics,
    proved: [(String, JSONValue)], checksum: String
  ) -> JSONValue {
    let settings = plan.settings
    let program = settings.program
    let members: [(String, JSONValue)] = [
      ("generator", "logic causal generate --axiom"), ("version", .string(version)),
      ("name", .string(program.name)),
      ("rules", .array(program.ruleSentences.map { .string($0) })),
      ("states_rules", .bool(settings.statesRules)),
      ("relations", .object(program.predicates.indices.map { relation($0, program) })),
      ("sizes", .array(plan.sizes.map(size))),
      ("seed", .string("\(settings.seed)")), ("split", .string(settings.split.rawValue)),
      ("mode", .string(settings.mode.rawValue)), ("format", .string(settings.format.rawValue)),
      ("rows_of_the_whole", .integer(settings.rows)), ("first_row", .integer(range.lowerBound)),
    ]
    return .object(
      members + statistics.members(program) + proved + [
        ("duplicate_texts", .integer(0)),
        (
          "canonical_forms_shared_between_splits",
          settings.mode == .hardened ? .integer(0) : .string("not kept apart in paper mode")
        ),
        ("notes", .array(plan.notes.map { .string($0) })),
        ("sha256", .string(checksum)),
        ("licence", .string("CC0-1.0: generated data, no rights reserved")),
      ])
  }

  private static func relation(_ place: Int, _ program: HornProgram) -> (String, JSONValue) {
    let predicate = program.predicates[place]
    let y = predicate.arity == 2 ? "Y" : nil
    return (
      predicate.name,
      [
        "statement": .string(predicate.phrase.sentence("X", y) + "."),
        "question": .string(predicate.phrase.question("X", y)),
        "is_stated": .bool(program.base.contains(place)),
      ]
    )
  }

  private static func size(_ size: AxiomSize) -> JSONValue {
    [
      "nodes": .integer(size.nodes), "facts": .integer(size.facts),
      "acyclic": .bool(size.shape.isAcyclic), "parts": .integer(size.shape.parts),
    ]
  }
}
