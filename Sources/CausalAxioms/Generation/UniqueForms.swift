// The forms that a set has had: in a unique set each stands once.
//
// A form is the graph and the question, nodes renamed by first mention, as a 64-bit hash; two forms with
// one hash would be taken for one, and the later drawn again, so nothing stands twice. A row draws on from its
// own stream until its form is new. In hardened mode that is decided for two rows at a time, for they have
// one stratum: when either finds no new form in it, the stratum is used up and the two take another.
//
// A row thus depends on the rows before it, which is why --index and --shard draw those too, without
// text, and why one thread does it all. About 16 bytes a row.

/// Forms of the rows so far.
struct UniqueForms: ~Copyable {
  /// Which forms a row may have.
  enum Wanted {
    /// One that no row had, and not this one.
    case new(but: UInt64?)
    /// This one, which was found before.
    case found(UInt64)
  }

  private struct UsedUp: Hashable {
    var part: Int
    var size: Int
    var stratum: Stratum
  }

  var wanted = Wanted.new(but: nil)
  /// The two rows that were settled last, and their forms.
  private(set) var settled: (pair: Int, forms: (UInt64, UInt64), stratum: Stratum)?
  private var seen = FingerprintSet(limit: .max)
  // By part and size.
  private var given: [[Int: Int]]
  private var usedUp: Set<UsedUp> = []
  private var repeats = 0
  private let plan: GenerationPlan

  /// Forms that were there before, one after the other, until there are thought to be no others.
  private static let mostRepeats = 20_000
  /// Strata that two rows try, used up ones among them.
  static let mostStrata = 1_000

  init(_ plan: GenerationPlan) {
    self.plan = plan
    given = plan.parts.map { _ in [:] }
  }

  /// Whether the form can't be taken.
  mutating func refuses(
    _ form: UInt64, _ place: RowGenerator.RowPlace
  ) throws(GenerationFault) -> Bool {
    switch wanted {
    case .found(let found): return form != found
    case .new(let other):
      guard form == other || seen.contains(form) else {
        repeats = 0
        return false
      }
      repeats += 1
      guard repeats < Self.mostRepeats else {
        repeats = 0
        throw exhausted(place)
      }
      return true
    }
  }

  /// Takes a form down.
  mutating func add(_ form: UInt64, _ place: RowGenerator.RowPlace) {
    seen.insert(form)
    given[place.part][place.size, default: 0] += 1
  }

  func isUsedUp(_ stratum: Stratum, _ place: RowGenerator.RowPlace) -> Bool {
    usedUp.contains(UsedUp(part: place.part, size: place.size, stratum: stratum))
  }

  mutating func useUp(_ stratum: Stratum, _ place: RowGenerator.RowPlace) {
    usedUp.insert(UsedUp(part: place.part, size: place.size, stratum: stratum))
  }

  mutating func settle(_ pair: Int, _ forms: (UInt64, UInt64), _ stratum: Stratum) {
    settled = (pair, forms, stratum)
  }

  /// Why a row has no form.
  func exhausted(_ place: RowGenerator.RowPlace) -> GenerationFault {
    let name = plan.parts[place.part].family.name
    let forms = given[place.part][place.size] ?? 0
    return GenerationFault(
      message: """
        \(name) with \(place.size) nodes has given \(forms) different questions, names aside, and no other \
        was found for row \(place.index) (split \(plan.settings.split.rawValue)): \
        \(plan.settings.rows) rows are more than there are
        """,
      hint: "use fewer rows, more nodes, or --no-unique")
  }
}
