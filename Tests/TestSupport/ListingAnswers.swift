// Answers of a test server that depend on the question only: a listing with a formula a sentence, and
// for some questions faults before it, whatever the order in which they come.

import Foundation

/// Answers as a model might give them.
public enum ListingAnswers {
  /// A number that depends on a text only (FNV-1a).
  public static func hash(_ text: String) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return Int(hash >> 33)
  }

  /// The sentences that the last problem of a prompt has.
  public static func sentences(in prompt: String) -> [String] {
    let lines = prompt.split(separator: "\n").map(String.init)
    guard let start = lines.lastIndex(of: "<PREMISES>"),
      let end = lines.lastIndex(of: "</PREMISES>"), start < end,
      let conclusion = lines.lastIndex(of: "<CONCLUSION>"), conclusion + 1 < lines.count
    else { return [] }
    return lines[(start + 1)..<end] + [lines[conclusion + 1]]
  }

  /// A listing whose formulas depend on the sentences and on the variant.
  public static func listing(of sentences: [String], variant: Int) -> String {
    let pairs = sentences.enumerated().map { index, sentence in
      "TEXT:\t\(sentence)\nFOL:\t"
        + (index + 1 < sentences.count
          ? "all x. (P\(index)(x) -> P\(index + variant % 2 + 1)(x))" : "P\(index)(A)")
    }
    return pairs.joined(separator: "\n") + "\n"
  }

  /// The texts that a question asks for.
  public static func texts(for question: ModelQuestion) -> ModelReply {
    let sentences = sentences(in: question.prompt)
    guard !sentences.isEmpty else { return .error(400, "no problem in the prompt") }
    return .texts(
      (0..<question.count).map { number in
        listing(of: sentences, variant: number + (question.seed ?? 0))
      })
  }

  /// A fault that goes away: most questions meet one, some two.
  public static func passingFault(for question: ModelQuestion) -> ModelReply? {
    let kind = hash(question.body)
    guard question.repetition < kind % 3 else { return nil }
    switch kind / 3 % 6 {
    case 0: return .error(429, "too many requests", headers: ["Retry-After: 0"])
    case 1: return .error(500, "broken")
    case 2: return .cut
    case 3: return .hangUp
    case 4: return .raw(status: 200, body: Array("{\"choices\": [{".utf8))
    default: return .raw(status: 200, body: [0x7B, 0x22, 0xFF, 0x22, 0x7D])
    }
  }
}
