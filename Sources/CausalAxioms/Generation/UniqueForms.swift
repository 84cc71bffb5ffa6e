// The forms that a set has had: in a unique set each stands once.
//
// A form is the graph and the question, nodes renamed by first mention, as a 64-bit hash; two forms with
// one hash would be taken for one, and the later drawn again, so nothing stands twice. A row draws on from its
// own stream until its form is new. It thus depends on the rows before it, which is why --index and
// --shard draw those too, without text, and why one thread does it all. About 16 bytes a row.

/// Forms of the rows so far.
struct UniqueForms: ~Copyable {
  private var seen = FingerprintSet(limit: .max)
  // By part and size.
  private var given: [[Int: Int]]
  private var repeats = 0
  private let plan: GenerationPlan

  /// Forms that were there before, one after the other, until a row is given up.
  private static let mostRepeats = 100_000

  init(_ plan: GenerationPlan) {
    self.plan = plan
    given = plan.parts.map { _ in [:] }
  }

  /// Takes a form down; true when it was there.
  mutating func isRepeated(
    _ form: UInt64, _ place: RowGenerator.RowPlace
  ) throws(GenerationFault) -> Bool {
    guard seen.insert(form) else {
      given[place.part][place.size, default: 0] += 1
      repeats = 0
      return false
    }
    repeats += 1
    if repeats == Self.mostRepeats { throw exhausted(place) }
    return true
  }

  /// Why a row has no form.
  borrowing func exhausted(_ place: RowGenerator.RowPlace) -> GenerationFault {
    let name = plan.parts[place.part].family.name
    let forms = given[place.part][place.size] ?? 0
    return GenerationFault(
      message: """
        \(name) with \(place.size) nodes has given \(forms) different questions, names aside, and no other \
        was found for row \(place.index) (\(place.isYes ? "Yes" : "No"), split \
        \(plan.settings.split.rawValue)): \(plan.settings.rows) rows are more than there are
        """,
      hint: "use fewer rows, more nodes, or --no-unique")
  }
}
