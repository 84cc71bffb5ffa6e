// Whom a command asks when it asks a language model, and how.

import ArgumentParser
import Diagnostics
import Foundation
import JSON
import LINC
import Translation

extension EndpointCall: ExpressibleByArgument {}
extension GrammarField: ExpressibleByArgument {}

/// Options that mean the same in every command that asks a model.
struct ModelOptions: ParsableArguments {
  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp(
      "The server's address, up to and with its version.", valueName: "address"))
  var baseAddress = "http://127.0.0.1:8080/v1"

  @Option(help: ArgumentHelp("The model's name.", valueName: "name"))
  var model: String?

  @Option(name: .customLong("api"), help: "The call: chat, or completions for base models.")
  var call = EndpointCall.chat

  @Option(help: ArgumentHelp("Sampling temperature.", valueName: "number"))
  var temperature = 0.8

  @Option(help: ArgumentHelp("Probability mass that is sampled from.", valueName: "number"))
  var topP = 0.95

  @Option(help: ArgumentHelp("Longest answer.", valueName: "tokens"))
  var maxTokens = 1_024

  @Option(
    help: ArgumentHelp(
      "A text that ends an answer; repeatable. By default </EVALUATE>.", valueName: "text"))
  var stop: [String] = []

  @Option(
    help: ArgumentHelp(
      "Members added to each request; a null takes a member out.", valueName: "JSON object"))
  var extra: String?

  @Option(
    help: """
      Let the model write only what the grammar of the answer derives; the field that the server \
      takes it in: llama (llama.cpp), vllm, vllm-guided (vLLM before 0.12).
      """)
  var grammar = GrammarField.none

  @Option(help: ArgumentHelp("Seconds for one request.", valueName: "seconds"))
  var timeout = 120.0

  @Option(help: ArgumentHelp("How often a failed request is sent again.", valueName: "number"))
  var retries = 5

  @Option(help: ArgumentHelp("Requests at once.", valueName: "number"))
  var concurrency = 8

  @Option(
    help: ArgumentHelp(
      "SQLite file of requests and answers; default logic/answers.sqlite in your cache folder.",
      valueName: "file"))
  var cache: String?

  @Flag(help: "Ask no server: take answers from the cache only.")
  var offline = false

  @Option(help: ArgumentHelp("Samples a row.", valueName: "number"))
  var samples = 10

  @Option(
    help: ArgumentHelp(
      "Examples shown to the model; by default all that the prompt has.", valueName: "number"))
  var shots: Int?

  @Option(help: ArgumentHelp("A prompt of your own.", valueName: "file"))
  var prompt: String?

  @Option(
    help: ArgumentHelp(
      "How often a sample with faults is sent back with its diagnostics.", valueName: "rounds"))
  var refine = 0

  func validate() throws {
    guard (1...1_000).contains(samples) else {
      throw ValidationError("--samples must be 1 to 1000")
    }
    guard (0...10).contains(refine) else { throw ValidationError("--refine must be 0 to 10") }
    if let shots, shots < 0 { throw ValidationError("--shots must not be negative") }
    guard (0...2).contains(temperature) else {
      throw ValidationError("--temperature must be 0 to 2")
    }
    guard topP > 0, topP <= 1 else { throw ValidationError("--top-p must be above 0, at most 1") }
    guard maxTokens > 0 else { throw ValidationError("--max-tokens must be positive") }
    guard timeout > 0, timeout <= 86_400 else {
      throw ValidationError("--timeout must be above 0, at most 86400 seconds")
    }
    guard (0...20).contains(retries) else { throw ValidationError("--retries must be 0 to 20") }
    guard (1...256).contains(concurrency) else {
      throw ValidationError("--concurrency must be 1 to 256")
    }
    if let fault = endpointFault { throw ValidationError("--base-url: \(fault)") }
    if let extra {
      guard let members = Self.members(of: extra) else {
        throw ValidationError("--extra must be a JSON object")
      }
      if let taken = members.first(where: { Sampling.reserved.contains($0.key) }) {
        throw ValidationError("--extra can't set `\(taken.key)`")
      }
    }
  }

  private var endpointFault: AddressFault? {
    do throws(AddressFault) {
      _ = try Endpoint(baseAddress: baseAddress, call: call, model: model ?? "")
      return nil
    } catch {
      return error
    }
  }

  private static func members(of text: String) -> [JSONValue.Member]? {
    try? readJSON(SourceText(name: "--extra", text)).get().members
  }

  private func sampling(seed: Int?) -> Sampling {
    Sampling(
      temperature: temperature, topP: topP, maximumTokens: maxTokens,
      stop: stop.isEmpty ? ["</EVALUATE>"] : stop, seed: seed, grammarField: grammar,
      extra: extra.flatMap(Self.members) ?? [])
  }

  /// The options of a run, the key from the environment.
  func liveOptions(seed: Int?) throws -> LiveOptions {
    guard let model else { throw ValidationError("--model is missing") }
    let endpoint = try Endpoint(baseAddress: baseAddress, call: call, model: model)
    var options = LiveOptions(endpoint: endpoint, key: try Self.key())
    options.sampling = sampling(seed: seed)
    options.limits.totalSeconds = timeout
    options.limits.connectSeconds = min(timeout, options.limits.connectSeconds)
    options.policy.retries = retries
    options.concurrency = concurrency
    options.isOffline = offline
    if let prompt { options.prompt = try Self.read(prompt: prompt) }
    guard refine == 0 || options.prompt.canRefine else {
      throw ValidationError("--refine needs a section `refine` in the prompt")
    }
    options.samples = samples
    options.shots = shots ?? options.prompt.shots.count
    options.refinements = refine
    return options
  }

  private static func read(prompt path: String) throws -> Prompt {
    switch SourceText.load(path: path) {
    case .failure(let fault):
      Console.note(fault.diagnostic.rendered(color: Console.usesColor))
    case .success(let source):
      let (prompt, diagnostics) = PromptReader.read(source)
      for diagnostic in diagnostics {
        Console.note(diagnostic.rendered(color: Console.usesColor))
      }
      if let prompt { return prompt }
    }
    throw ExitCode(ExitStatus.inputFault.rawValue)
  }

  /// The server's key. It is taken from nowhere else: arguments are seen by other users of a machine
  /// and kept in a shell's history.
  private static func key() throws -> APIKey? {
    let environment = ProcessInfo.processInfo.environment
    for name in ["LOGIC_API_KEY", "OPENAI_API_KEY"] {
      guard let value = environment[name], !value.isEmpty else { continue }
      guard let key = APIKey(value) else {
        throw ValidationError("\(name) has characters that no key has (a blank or a line's end?)")
      }
      return key
    }
    return nil
  }

  /// The cache's file; its folder is made where it is the default one.
  func cachePath() throws -> String {
    if let cache { return cache }
    let folder = try FileManager.default.url(
      for: .cachesDirectory, in: .userDomainMask, appropriateFor: nil, create: true
    ).appending(path: "logic")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.appending(path: "answers.sqlite").path
  }
}
