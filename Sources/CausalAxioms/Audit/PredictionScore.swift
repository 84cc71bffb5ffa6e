// Accuracy of a model's outputs by hops, length, family.
//
// Strata come from the gold rows' texts (hops, nodes, size of the condition); the family is what the
// row says. Intervals are Wilson's (1927) at 95 %: they stay within 0 and 1 for small strata.

import JSON

/// Right answers among rows.
public struct Share: Sendable {
  /// Rows.
  public private(set) var rows = 0
  /// Rows answered right.
  public private(set) var right = 0

  mutating func add(_ isRight: Bool) {
    rows += 1
    if isRight { right += 1 }
  }

  /// Right answers by rows.
  public var accuracy: Double { rows == 0 ? 0 : Double(right) / Double(rows) }

  /// The 95 % interval.
  public var interval: (low: Double, high: Double) {
    guard rows > 0 else { return (0, 1) }
    let (n, z) = (Double(rows), 1.96)
    let middle = (accuracy + z * z / (2 * n)) / (1 + z * z / n)
    let half =
      z / (1 + z * z / n)
      * (accuracy * (1 - accuracy) / n + z * z / (4 * n * n)).squareRoot()
    return (max(0, middle - half), min(1, middle + half))
  }
}

/// Scores predictions against gold rows.
public struct PredictionScore: Sendable {
  /// All rows.
  public private(set) var overall = Share()
  /// Rows by stratum: the kind (`hops`, `nodes`, `family`, `axiom`, `given`, `label`), then its value.
  public private(set) var strata: [String: [String: Share]] = [:]
  /// Rows without a prediction, counted as wrong.
  public private(set) var missing = 0
  /// Predictions that say neither Yes nor No, or both, counted as wrong.
  public private(set) var unreadable = 0
  /// Gold rows without a label, left out.
  public private(set) var unlabelled = 0
  /// Gold rows whose label the text contradicts; they are scored by the label.
  public private(set) var labelErrors = 0
  private var reader: DemonstrationReader
  private var statements = StatementReader()
  private var closure = StatementClosure()
  // Predicted Yes and right, predicted Yes, stated Yes.
  private var yes = (both: 0, predicted: 0, stated: 0)

  /// Starts a score.
  public init(_ templates: ReadingTemplates = .builtIn) {
    reader = DemonstrationReader(templates)
  }

  /// The kinds of strata in the order of a report.
  public static let kinds = ["axiom", "family", "nodes", "hops", "given", "label"]

  /// F1 of Yes; nil when nothing is Yes.
  public var f1: Double? {
    let all = yes.predicted + yes.stated
    return all == 0 ? nil : 2 * Double(yes.both) / Double(all)
  }

  /// Scores one row.
  ///
  /// - Parameters:
  ///   - gold: the row's text and label.
  ///   - family: what the row calls its family.
  ///   - prediction: the model's output; nil when there is none.
  public mutating func add(_ gold: CausalRow, family: String?, prediction: String?) {
    guard let label = gold.stated.flatMap({ AnswerComparison.label($0) }) else {
      unlabelled += 1
      return
    }
    let predicted = prediction.flatMap { PredictionReading.label($0) }
    if prediction == nil { missing += 1 } else if predicted == nil { unreadable += 1 }
    let isRight = predicted == label
    overall.add(isRight)
    if label == .yes { yes.stated += 1 }
    if predicted == .yes { yes.predicted += 1 }
    if isRight, label == .yes { yes.both += 1 }
    add("label", label.rawValue, isRight)
    if let family { add("family", family, isRight) }
    reader.read(gold.text.bytes)
    guard reader.isComplete, let question = reader.question else {
      return addStatements(gold.text.bytes, label, isRight)
    }
    if let computed = reader.label, computed != label { labelErrors += 1 }
    add("axiom", question.axiom.rawValue, isRight)
    add("nodes", String(reader.nodes.count), isRight)
    if question.axiom == .separation { add("given", String(question.given.count), isRight) }
    if question.axiom == .transitivity {
      let length = reader.graph.hops(from: question.x, to: question.y)
      add("hops", length.map { String($0) } ?? "none", isRight)
    }
  }

  private mutating func addStatements(_ bytes: [UInt8], _ label: Label, _ isRight: Bool) {
    guard statements.read(bytes, in: 0..<bytes.count), let conclusion = statements.conclusion,
      let relation = statements.relation, statements.isDefined
    else { return }
    if let decided = closure.decide(statements).label, decided != label { labelErrors += 1 }
    add("axiom", relation.rawValue, isRight)
    add("nodes", String(statements.nodes.count), isRight)
    add("given", String(conclusion.given.count), isRight)
  }

  private mutating func add(_ kind: String, _ value: String, _ isRight: Bool) {
    strata[kind, default: [:]][value, default: Share()].add(isRight)
  }

  /// The values of a kind with their shares, numbers in their order.
  public func entries(_ kind: String) -> [(value: String, share: Share)] {
    (strata[kind] ?? [:]).map { (value: $0.key, share: $0.value) }.sorted { left, right in
      switch (Int(left.value), Int(right.value)) {
      case (let first?, let second?): first < second
      case (nil, nil): left.value < right.value
      case (let first, _): first != nil
      }
    }
  }

  /// The figures.
  public var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("rows", .integer(overall.rows)), ("right", .integer(overall.right)),
      ("accuracy", Self.rounded(overall.accuracy)),
      ("interval", .array([overall.interval.low, overall.interval.high].map(Self.rounded))),
      ("f1", f1.map(Self.rounded) ?? nil), ("missing", .integer(missing)),
      ("unreadable", .integer(unreadable)), ("unlabelled", .integer(unlabelled)),
      ("label_errors", .integer(labelErrors)),
    ]
    for kind in Self.kinds where strata[kind] != nil {
      let values = entries(kind).map { entry -> (String, JSONValue) in
        (
          entry.value,
          [
            "rows": .integer(entry.share.rows), "right": .integer(entry.share.right),
            "accuracy": Self.rounded(entry.share.accuracy),
          ]
        )
      }
      members.append(("by_" + kind, .object(values)))
    }
    return .object(members)
  }

  private static func rounded(_ share: Double) -> JSONValue {
    .number((share * 10_000).rounded() / 10_000)
  }
}
