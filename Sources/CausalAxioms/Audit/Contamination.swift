// What two sets share: questions as text, and questions up to names.

import JSON

/// Items that stand in two sets.
public struct Contamination: Sendable {
  /// The sets' names.
  public var first: String
  /// The other set's name.
  public var second: String
  /// Texts that stand in both.
  public var texts: Int
  /// Premises with their question that stand in both, names replaced by the order of first mention.
  public var canonical: Int

  /// Compares two audited sets.
  public init(_ first: SetAudit, _ second: SetAudit) {
    self.first = first.name
    self.second = second.name
    texts = first.texts.shared(with: second.texts)
    canonical = first.canonical.shared(with: second.canonical)
  }

  /// The findings.
  public var json: JSONValue {
    [
      "first": .string(first), "second": .string(second), "texts": .integer(texts),
      "canonical": .integer(canonical),
    ]
  }

  /// Every pair of the sets.
  public static func pairs(_ audits: [SetAudit]) -> [Contamination] {
    audits.indices.flatMap { first in
      audits[(first + 1)...].map { Contamination(audits[first], $0) }
    }
  }
}
