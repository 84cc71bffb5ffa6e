// A prompt: a data file with headed sections, and the one template that fills it.
//
//   %% system        the system's turn of a conversation; optional
//   %% instruction   what the task is; optional
//   %% shot True     a worked example, whole; any number, the word is its right answer
//   %% given         formulas that are known already, with {{listing}}; optional
//   %% question      the problem, with {{premises}} and {{conclusion}}
//   %% refine        what is said to a faulty answer, with {{diagnostics}}; optional
//
// The user's turn is the instruction, the first shots, what is given, and the question, with blank lines
// between. A
// place is filled once: braces in a sentence stay braces.

import Diagnostics

/// A prompt.
public struct Prompt: Sendable {
  /// A worked example.
  public struct Shot: Sendable {
    /// The right answer, as the heading says it; may be empty.
    public var label: String
    /// The example as the model sees it.
    public var text: String
  }

  /// The sections of a prompt file; those with the places that they must have.
  enum Section: String, CaseIterable {
    case system, instruction, shot, given, question, refine

    var places: Set<String> {
      switch self {
      case .question: ["premises", "conclusion"]
      case .refine: ["diagnostics"]
      case .given: ["listing"]
      default: []
      }
    }
  }

  /// The sections that stand once.
  var texts: [Section: String] = [:]
  /// The worked examples, in the file's order.
  public internal(set) var shots: [Shot] = []

  /// The prompt that the program carries.
  public static let embedded: Prompt = {
    let source = SourceText(name: "linc.prompt", bytes: PackageResources.linc_prompt)
    guard let prompt = PromptReader.read(source).prompt else {
      fatalError("the embedded prompt has a fault")
    }
    return prompt
  }()

  /// Whether there are words for a faulty answer.
  public var canRefine: Bool { texts[.refine] != nil }
  /// Whether there are words for formulas that are known already.
  public var canComplete: Bool { texts[.given] != nil }

  /// The conversation that asks for a listing.
  ///
  /// - Parameters:
  ///   - premises: the premises' sentences.
  ///   - conclusion: the conclusion's sentence.
  ///   - shots: how many examples are shown.
  ///   - given: a listing of what is known already; nil for nothing.
  public func messages(
    premises: [String], conclusion: String, shots count: Int, given: String? = nil
  ) -> [Message] {
    let question = Self.filled(
      texts[.question] ?? "",
      ["premises": premises.joined(separator: "\n"), "conclusion": conclusion])
    let known = given.map { Self.filled(texts[.given] ?? "", ["listing": $0]) }
    let parts =
      [texts[.instruction]].compactMap { $0 } + shots.prefix(count).map(\.text)
      + [known].compactMap { $0 } + [question]
    let user = Message(.user, parts.joined(separator: "\n\n"))
    return (texts[.system].map { [Message(.system, $0)] } ?? []) + [user]
  }

  /// The conversation carried on after a faulty answer.
  public func refinement(of messages: [Message], answer: String, diagnostics: String) -> [Message] {
    let words = Self.filled(texts[.refine] ?? "", ["diagnostics": diagnostics])
    return messages + [Message(.assistant, answer), Message(.user, words)]
  }

  private static func filled(_ template: String, _ values: [String: String]) -> String {
    template.replacing(/\{\{([a-z]+)\}\}/) { match in
      values[String(match.output.1)] ?? String(match.output.0)
    }
  }
}
