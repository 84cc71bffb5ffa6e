// The strata of a program at a size, found by drawing the same sample in every run.
//
// A stratum is a relation asked about and a depth, the height of the lowest proof. All depths from 1 on
// that at least one set of facts in fifty reaches are equally frequent, if the answer isn't told by a fact
// about the two: facts "tell" that no No of the sample has between its two nodes. Of the rows whose
// answer is told, stated facts (depth 0) among them, there is one pair in sixteen. Where all rows are of
// that kind (symmetry alone), they are all there is, and the manifest's scores show it.
//
// The shape of the facts is the first in which every relation has both answers: acyclic in one part,
// then with cycles, then in two parts. The distance along facts is alike in Yes and No unless that is
// impossible: under symmetry and transitivity it is the answer.

/// What the rows of a pair are drawn for.
struct AxiomStratum: Sendable, Equatable {
  var predicate: Int
  var depth: Int
  /// Whether facts about the two tell the answer.
  var isTelling: Bool
  /// Whether the No has the Yes's distance.
  var matchesDistance: Bool
}

/// A number of nodes with its strata.
struct AxiomSize: Sendable {
  var nodes: Int
  var facts: Int
  var shape: FactShape
  /// For each predicate: what may be stated between the two of a No, as bits (`FactDrawer.stated`).
  var openStated: [[UInt32]]
  /// Asked relations that have both answers.
  var asked: [Int]
  private(set) var strata: [AxiomStratum] = []
  private var upTo: [Double] = []

  /// Part of the pairs whose answer a fact tells.
  static let tellingShare = 1.0 / 16

  /// Whether a fact about the two tells every answer.
  var isAlwaysTold: Bool { strata.allSatisfy(\.isTelling) }

  /// The stratum at a place from 0 up to 1.
  func pick(_ place: Double) -> AxiomStratum {
    strata[upTo.firstIndex { place < $0 } ?? strata.count - 1]
  }

  /// Takes strata over, with their shares: open and telling ones apart, relations alike, depths alike.
  mutating func set(_ found: [AxiomStratum]) {
    strata = found
    let shareOfTelling = !found.contains { !$0.isTelling } ? 1 : Self.tellingShare
    var sum = 0.0
    for stratum in found {
      let share =
        stratum.isTelling
        ? shareOfTelling : found.contains(where: \.isTelling) ? 1 - shareOfTelling : 1
      let kind = found.filter { $0.isTelling == stratum.isTelling }
      let relations = Set(kind.map(\.predicate)).count
      let depths = kind.count { $0.predicate == stratum.predicate }
      sum += share / Double(relations * depths)
      upTo.append(sum)
    }
  }

  fileprivate init(
    nodes: Int, facts: Int, shape: FactShape, openStated: [[UInt32]], asked: [Int]
  ) {
    self.nodes = nodes
    self.facts = facts
    self.shape = shape
    self.openStated = openStated
    self.asked = asked
  }
}

/// Finds the strata.
struct AxiomPilot: ~Copyable {
  private let program: HornProgram
  private let split: Split
  private var drawer: TwinDrawer

  private static let samples = 256
  /// Parts of the samples in which an answer or a depth must be met.
  private static let threshold = 0.02
  private static let trials = 8
  private static let triesOfTrial = 400

  init(_ program: HornProgram, split: Split) {
    self.program = program
    self.split = split
    drawer = TwinDrawer(program)
  }

  /// What a sample of one shape shows.
  private struct Sample {
    /// For each predicate, what is stated between the two of a No, and in how many sets of facts.
    var no: [[UInt32: Int]]
    /// For each predicate and depth, what is stated between the two of a Yes.
    var yes: [[Int: [UInt32: Int]]]
  }

  /// The strata of a size; nil when no asked relation has both answers.
  mutating func size(nodes: Int, facts: Int, isStratified: Bool) -> AxiomSize? {
    var best: AxiomSize?
    var bestSample: Sample?
    let unary = program.base.count { program.predicates[$0].arity == 1 }
    for shape in FactShape.allCases where nodes >= shape.minimumNodes {
      let capacity = shape.capacity(
        nodes: nodes, binary: program.base.count - unary, unary: unary)
      guard (nodes - shape.parts...capacity).contains(facts) else { continue }
      let sample = sample(shape, nodes, facts)
      let least = Int(Self.threshold * Double(Self.samples))
      let asked = program.asked.filter { predicate in
        sample.no[predicate].values.reduce(0, +) > least
          && sample.yes[predicate].values.contains { $0.values.reduce(0, +) > least }
      }
      guard asked.count > best?.asked.count ?? 0 else { continue }
      best = AxiomSize(
        nodes: nodes, facts: facts, shape: shape,
        openStated: sample.no.map { $0.keys.sorted() }, asked: asked)
      bestSample = sample
      if asked.count == program.asked.count { break }
    }
    guard var size = best, let sample = bestSample else { return nil }
    guard isStratified else { return size }
    size.set(strata(size, sample))
    return size.strata.isEmpty ? nil : size
  }

  private mutating func sample(_ shape: FactShape, _ nodes: Int, _ facts: Int) -> Sample {
    var sample = Sample(
      no: program.predicates.map { _ in [:] }, yes: program.predicates.map { _ in [:] })
    let size = AxiomSize(nodes: nodes, facts: facts, shape: shape, openStated: [], asked: [])
    for number in 0..<Self.samples {
      var random = random(number, size)
      drawer.drawFacts(shape, size, &random)
      drawer.facts.describe(nodes: nodes)
      for predicate in program.asked { count(predicate, &sample) }
    }
    return sample
  }

  private mutating func count(_ predicate: Int, _ sample: inout Sample) {
    let nodes = drawer.chaining.nodes
    let isBinary = program.predicates[predicate].arity == 2
    var no: Set<UInt32> = []
    var yes: Set<[UInt32]> = []
    for x in 0..<nodes {
      for y in 0..<nodes where (x == y) != isBinary {
        let atom = GroundAtom(predicate: predicate, first: x, second: y)
        let stated = drawer.stated(atom)
        if let depth = drawer.chaining.round(of: atom) {
          yes.insert([UInt32(depth), stated])
        } else {
          no.insert(stated)
        }
      }
    }
    for stated in no { sample.no[predicate][stated, default: 0] += 1 }
    for entry in yes {
      sample.yes[predicate][Int(entry[0]), default: [:]][entry[1], default: 0] += 1
    }
  }

  private mutating func strata(_ size: AxiomSize, _ sample: Sample) -> [AxiomStratum] {
    var found: [AxiomStratum] = []
    let least = Int(Self.threshold * Double(Self.samples))
    for predicate in size.asked {
      for depth in sample.yes[predicate].keys.sorted() {
        for isTelling in [false, true] {
          let met = sample.yes[predicate][depth]!.filter {
            size.openStated[predicate].contains($0.key) != isTelling
          }.values.reduce(0, +)
          guard met > least else { continue }
          for matchesDistance in isTelling ? [false] : [true, false] {
            let stratum = AxiomStratum(
              predicate: predicate, depth: depth, isTelling: isTelling,
              matchesDistance: matchesDistance)
            guard isDrawn(stratum, size) else { continue }
            found.append(stratum)
            break
          }
        }
      }
    }
    return found
  }

  // Whether pairs of a stratum are found, whichever node is mentioned first.
  private mutating func isDrawn(_ stratum: AxiomStratum, _ size: AxiomSize) -> Bool {
    for trial in 0..<Self.trials {
      var random = random(Self.samples + trial, size)
      let isDrawn = drawer.draw(
        stratum, size, split: split, isXFirst: trial & 1 == 0, tries: Self.triesOfTrial, &random)
      guard isDrawn else { return false }
    }
    return true
  }

  private func random(_ number: Int, _ size: AxiomSize) -> RowRandom {
    RowRandom(
      seed: program.code, split: split, family: AxiomPlan.familyCode, purpose: .pilot,
      index: size.nodes << 24 | size.facts << 12 | number)
  }
}
