// The manifest that stands beside a data set: how it was made, and what it is like.

import JSON

enum Manifest {
  static func make(
    plan: GenerationPlan, range: Range<Int>, version: String, statistics: GenerationStatistics,
    checksum: String
  ) -> JSONValue {
    let settings = plan.settings
    let parts = settings.components.map { part in
      JSONValue.object([
        ("family", .string(part.family.name)), ("axiom", .string(part.family.axiom.name)),
        ("sizes", .array(part.sizes.map { .integer($0) })), ("weight", .integer(part.weight)),
      ])
    }
    return .object(
      [
        ("generator", .string("logic causal generate")), ("version", .string(version)),
        ("name", .string(settings.name)), ("parts", .array(parts)),
        // A seed may be greater than what readers of JSON take for a number.
        ("seed", .string("\(settings.seed)")), ("split", .string(settings.split.rawValue)),
        ("mode", .string(settings.mode.rawValue)), ("format", .string(settings.format.rawValue)),
        ("rows_of_the_whole", .integer(settings.rows)), ("first_row", .integer(range.lowerBound)),
        ("unique", .bool(settings.isUnique)),
      ]
        + surface(settings.surface)
        + statistics.members(axioms: settings.components.map(\.family.axiom))
        + [
          // By construction: see SerialPermutation and Split.
          ("duplicate_texts", .integer(0)),
          (
            "canonical_forms_shared_between_splits",
            settings.mode == .hardened ? .integer(0) : .string("not kept apart in paper mode")
          ),
          ("sha256", .string(checksum)),
          ("licence", .string("CC0-1.0: generated data, no rights reserved")),
        ])
  }

  private static func surface(_ surface: Surface) -> [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [("phrasing", .string(surface.telling.name))]
    if let names = surface.names {
      members.append(("names", .string(names.name)))
    } else if let lengths = surface.nameLengths {
      members.append(
        ("name_lengths", [.integer(lengths.lowerBound), .integer(lengths.upperBound)]))
    }
    if let order = surface.order { members.append(("order", .string(order.rawValue))) }
    return members + [
      ("distractors", .integer(surface.distractors)), ("isolated", .integer(surface.isolated)),
    ]
  }
}
