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
  var pair = PairDrawer()
  var names = NameDrawer()
  var path = NodePath()
  var statements = StatementDrawer()
  let wantsFacts: Bool
  private let idPrefix: [UInt8]
  private let metadataTail: [UInt8]
  private let metadataHeads: [[UInt8]]

  /// Graphs tried for one row before the generator is thought broken; the pilot promises one in fifty.
  private static let graphTries = 1_000_000

  /// What a row shares with its twin, and what is its own.
  struct RowPlace {
    var index: Int
    var part: Int
    var size: Int
    var isYes: Bool
  }

  init(plan: GenerationPlan, wantsFacts: Bool) {
    self.plan = plan
    self.wantsFacts = wantsFacts
    let settings = plan.settings
    let split = settings.split.rawValue
    idPrefix = Array("\(settings.name)-\(split)-\(settings.seed)-".utf8)
    metadataTail = Array(",\"seed\":\(settings.seed),\"split\":\"\(split)\",\"index\":".utf8)
    metadataHeads = plan.parts.map {
      Array(
        ",\"metadata\":{\"family\":\"\($0.family.name)\",\"axiom\":\"\($0.family.axiom.name)\",\"nodes\":"
          .utf8)
    }
  }

  /// Appends the line of a row.
  mutating func write(_ index: Int) -> RowFacts {
    let settings = plan.settings
    var shared = RowRandom(
      seed: settings.seed, split: settings.split, family: settings.code, purpose: .pair,
      index: index >> 1)
    let coins = shared.next()
    let (part, size) = plan.place(pair: index >> 1, &shared)
    let place = RowPlace(
      index: index, part: part, size: plan.parts[part].sizes[size],
      isYes: (UInt64(index) ^ coins) & 1 == 1)
    var random = RowRandom(
      seed: settings.seed, split: settings.split, family: settings.code, purpose: .row,
      index: index)
    if case .rule(let rule) = plan.parts[part].family.axiom {
      let shape = plan.parts[part].shapes[size].pick(shared.fraction())
      return writeStatements(rule, shape, place, &random)
    }
    var query: PairQuery?
    if settings.mode == .hardened {
      let stratum = plan.parts[part].tables[size].pick(shared.fraction())
      query = drawStratified(place, stratum, isXFirst: coins & 2 == 0, &random)
    } else {
      query = drawFreely(place, &random)
    }
    guard let query else { fatalError("row \(index) of \(settings.name) can't be drawn") }
    return writePair(query, place, &random)
  }

  private mutating func drawStratified(
    _ place: RowPlace, _ stratum: Stratum, isXFirst: Bool, _ random: inout RowRandom
  ) -> PairQuery? {
    let family = plan.parts[place.part].family
    if case .chain(let flips) = family.shape, family.axiom == .transitivity {
      for _ in 0..<Self.graphTries {
        guard
          let query = pair.drawChain(
            flips: flips, size: place.size, stratum, isYes: place.isYes, &random),
          pair.settle(query, firstMentioned: isXFirst, split: plan.settings.split, &random)
        else { continue }
        return query
      }
      return nil
    }
    for _ in 0..<Self.graphTries {
      guard pair.drawGraph(family, size: place.size, mode: .hardened, &random),
        let query = pair.findQuery(family, stratum, isYes: place.isYes, &random),
        pair.settle(query, firstMentioned: isXFirst, split: plan.settings.split, &random)
      else { continue }
      return query
    }
    return nil
  }

  private mutating func drawFreely(_ place: RowPlace, _ random: inout RowRandom) -> PairQuery? {
    let family = plan.parts[place.part].family
    for _ in 0..<Self.graphTries {
      guard pair.drawGraph(family, size: place.size, mode: .paper, &random) else { continue }
      pair.rankNodes()
      guard let query = pair.findAnyQuery(family, isYes: place.isYes, &random) else { continue }
      pair.hashForm(query)
      return query
    }
    return nil
  }

  /// Draws names, those of the mentioned nodes first.
  mutating func drawNames(
    _ count: Int, mentioned: Int, _ place: RowPlace, _ random: inout RowRandom
  ) {
    let splits = Split.allCases.count
    names.draw(
      count: count, mentioned: mentioned, lengths: plan.parts[place.part].family.nameLengths,
      serial: plan.serials(place.index * splits + Int(plan.settings.split.number)),
      refusesWords: plan.settings.mode == .hardened, &random)
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
    buffer.append(metadataTail)
    buffer.append(UInt64(place.index))
    buffer.append("}}\n")
  }
}
