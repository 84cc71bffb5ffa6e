// What a model is asked, and the JSON body that asks it.
//
// Fields are those of OpenAI's API reference ("Create chat completion", "Create completion"), which
// llama.cpp, vLLM and others take as well; the grammar travels in each server's own field.

import JSON

/// A turn of a conversation.
public struct Message: Hashable, Sendable {
  /// Who speaks.
  public enum Role: String, Sendable {
    /// Whoever set the conversation up.
    case system
    /// The one who asks.
    case user
    /// The model.
    case assistant
  }

  /// Who speaks.
  public var role: Role
  /// What is said.
  public var content: String

  /// Makes a turn.
  public init(_ role: Role, _ content: String) {
    self.role = role
    self.content = content
  }
}

/// The field in which a server takes a grammar.
public enum GrammarField: String, CaseIterable, Sendable {
  /// None: the server takes no grammar.
  case none
  /// llama.cpp: `grammar`.
  case llama
  /// vLLM from 0.12: `structured_outputs.grammar`.
  case vllm
  /// Earlier vLLM: `guided_grammar`.
  case vllmGuided = "vllm-guided"
}

/// How texts are drawn.
public struct Sampling: Sendable {
  /// Sampling temperature.
  public var temperature: Double
  /// Probability mass that is sampled from.
  public var topP: Double
  /// Longest text.
  public var maximumTokens: Int
  /// Texts that end the generation.
  public var stop: [String]
  /// Seed of sample 0; sample i has `seed + i`.
  public var seed: Int?
  /// Where the grammar goes.
  public var grammarField: GrammarField
  /// Members that are added or replace others; null takes a member out.
  public var extra: [JSONValue.Member]

  /// Members that `extra` can't set: the run counts samples, or reads the answer, by them.
  public static let reserved: Set<String> = [
    "model", "messages", "prompt", "n", "best_of", "seed", "stream",
  ]

  /// Makes settings; those left out are the ones of the LINC paper.
  public init(
    temperature: Double = 0.8, topP: Double = 0.95, maximumTokens: Int = 1_024,
    stop: [String] = ["</EVALUATE>"], seed: Int? = nil, grammarField: GrammarField = .none,
    extra: [JSONValue.Member] = []
  ) {
    self.temperature = temperature
    self.topP = topP
    self.maximumTokens = maximumTokens
    self.stop = stop
    self.seed = seed
    self.grammarField = grammarField
    self.extra = extra
  }
}

/// What a model is asked.
public struct ModelRequest: Hashable, Sendable {
  /// The conversation so far.
  public var messages: [Message]
  /// What the answer must be derived from, in llama.cpp's notation; for servers that take it.
  public var grammar: String?

  /// Makes a request.
  public init(messages: [Message], grammar: String? = nil) {
    self.messages = messages
    self.grammar = grammar
  }

  /// The body without what differs between samples: what a cached answer is the answer to.
  func body(_ endpoint: Endpoint, _ sampling: Sampling) -> JSONValue {
    var members: [JSONValue.Member] = [.init("model", .string(endpoint.model))]
    switch endpoint.call {
    case .chat:
      let turns = messages.map {
        JSONValue.object([
          ("role", .string($0.role.rawValue)), ("content", .string($0.content)),
        ])
      }
      members.append(.init("messages", .array(turns)))
    case .completions: members.append(.init("prompt", .string(prompt)))
    }
    members += [
      .init("temperature", .number(sampling.temperature)),
      .init("top_p", .number(sampling.topP)),
      .init("max_tokens", .integer(sampling.maximumTokens)),
    ]
    if !sampling.stop.isEmpty {
      members.append(.init("stop", .array(sampling.stop.map { .string($0) })))
    }
    if let seed = sampling.seed { members.append(.init("seed", .integer(seed))) }
    if let grammar, let member = grammarMember(grammar, sampling.grammarField) {
      members.append(member)
    }
    for extra in sampling.extra {
      members.removeAll { $0.key == extra.key }
      if !extra.value.isNull { members.append(extra) }
    }
    return JSONValue(.object(members))
  }

  /// The body that asks for `count` samples, the first of them number `first`.
  static func body(_ body: JSONValue, count: Int, first: Int) -> JSONValue {
    let members = (body.members ?? []).map { member in
      guard member.key == "seed", let seed = member.value.integer else { return member }
      return JSONValue.Member("seed", .integer(seed &+ first))
    }
    return JSONValue(.object(members + (count > 1 ? [.init("n", .integer(count))] : [])))
  }

  /// The conversation as one text. The system's turn tells a conversing model to stay in the format;
  /// a model that continues a text does so anyway.
  private var prompt: String {
    messages.filter { $0.role != .system }.map(\.content).joined(separator: "\n")
  }

  private func grammarMember(_ grammar: String, _ field: GrammarField) -> JSONValue.Member? {
    switch field {
    case .none: nil
    case .llama: .init("grammar", .string(grammar))
    case .vllm: .init("structured_outputs", .object([("grammar", .string(grammar))]))
    case .vllmGuided: .init("guided_grammar", .string(grammar))
    }
  }
}
