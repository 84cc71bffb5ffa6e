// An explanation as text and as JSON.

import Certificates
import FirstOrderLogic
import JSON

extension Explanation {
  /// The explanation as lines of text.
  public var text: [String] {
    var lines: [String] = []
    for entry in entries { lines += Self.lines(entry) }
    if !flags.isEmpty { lines.append("flags: " + flags.joined(separator: ", ")) }
    if verdict == .contradictory {
      lines += ["", "These sentences contradict each other:"]
      lines += entries.filter(\.isUsed).map { "  " + $0.said.words }
    }
    if !proof.isEmpty { lines += ["", "Why:"] + proof.map { "  " + $0 } }
    for situation in situations {
      lines += ["", situation.heading] + situation.sentences.map { "  " + $0 }
    }
    return lines
  }

  private static func lines(_ entry: Entry) -> [String] {
    let said = entry.said
    let name = said.isConclusion ? "conclusion" : ProofNarration.reference(said.name)
    var lines = ["\(name): \(said.words)", "  formula: \(said.formula)"]
    if let original = said.original, original.trimmed != said.sentence {
      lines.append("  reads:   \(said.sentence)")
    }
    if !entry.flags.isEmpty { lines.append("  flags:   " + entry.flags.joined(separator: ", ")) }
    return lines
  }

  /// The explanation as an object.
  public var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("statements", .array(entries.map(\.json))),
      ("flags", .array(flags.map { .string($0) })),
      ("verdict", .string(verdict?.rawValue)),
      ("proof", .array(proof.map { .string($0) })),
    ]
    members.append(
      (
        "situations",
        .array(
          situations.map { situation in
            [
              "conclusion": .string(situation.stance.rawValue),
              "sentences": .array(situation.sentences.map { .string($0) }),
            ]
          })
      ))
    return .object(members)
  }
}

extension Explanation.Entry {
  fileprivate var json: JSONValue {
    var members = said.json.members?.map { ($0.key, $0.value) } ?? []
    members.insert(("role", said.isConclusion ? "conclusion" : "premise"), at: 1)
    members.append(("flags", .array(flags.map { .string($0) })))
    members.append(("used", .bool(isUsed)))
    return .object(members)
  }
}

extension Explanation.Situation {
  fileprivate var heading: String {
    switch stance {
    case .asserted: "A situation in which the premises and the conclusion hold:"
    case .denied: "A situation in which the premises hold and the conclusion doesn't:"
    case .absent: "A situation in which the premises hold:"
    }
  }
}

extension SaidProblem.Said {
  /// The author's sentence, else the formula in English.
  public var words: String { original ?? sentence }
}

extension String {
  /// The text without blanks at its ends.
  fileprivate var trimmed: Substring {
    var text = drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
