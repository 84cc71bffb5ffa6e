// Draws the rows 2k and 2k + 1 together: a Yes and a No that look alike.
//
// A Yes of the wanted relation and depth is drawn first. Then facts are drawn until a pair of nodes of
// which the relation doesn't hold has the same signatures (named in the same places of the same
// relations, as often up to three), the same facts between the two, and the same distance along facts
// of either direction up to four. So every rule that looks at these answers both alike and scores 50 %. Facts that
// tell the answer by themselves ("X causes Y" is stated, or "Y is equal to X") have no such No: those
// strata are rare, and only the signatures match. See AxiomStrata.
//
// Both rows come from the pair's stream, as neither can be drawn without the other.

import Graphs

/// What a row states and asks.
struct AxiomDraft {
  var facts: [GroundAtom] = []
  var question = GroundAtom(predicate: 0, first: 0, second: 0)
  var nodes = 0
  /// The round in which the question's atom is derived; 0 for a fact and for a No.
  var depth = 0
  /// Places in the order of first mention.
  var rank: [Int] = []
  var graph: UInt64 = 0
  var form: UInt64 = 0
}

/// Draws pairs of rows.
struct TwinDrawer: ~Copyable {
  let program: HornProgram
  var chaining: ForwardChaining
  var facts: FactDrawer
  private var rank = FixedStorage<Int>(count: 64, repeating: 0)
  private var graph: UInt64 = 0
  private var form: UInt64 = 0
  private var candidates: [GroundAtom] = []
  // The Yes and the No.
  private var drafts = [AxiomDraft(), AxiomDraft()]

  /// Facts drawn for one No before another Yes is taken.
  private static let noTries = 64
  private static let maximumCandidates = 8

  init(_ program: HornProgram) {
    self.program = program
    chaining = ForwardChaining(program)
    facts = FactDrawer(program)
  }

  /// The row of a label that was drawn last.
  func draft(isYes: Bool) -> AxiomDraft { drafts[isYes ? 0 : 1] }

  /// What both rows of a pair have alike.
  private struct Likeness: Equatable {
    var x: UInt64
    var y: UInt64
    var stated: UInt32
    var distance: Int
  }

  /// Draws facts, and all that follows.
  mutating func drawFacts(
    _ shape: FactShape, _ size: AxiomSize, _ random: inout RowRandom
  ) {
    facts.draw(shape, nodes: size.nodes, facts: size.facts, into: &chaining, &random)
    chaining.run()
  }

  /// Draws a pair of rows of a stratum.
  ///
  /// - Parameter isXFirst: whether X is to be mentioned first; nil for any order.
  /// - Returns: whether one was found within the tries.
  mutating func draw(
    _ stratum: AxiomStratum, _ size: AxiomSize, split: Split, isXFirst: Bool, tries: Int,
    _ random: inout RowRandom
  ) -> Bool {
    for _ in 0..<tries {
      drawFacts(size.shape, size, &random)
      guard let question = pickYes(stratum, size, &random) else { continue }
      facts.describe(nodes: size.nodes)
      let likeness = likeness(of: question, stratum)
      guard settle(question, split, isXFirst, &random) else { continue }
      keep(question, size.nodes, depth: stratum.depth, isYes: true)
      for _ in 0..<Self.noTries {
        facts.draw(
          size.shape, nodes: size.nodes, facts: size.facts, into: &chaining, &random)
        facts.describe(nodes: size.nodes)
        guard let question = pickNo(stratum, likeness, &random),
          settle(question, split, isXFirst, &random)
        else { continue }
        keep(question, size.nodes, depth: 0, isYes: false)
        return true
      }
    }
    return false
  }

  /// Draws a row of either label with nothing alike, sentences in the order drawn.
  ///
  /// - Returns: false when no question of the label was met within the tries.
  mutating func drawFreely(
    _ predicate: Int, _ size: AxiomSize, isYes: Bool, tries: Int, _ random: inout RowRandom
  ) -> Bool {
    for _ in 0..<tries {
      drawFacts(size.shape, size, &random)
      let picked = pick(
        predicate,
        { chaining, x in
          let row = chaining.row(predicate, x)
          return isYes ? row : NodeSet(below: chaining.nodes).subtracting(row)
        }, &random)
      guard let question = picked else { continue }
      hashForm(question)
      let depth = isYes ? chaining.round(of: question) ?? 0 : 0
      keep(question, size.nodes, depth: depth, isYes: isYes)
      return true
    }
    return false
  }

  // A pair of which the relation is derived in the stratum's round.
  private func pickYes(
    _ stratum: AxiomStratum, _ size: AxiomSize, _ random: inout RowRandom
  ) -> GroundAtom? {
    guard stratum.depth <= chaining.rounds else { return nil }
    let picked = pick(
      stratum.predicate,
      { chaining, x in chaining.added(stratum.depth, stratum.predicate, x) }, &random)
    guard let picked else { return nil }
    let stated = stated(picked)
    return size.openStated[stratum.predicate].contains(stated) != stratum.isTelling ? picked : nil
  }

  // Any of the pairs that rows of bits give.
  private func pick(
    _ predicate: Int, _ row: (borrowing ForwardChaining, Int) -> NodeSet,
    _ random: inout RowRandom
  ) -> GroundAtom? {
    let isBinary = program.predicates[predicate].arity == 2
    var total = 0
    for x in 0..<chaining.nodes { total += asked(row(chaining, x), x, isBinary).count }
    guard total > 0 else { return nil }
    var place = random.below(total)
    for x in 0..<chaining.nodes {
      let nodes = asked(row(chaining, x), x, isBinary)
      if place < nodes.count {
        return GroundAtom(predicate: predicate, first: x, second: nodes.node(rank: place))
      }
      place -= nodes.count
    }
    return nil
  }

  // Relations are asked of two nodes, properties of one.
  private func asked(_ row: NodeSet, _ x: Int, _ isBinary: Bool) -> NodeSet {
    isBinary ? row.subtracting(NodeSet(x)) : row.intersection(NodeSet(x))
  }

  /// Which relations facts state of the two of a question, in this order and the other: a bit each.
  func stated(_ question: GroundAtom) -> UInt32 {
    var bits: UInt32 = 0
    for relation in program.base {
      if chaining.added(0, relation, question.first).contains(question.second) {
        bits |= 1 << UInt32(relation)
      }
      if chaining.added(0, relation, question.second).contains(question.first) {
        bits |= 1 << UInt32(16 + relation)
      }
    }
    return bits
  }

  private func likeness(of question: GroundAtom, _ stratum: AxiomStratum) -> Likeness {
    Likeness(
      x: facts.signature(question.first), y: facts.signature(question.second),
      stated: stratum.isTelling ? 0 : stated(question),
      distance: stratum.matchesDistance ? facts.distance(question.first, question.second) : 0)
  }

  // A pair of which the relation doesn't hold and that is like the Yes. Most facts have no pair that is
  // like it, and are thrown away before anything is derived from them.
  private mutating func pickNo(
    _ stratum: AxiomStratum, _ wanted: Likeness, _ random: inout RowRandom
  ) -> GroundAtom? {
    let nodes = chaining.nodes
    let isBinary = program.predicates[stratum.predicate].arity == 2
    var (ones, others) = (NodeSet(), NodeSet())
    for node in 0..<nodes {
      let signature = facts.signature(node)
      if signature == wanted.x { ones.insert(node) }
      if signature == wanted.y { others.insert(node) }
    }
    guard !ones.isEmpty, !others.isEmpty else { return nil }
    candidates.removeAll(keepingCapacity: true)
    let word = random.next()
    let startX = Int(truncatingIfNeeded: ((word & 0xffff_ffff) &* UInt64(nodes)) >> 32)
    let startY = Int(truncatingIfNeeded: ((word >> 32) &* UInt64(nodes)) >> 32)
    ones.rotate(by: startX, of: nodes)
    while let stepX = ones.popFirst() {
      let x = (startX + stepX) % nodes
      var rest = asked(others, x, isBinary)
      rest.rotate(by: startY, of: nodes)
      while let stepY = rest.popFirst(), candidates.count < Self.maximumCandidates {
        let y = (startY + stepY) % nodes
        let question = GroundAtom(predicate: stratum.predicate, first: x, second: y)
        if likeness(of: question, stratum) == wanted { candidates.append(question) }
      }
    }
    guard !candidates.isEmpty else { return nil }
    chaining.run()
    return candidates.first { !chaining.holds($0) }
  }

  // Orders the sentences so that X is mentioned as wanted and the form belongs to the split.
  private mutating func settle(
    _ question: GroundAtom, _ split: Split, _ isXFirst: Bool, _ random: inout RowRandom
  ) -> Bool {
    for _ in 0..<(split == .train ? 8 : 48) {
      facts.shuffle(&random)
      hashForm(question)
      let isMet =
        question.first == question.second
        || (rank[question.first] < rank[question.second]) == isXFirst
      if isMet, Split(formHash: form) == split { return true }
    }
    return false
  }

  // Numbers the nodes by first mention; the form is the facts and the question so named.
  private mutating func hashForm(_ question: GroundAtom) {
    for node in 0..<chaining.nodes { rank[node] = -1 }
    var mentioned = 0
    graph = 0
    for place in 0..<facts.count {
      let fact = facts[place]
      if rank[fact.first] < 0 {
        rank[fact.first] = mentioned
        mentioned += 1
      }
      if rank[fact.second] < 0 {
        rank[fact.second] = mentioned
        mentioned += 1
      }
      graph &+= mix(code(fact))
    }
    form = mix(graph ^ mix(code(question) | 1 << 32))
  }

  private func code(_ atom: GroundAtom) -> UInt64 {
    UInt64(atom.predicate << 16 | rank[atom.first] << 8 | rank[atom.second])
  }

  private mutating func keep(_ question: GroundAtom, _ nodes: Int, depth: Int, isYes: Bool) {
    var draft = AxiomDraft()
    swap(&draft, &drafts[isYes ? 0 : 1])
    draft.facts.removeAll(keepingCapacity: true)
    for place in 0..<facts.count { draft.facts.append(facts[place]) }
    draft.rank.removeAll(keepingCapacity: true)
    for node in 0..<nodes { draft.rank.append(rank[node]) }
    draft.question = question
    draft.nodes = nodes
    draft.depth = depth
    draft.graph = graph
    draft.form = form
    swap(&draft, &drafts[isYes ? 0 : 1])
  }
}

extension NodeSet {
  /// Numbers the nodes anew: the one at `start` becomes 0, those before it the last.
  fileprivate mutating func rotate(by start: Int, of count: Int) {
    let high = bits >> UInt64(start)
    bits = (high | bits << UInt64(count - start)) & NodeSet(below: count).bits
  }
}
