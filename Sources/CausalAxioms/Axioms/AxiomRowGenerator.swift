// Makes the rows of a program: row i, whenever it is asked for.
//
// Which facts, which question and which order of sentences comes from the pair's stream (see
// TwinDrawer), so a row alone costs two; written in order, a pair is drawn once. Names come from the
// row's own stream and spell its number, as in all families.
//
// The label is decided again on the facts as they are written. The witness of a Yes is a proof of least
// height; that of a No the relations it depends on, closed under the rules, without the pair.

import Graphs

/// What an axiom row turned out to be; for the manifest.
struct AxiomRowFacts {
  var isYes = false
  var nodes = 0
  var facts = 0
  var depth = 0
  var predicate = 0
  var graph: UInt64 = 0
  var form: UInt64 = 0
  var shortcuts: UInt32 = 0
}

/// Makes rows into a buffer.
struct AxiomRowGenerator: ~Copyable {
  let plan: AxiomPlan
  var buffer = RowBuffer()
  private var drawer: TwinDrawer
  private var names = NameDrawer()
  private let words: AxiomWords
  private let relevant: [[Int]]
  private let idPrefix: [UInt8]
  private let metadataHeads: [[UInt8]]
  private let metadataTail: [UInt8]
  private var drawnPair = -1
  private var firstIsYes = false

  // The pilot promises every stratum within 400.
  private static let tries = 1_000_000

  init(plan: AxiomPlan) {
    self.plan = plan
    let settings = plan.settings
    let program = settings.program
    drawer = TwinDrawer(program)
    words = AxiomWords(program, statesRules: settings.statesRules)
    relevant = program.predicates.indices.map { program.relevant(to: $0) }
    let split = settings.split.rawValue
    idPrefix = Array("\(program.name)-\(split)-\(settings.seed)-".utf8)
    metadataHeads = words.witnesses.map { name in
      Array(",\"metadata\":{\"family\":\"\(program.name)\",\"axiom\":\"horn\",\"relation\":\"".utf8)
        + name.dropLast() + Array("\",\"nodes\":".utf8)
    }
    metadataTail = Array(",\"seed\":\(settings.seed),\"split\":\"\(split)\",\"index\":".utf8)
  }

  /// Appends the line of a row.
  mutating func write(_ index: Int) -> AxiomRowFacts {
    if drawnPair != index >> 1 { drawPair(index >> 1) }
    let isYes = firstIsYes == (index & 1 == 0)
    let draft = drawer.draft(isYes: isYes)
    drawNames(draft, index)
    drawer.chaining.reset(nodes: draft.nodes)
    for fact in draft.facts { _ = drawer.chaining.insert(fact) }
    drawer.chaining.begin()
    drawer.chaining.run()
    guard drawer.chaining.holds(draft.question) == isYes else {
      fatalError("row \(index) of \(plan.settings.program.name) has the wrong label")
    }
    buffer.reserve(
      1024 + words.rules.count + draft.facts.count * (24 + words.facts.map(\.count).max()!))
    open(index)
    writeText(draft)
    if writeAnswer(isYes) { writeMetadata(draft, isYes, index) }
    return AxiomRowFacts(
      isYes: isYes, nodes: draft.nodes, facts: draft.facts.count, depth: draft.depth,
      predicate: draft.question.predicate, graph: draft.graph, form: draft.form,
      shortcuts: AxiomShortcut.predictions(draft, isBase: plan.settings.program.base))
  }

  private mutating func drawPair(_ pair: Int) {
    let settings = plan.settings
    var random = RowRandom(
      seed: plan.seed, split: settings.split, family: AxiomPlan.familyCode, purpose: .pair,
      index: pair)
    let coins = random.next()
    let size = plan.sizes[pair % plan.sizes.count]
    var isDrawn: Bool
    if settings.mode == .hardened {
      isDrawn = drawer.draw(
        size.pick(random.fraction()), size, split: settings.split, isXFirst: coins & 2 == 0,
        tries: Self.tries, &random)
    } else {
      let predicate = size.asked[random.below(size.asked.count)]
      isDrawn = drawer.drawFreely(predicate, size, isYes: true, tries: Self.tries, &random)
      isDrawn =
        isDrawn && drawer.drawFreely(predicate, size, isYes: false, tries: Self.tries, &random)
    }
    guard isDrawn else { fatalError("pair \(pair) of \(settings.program.name) can't be drawn") }
    firstIsYes = coins & 1 == 0
    drawnPair = pair
  }

  private mutating func drawNames(_ draft: AxiomDraft, _ index: Int) {
    var random = RowRandom(
      seed: plan.seed, split: plan.settings.split, family: AxiomPlan.familyCode, purpose: .row,
      index: index)
    let splits = Split.allCases.count
    let serial = plan.serials(index * splits + Int(plan.settings.split.number))
    let refusesWords = plan.settings.mode == .hardened
    repeat {
      names.draw(
        count: draft.nodes, mentioned: draft.nodes, lengths: 1...3, serial: serial,
        refusesWords: refusesWords, &random)
    } while (refusesWords || plan.settings.statesRules) && hasReservedName()
  }

  private func hasReservedName() -> Bool {
    for place in 0..<names.count {
      let name = names[place]
      let lower = (0..<name.length).map { byte -> UInt8 in
        let letter = UInt8(truncatingIfNeeded: name.low >> UInt64(8 * byte))
        return letter & 0x40 == 0 ? letter : letter | 0x20
      }
      if words.reserved.contains(lower) { return true }
    }
    return false
  }

  private mutating func open(_ index: Int) {
    switch plan.settings.format {
    case .full:
      buffer.append("{\"id\":\"")
      buffer.append(idPrefix)
      buffer.append(UInt64(index))
      buffer.append("\",\"question\":\"")
    case .paper: buffer.append("{\"text\":\"")
    case .chat: buffer.append("{\"prompt\":[{\"role\":\"user\",\"content\":\"")
    }
  }

  private mutating func writeText(_ draft: AxiomDraft) {
    buffer.append(words.rules)
    for fact in draft.facts {
      write(fact.first, draft)
      buffer.append(words.facts[fact.predicate])
      if words.isBinary[fact.predicate] { write(fact.second, draft) }
      buffer.append(". ")
    }
    let question = draft.question
    buffer.append(words.questionHeads[question.predicate])
    write(question.first, draft)
    buffer.append(words.questionTails[question.predicate])
    if words.isBinary[question.predicate] { write(question.second, draft) }
    buffer.append("?")
  }

  private mutating func write(_ node: Int, _ draft: AxiomDraft) {
    let name = names[draft.rank[node]]
    buffer.append(word: name.low, length: name.length)
  }

  /// Ends the text and writes the answer; true when metadata are to follow.
  private mutating func writeAnswer(_ isYes: Bool) -> Bool {
    let format = plan.settings.format
    switch format {
    case .full: buffer.append("\",\"answer\":\"")
    case .paper: buffer.append("\",\"label\":\"")
    case .chat: buffer.append("\"}],\"completion\":[{\"role\":\"assistant\",\"content\":\"")
    }
    if isYes { buffer.append("Yes") } else { buffer.append("No") }
    switch format {
    case .full: buffer.append("\"")
    case .paper: buffer.append("\"}\n")
    case .chat: buffer.append("\"}]}\n")
    }
    return format == .full
  }

  private mutating func writeMetadata(_ draft: AxiomDraft, _ isYes: Bool, _ index: Int) {
    buffer.append(metadataHeads[draft.question.predicate])
    buffer.append(UInt64(draft.nodes))
    buffer.append(",\"facts\":")
    buffer.append(UInt64(draft.facts.count))
    buffer.append(",\"depth\":")
    buffer.append(UInt64(draft.depth))
    buffer.append(",\"graph\":\"")
    buffer.append(hexadecimal: draft.graph)
    buffer.append("\",\"witness\":{")
    if isYes { writeDerivation(draft) } else { writeClosure(draft) }
    buffer.append("}")
    buffer.append(metadataTail)
    buffer.append(UInt64(index))
    buffer.append("}}\n")
  }

  // "derivation":[{"rule":1,"premises":["parent(a,b)","parent(b,c)"],"conclusion":"grandparent(a,c)"}]
  private mutating func writeDerivation(_ draft: AxiomDraft) {
    buffer.append("\"derivation\":[")
    for (place, step) in drawer.chaining.derivation(of: draft.question).enumerated() {
      buffer.reserve(256 + (step.premises.count + 1) * (32 + words.witnesses.map(\.count).max()!))
      if place > 0 { buffer.append(",") }
      buffer.append("{\"rule\":")
      buffer.append(UInt64(step.rule + 1))
      buffer.append(",\"premises\":[")
      for (place, premise) in step.premises.enumerated() {
        if place > 0 { buffer.append(",") }
        write(premise, draft)
      }
      buffer.append("],\"conclusion\":")
      write(step.conclusion, draft)
      buffer.append("}")
    }
    buffer.append("]")
  }

  private mutating func write(_ atom: GroundAtom, _ draft: AxiomDraft) {
    buffer.append("\"")
    buffer.append(words.witnesses[atom.predicate])
    write(atom.first, draft)
    if words.isBinary[atom.predicate] {
      buffer.append(",")
      write(atom.second, draft)
    }
    buffer.append(")\"")
  }

  // "closed":{"causes":{"a":["b","c"],"b":["c"]}}; of a property the list of nodes.
  private mutating func writeClosure(_ draft: AxiomDraft) {
    buffer.append("\"closed\":{")
    for (place, predicate) in relevant[draft.question.predicate].enumerated() {
      buffer.reserve(256 + words.witnesses[predicate].count)
      if place > 0 { buffer.append(",") }
      buffer.append("\"")
      buffer.append(words.witnesses[predicate])
      buffer.truncate(to: buffer.count - 1)
      buffer.append("\":")
      if words.isBinary[predicate] {
        writeRows(predicate, draft)
      } else {
        let nodes = NodeSet(below: draft.nodes).nodes.filter {
          drawer.chaining.row(predicate, $0).contains($0)
        }
        writeList(NodeSet(bits: nodes.reduce(0) { $0 | 1 << UInt64($1) }), draft)
      }
    }
    buffer.append("}")
  }

  private mutating func writeRows(_ predicate: Int, _ draft: AxiomDraft) {
    buffer.append("{")
    var isFirst = true
    for node in 0..<draft.nodes {
      let row = drawer.chaining.row(predicate, node)
      guard !row.isEmpty else { continue }
      if !isFirst { buffer.append(",") }
      isFirst = false
      buffer.append("\"")
      write(node, draft)
      buffer.append("\":")
      writeList(row, draft)
    }
    buffer.append("}")
  }

  private mutating func writeList(_ nodes: NodeSet, _ draft: AxiomDraft) {
    buffer.reserve(1024)
    buffer.append("[")
    var rest = nodes
    var isFirst = true
    while let node = rest.popFirst() {
      if !isFirst { buffer.append(",") }
      isFirst = false
      buffer.append("\"")
      write(node, draft)
      buffer.append("\"")
    }
    buffer.append("]")
  }
}
