// The audit of one set: every row's text read, its label recomputed, what is odd about it counted.
//
// Only texts and stated labels are used, and the stated number of nodes, which is compared with the
// one counted. Rows are added one by one and forgotten; what stays is counts and fingerprints.

import Diagnostics
import Graphs

/// Findings about a set of demonstrations.
public struct SetAudit: Sendable {
  /// The set's name.
  public let name: String
  /// Rows seen.
  public private(set) var rows = 0
  /// Rows that are no JSON objects with a text.
  public private(set) var malformed = 0
  /// Rows whose text was not read whole.
  public private(set) var unread = 0
  /// Rows without a label that is Yes or No.
  public private(set) var unlabelled = 0
  /// Rows whose question has no defined answer.
  public private(set) var undefined = 0
  /// Rows about statements for which neither a derivation nor a counterexample was found.
  public private(set) var undecided = 0
  /// Rows whose label is wrong.
  public private(set) var labelErrors = 0
  /// Ids of such rows, as many as `idLimit`.
  public private(set) var labelErrorIDs: [String] = []
  /// Ids of rows that were not read, as many as `idLimit`.
  public private(set) var unreadIDs: [String] = []
  /// Rows with at least one flag of a kind.
  public private(set) var flagged: [DiagnosticCode: Int] = [:]
  /// Rows that state more, or fewer, nodes than are named.
  public private(set) var sizes = (larger: 0, smaller: 0)
  /// Nodes stated by the rows, and nodes counted, by label.
  public private(set) var statedNodes = LabelTally()
  /// Nodes named by the rows' texts, by label.
  public private(set) var countedNodes = LabelTally()
  /// Hops of paths that exist, by stated label.
  public private(set) var hops = LabelTally()
  /// Distances of X and Y whatever the edges' directions, by label.
  public private(set) var distances = LabelTally()
  /// Rows whose X and Y are not connected, by label.
  public private(set) var unconnected = LabelTally()
  private(set) var texts = FingerprintSet()
  private(set) var premises = FingerprintSet()
  private(set) var canonical = FingerprintSet()
  private(set) var shapes = FingerprintSet()
  private(set) var shortcuts = ShortcutTally()
  private var labelCounts = LabelTally()
  private var fields = RowFields()
  private var reader: DemonstrationReader
  private var statements = StatementReader()
  private var closure = StatementClosure()
  private var scratch: [UInt8] = []

  /// Ids that are listed.
  public static let idLimit = 1_000

  /// The flags that are counted.
  static let counted: [DiagnosticCode] = [
    .cyclicPremises, .sameNode, .unknownNode, .duplicateEdge, .missingFullStop, .grammarWordName,
    .overlappingCondition,
  ]

  /// Starts an audit.
  public init(name: String, _ templates: ReadingTemplates = .builtIn) {
    self.name = name
    reader = DemonstrationReader(templates)
  }

  /// Rows of each label.
  public var labels: (yes: Int, no: Int) {
    labelCounts.entries.first.map { ($0.yes, $0.no) } ?? (0, 0)
  }

  /// Sizes of conditions, by label.
  public var conditionSizes: LabelTally { shortcuts.fitted.conditions }

  /// Different premises, as text.
  public var distinctGraphs: Int { premises.count }

  /// Different premises with their question, names replaced by the order of first mention.
  public var distinctCanonical: Int { canonical.count }

  /// Different premises, names replaced by the order of first mention.
  public var distinctShapes: Int { shapes.count }

  /// Rows whose text stood before.
  public var duplicates: Int { texts.repeats }

  /// Rows that differ from an earlier one in names at most.
  public var canonicalDuplicates: Int { canonical.repeats }

  /// Whether counts of distinct items are estimates from a sample.
  public var isSampled: Bool { texts.depth + canonical.depth + premises.depth + shapes.depth > 0 }

  /// Share of rows that a rule gets right; nil where it has nothing to say.
  public func accuracy(_ rule: Shortcut) -> Double? {
    guard rule == .majority else { return shortcuts.accuracy(rule) }
    let (yes, no) = labels
    return yes + no == 0 ? nil : Double(max(yes, no)) / Double(yes + no)
  }

  /// Adds the row that stands in these bytes.
  public mutating func add(_ line: [UInt8], in bounds: Range<Int>) {
    rows += 1
    guard fields.read(line, bounds), let (bytes, range) = text(line) else {
      malformed += 1
      return
    }
    texts.insert(Fingerprint.hash(bytes, range))
    reader.read(bytes, in: range)
    let stated = label(line)
    if let stated { labelCounts.add(0, stated) } else { unlabelled += 1 }
    if !reader.isComplete, statements.read(bytes, in: range) {
      return addStatements(bytes, line, stated)
    }
    for code in Self.counted where reader.has(code) { flagged[code, default: 0] += 1 }
    guard reader.isComplete, let question = reader.question else {
      return addUnread(line)
    }
    let premise = premiseFingerprint(bytes)
    addFingerprints(premise, question)
    guard let stated else { return }
    shortcuts.add(reader, stated, premise: premise)
    addSizes(reader.nodes.count, stated)
    addDistances(question, stated)
    guard let label = reader.label else {
      undefined += 1
      return
    }
    if label != stated { addLabelError(line) }
  }

  private mutating func addUnread(_ line: [UInt8]) {
    unread += 1
    if unreadIDs.count < Self.idLimit { unreadIDs.append(id(line)) }
  }

  private mutating func addLabelError(_ line: [UInt8]) {
    labelErrors += 1
    if labelErrorIDs.count < Self.idLimit { labelErrorIDs.append(id(line)) }
  }

  private mutating func addStatements(_ bytes: [UInt8], _ line: [UInt8], _ stated: Label?) {
    for code in Self.counted where statements.has(code) { flagged[code, default: 0] += 1 }
    guard statements.isComplete, let conclusion = statements.conclusion else {
      return addUnread(line)
    }
    let span = statements.premiseSpan
    premises.insert(Fingerprint.hash(bytes, span.lower..<span.upper))
    var shape: UInt64 = statements.relation == .separated ? 3 : 2
    for premise in statements.premises { shape = premise.mixed(into: shape) }
    shapes.insert(shape)
    canonical.insert(conclusion.mixed(into: Fingerprint.mix(shape, 4)))
    guard let stated else { return }
    shortcuts.add(StatementFeatures(statements.premises, conclusion), stated)
    addSizes(statements.nodes.count, stated)
    guard statements.isDefined else {
      undefined += 1
      return
    }
    guard let label = closure.decide(statements).label else {
      undecided += 1
      return
    }
    if label != stated { addLabelError(line) }
  }

  private mutating func text(_ line: [UInt8]) -> (bytes: [UInt8], range: Range<Int>)? {
    if let text = fields.bytes(.text, of: line) { return text }
    guard let question = fields.bytes(.question, of: line) else {
      return fields.bytes(.prompt, of: line)
    }
    guard
      let premise = fields.bytes(.premise, of: line) ?? fields.bytes(.description, of: line)
    else { return question }
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: premise.bytes[premise.range])
    scratch.append(UInt8(ascii: " "))
    scratch.append(contentsOf: question.bytes[question.range])
    return (scratch, 0..<scratch.count)
  }

  private func label(_ line: [UInt8]) -> Label? {
    for field in [RowFields.Field.label, .answer, .completion] {
      if let (bytes, range) = fields.bytes(field, of: line) {
        return AnswerComparison.label(bytes, range)
      }
    }
    return nil
  }

  private func id(_ line: [UInt8]) -> String {
    guard let (bytes, range) = fields.bytes(.id, of: line) else { return "row \(rows)" }
    return String(decoding: bytes[range], as: UTF8.self)
  }

  private func premiseFingerprint(_ bytes: [UInt8]) -> UInt64 {
    guard let first = reader.edges.first, let last = reader.edges.last else { return 1 }
    return Fingerprint.hash(bytes, first.span.lower..<last.span.upper)
  }

  // Nodes are numbered by first mention, so the numbers are the canonical names. d-separation does
  // not tell X from Y, nor the condition's order.
  private mutating func addFingerprints(_ premise: UInt64, _ question: CausalQuestion) {
    premises.insert(premise)
    var shape = UInt64(reader.edges.count)
    for edge in reader.edges {
      shape = Fingerprint.mix(shape, UInt64(edge.from) << 32 | UInt64(edge.to))
    }
    shapes.insert(shape)
    var (x, y) = (question.x, question.y)
    if question.axiom == .separation, x > y { swap(&x, &y) }
    let axiom: UInt64 = question.axiom == .separation ? 1 : 0
    shape = Fingerprint.mix(Fingerprint.mix(shape, axiom), UInt64(x) << 32 | UInt64(y))
    for node in question.given.sorted() { shape = Fingerprint.mix(shape, UInt64(node)) }
    canonical.insert(shape)
  }

  private mutating func addSizes(_ count: Int, _ label: Label) {
    countedNodes.add(count, label)
    guard let stated = fields.statedNodes else { return }
    statedNodes.add(max(0, stated), label)
    if count > stated { sizes.larger += 1 }
    if count < stated { sizes.smaller += 1 }
  }

  private mutating func addDistances(_ question: CausalQuestion, _ label: Label) {
    let (x, y, graph) = (question.x, question.y, reader.graph)
    if question.axiom == .transitivity, let length = graph.hops(from: x, to: y) {
      hops.add(length, label)
    }
    if let length = graph.skeletonDistance(from: x, to: y) {
      distances.add(length, label)
    } else {
      unconnected.add(0, label)
    }
  }
}

extension Statement {
  /// A fingerprint of what stands before with this statement.
  fileprivate func mixed(into state: UInt64) -> UInt64 {
    let sides = Fingerprint.mix(left.bits, right.bits)
    return Fingerprint.mix(
      Fingerprint.mix(state, sides), Fingerprint.mix(given.bits, isDenied ? 1 : 0))
  }
}
