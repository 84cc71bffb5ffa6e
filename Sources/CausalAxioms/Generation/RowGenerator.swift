// Makes rows: row i of a plan, whenever it is asked for.
//
// What the rows 2k and 2k + 1 have alike (part, size, stratum, which node is mentioned first) comes from
// the pair's stream, so classes are balanced in every stratum and not only on the whole; one coin of
// the pair says which of the two is the Yes. The rest comes from the row's own stream.

import Graphs

/// What a row turned out to be; for the manifest.
struct RowFacts: Sendable {
  var isYes = false
  var nodes = 0
  /// Length of the path or trail of the witness; 0 when there is none.
  var hops = 0
  var graph: UInt64 = 0
  var form: UInt64 = 0
  /// Bit i: what the shortcut numbered i would answer.
  var shortcuts: UInt32 = 0
  /// What the fitted shortcuts look at; nil where one has nothing to say.
  var numbers = FittedNumbers()
}

/// Makes rows into a buffer.
struct RowGenerator: ~Copyable {
  let plan: GenerationPlan
  var buffer = RowBuffer()
  var pair: PairDrawer
  var names = NameDrawer()
  var pooled: PooledNames
  let pool: WordArena
  let isPooled: Bool
  let templates: CompiledTemplates
  /// Bytes of a sentence, or of a name in a witness.
  let sentenceBytes: Int
  var path = NodePath()
  var statements = StatementDrawer()
  let wantsFacts: Bool
  /// What drawing needs to know of each part.
  let kinds: [PairKind]
  let tables: [[StratumTable]]
  // Read for every row: a copy of all settings would count references for each.
  private let seed: UInt64
  private let split: Split
  private let code: Int
  private let isHardened: Bool
  private let nameLengths: ClosedRange<Int>?
  private let phrasings: Int
  private let idPrefix: [UInt8]
  private let metadataTail: [UInt8]
  private let metadataHeads: [[UInt8]]
  private let phrasingNames: [[UInt8]]
  var forms: UniqueForms?

  /// Graphs tried for one row before the generator is thought broken; the pilot promises one in some thirty.
  private static let graphTries = 1_000_000

  /// What a row shares with its twin, and what is its own.
  struct RowPlace {
    var index: Int
    var part: Int
    var size: Int
    /// The size's place among those of the part.
    var sizeNumber: Int
    var isYes: Bool
  }

  init(plan: GenerationPlan, wantsFacts: Bool) {
    self.plan = plan
    self.wantsFacts = wantsFacts
    kinds = plan.parts.map { PairKind($0.family) }
    tables = plan.parts.map(\.tables)
    let settings = plan.settings
    let surface = settings.surface
    seed = settings.seed
    split = settings.split
    code = settings.code
    isHardened = settings.mode == .hardened
    nameLengths = surface.nameLengths
    phrasings = plan.sentences.entries.count
    let split = settings.split.rawValue
    pair = PairDrawer(surface, plan.sentences)
    templates = CompiledTemplates(plan.sentences.templates)
    pool = WordArena(surface.names?.names ?? [])
    isPooled = surface.names != nil
    pooled = PooledNames(size: surface.names?.count ?? 0, spelling: plan.spelling)
    let longestName = isPooled ? pool.longest : 10
    sentenceBytes = max(32, (3 * templates.texts.longest + 2 * longestName + 9) & ~7)
    if surface.telling != .one(.causes) {
      names.refused = Set(plan.sentences.templates.flatMap(\.words).filter { $0.count > 1 })
        .map(NameDrawer.folded)
      phrasingNames = plan.sentences.entries.map { Array(",\"phrasing\":\"\($0.name)\"".utf8) }
    } else {
      phrasingNames = []
    }
    forms = settings.isUnique ? UniqueForms(plan) : nil
    idPrefix = Array("\(settings.name)-\(split)-\(settings.seed)-".utf8)
    metadataTail = Array(",\"seed\":\(settings.seed),\"split\":\"\(split)\",\"index\":".utf8)
    metadataHeads = plan.parts.map {
      Array(
        ",\"metadata\":{\"family\":\"\($0.family.name)\",\"axiom\":\"\($0.family.axiom.name)\",\"nodes\":"
          .utf8)
    }
  }

  /// Appends the line of a row.
  mutating func write(_ index: Int) throws(GenerationFault) -> RowFacts {
    var row = try draw(index)
    if case .rule(let rule) = plan.parts[row.place.part].family.axiom {
      return writeStatements(rule, row.place, &row.random)
    }
    return writePair(row.query, row.place, &row.random)
  }

  /// Draws a row whose text isn't wanted: later ones may not have its form.
  mutating func pass(_ index: Int) throws(GenerationFault) { _ = try draw(index) }

  private mutating func draw(
    _ index: Int
  ) throws(GenerationFault) -> (query: PairQuery, place: RowPlace, random: RowRandom) {
    var shared = RowRandom(
      seed: seed, split: split, family: code, purpose: .pair, index: index >> 1)
    let coins = shared.next()
    let (part, size) = plan.place(pair: index >> 1, &shared)
    let place = RowPlace(
      index: index, part: part, size: plan.parts[part].sizes[size],
      sizeNumber: size,
      isYes: (UInt64(index) ^ coins) & 1 == 1)
    var random = rowRandom(index)
    pair.telling.firstIsolated = place.size
    pair.telling.phrasing = Int(((coins >> 32) &* UInt64(phrasings)) >> 32)
    if case .rule(let rule) = plan.parts[part].family.axiom {
      let shapes = plan.parts[part].shapes[size]
      var shape = shapes.pick(shared.fraction())
      drawStatements(rule, shape, place, &random)
      // Two rows have one shape, but in a unique set whose shape may be used up: then any other.
      while try isRefused(place) {
        shape = shapes.pick(random.fraction())
        drawStatements(rule, shape, place, &random)
      }
      forms?.add(pair.formHash, place)
      return (PairQuery(x: 0, y: 0), place, random)
    }
    var query: PairQuery?
    if isHardened {
      let isXFirst = coins & 2 == 0
      if forms == nil {
        let stratum = tables[part][size].pick(shared.next())
        query = try drawStratified(place, stratum, isXFirst: isXFirst, &random)
      } else {
        query = try drawUnique(place, isXFirst: isXFirst, &shared, &random)
      }
    } else {
      query = try drawFreely(place, &random)
      forms?.add(pair.formHash, place)
    }
    guard let query else {
      if let fault = forms?.exhausted(place) { throw fault }
      guard pair.telling.order == nil else {
        throw GenerationFault(
          message: "row \(index) can't be told in the order \(pair.telling.order!.rawValue)",
          hint: "leave the order out, or use --mode paper")
      }
      fatalError("row \(index) of \(plan.settings.name) can't be drawn")
    }
    return (query, place, random)
  }

  /// The row's own numbers.
  func rowRandom(_ index: Int) -> RowRandom {
    RowRandom(seed: seed, split: split, family: code, purpose: .row, index: index)
  }

  // Whether the form stood before, where none may.
  private mutating func isRefused(_ place: RowPlace) throws(GenerationFault) -> Bool {
    guard forms != nil else { return false }
    return try forms!.refuses(pair.formHash, place)
  }

  mutating func drawStratified(
    _ place: RowPlace, _ stratum: Stratum, isXFirst: Bool, _ random: inout RowRandom
  ) throws(GenerationFault) -> PairQuery? {
    let kind = kinds[place.part]
    for _ in 0..<Self.graphTries {
      let query = pair.tryStratum(
        kind, size: place.size, stratum, isYes: place.isYes, isXFirst: isXFirst, split: split,
        &random)
      if let query, try !isRefused(place) { return query }
    }
    return nil
  }

  private mutating func drawFreely(
    _ place: RowPlace, _ random: inout RowRandom
  ) throws(GenerationFault) -> PairQuery? {
    let kind = kinds[place.part]
    for _ in 0..<Self.graphTries {
      guard pair.drawGraph(kind, size: place.size, mode: .paper, &random) else { continue }
      pair.tell(&random)
      guard let query = pair.findAnyQuery(kind, isYes: place.isYes, &random) else { continue }
      pair.hashForm(query, isSymmetric: kind.question != .path)
      if try !isRefused(place) { return query }
    }
    return nil
  }

  /// Draws names, those of the mentioned nodes first.
  mutating func drawNames(
    _ count: Int, mentioned: Int, _ place: RowPlace, _ random: inout RowRandom
  ) {
    let splits = Split.allCases.count
    let serial = plan.serials(place.index * splits + Int(split.number))
    guard !isPooled else { return pooled.draw(count: count, serial: serial, &random) }
    names.draw(
      count: count, mentioned: mentioned, lengths: nameLengths ?? kinds[place.part].nameLengths,
      serial: serial, refusesWords: isHardened || !names.refused.isEmpty, &random)
  }

  // Frame of a line: what stands before the text, between text and answer, and after it.

  mutating func openLine(_ place: RowPlace) {
    switch plan.settings.format {
    case .full:
      buffer.append("{\"id\":\"")
      buffer.append(idPrefix)
      buffer.append(UInt64(place.index))
      buffer.append("\",\"question\":\"")
    case .paper: buffer.append("{\"text\":\"")
    case .chat: buffer.append("{\"prompt\":[{\"role\":\"user\",\"content\":\"")
    }
  }

  /// Ends the text and writes the answer; true when metadata are to follow.
  mutating func writeAnswer(_ place: RowPlace) -> Bool {
    switch plan.settings.format {
    case .full: buffer.append("\",\"answer\":\"")
    case .paper: buffer.append("\",\"label\":\"")
    case .chat: buffer.append("\"}],\"completion\":[{\"role\":\"assistant\",\"content\":\"")
    }
    if place.isYes { buffer.append("Yes") } else { buffer.append("No") }
    switch plan.settings.format {
    case .full:
      buffer.append("\"")
      buffer.append(metadataHeads[place.part])
      return true
    case .paper: buffer.append("\"}\n")
    case .chat: buffer.append("\"}]}\n")
    }
    return false
  }

  mutating func closeMetadata(_ place: RowPlace) {
    if !phrasingNames.isEmpty { buffer.append(phrasingNames[pair.telling.phrasing]) }
    buffer.append(metadataTail)
    buffer.append(UInt64(place.index))
    buffer.append("}}\n")
  }
}
