// Asks a model for samples: from the cache what it has, from the server the rest.
//
// Servers that take `n` are asked for all missing samples at once; what they give too few of is asked
// for again, one that refuses `n` is asked for one at a time. With a seed every sample is a request of
// its own with a seed of its own, since what one seed means for several samples differs between servers.

import JSON

/// Asks a model; used by one thread.
public final class ModelClient {
  private let endpoint: Endpoint
  private let key: APIKey?
  private let sampling: Sampling
  private let limits: HTTPLimits
  private let policy: RetryPolicy
  private let cache: AnswerCache
  private let isOffline: Bool
  private let state: AskingState
  private let http = HTTPClient()

  /// Makes a client.
  ///
  /// - Parameters:
  ///   - endpoint: whom to ask.
  ///   - key: the server's key, where it wants one.
  ///   - sampling: how texts are drawn.
  ///   - limits: what one request may take.
  ///   - policy: when a request is sent again.
  ///   - cache: what was answered before, and where answers are kept.
  ///   - isOffline: whether no server may be asked.
  ///   - state: shared with the run's other clients.
  public init(
    endpoint: Endpoint, key: APIKey?, sampling: Sampling, limits: HTTPLimits,
    policy: RetryPolicy, cache: AnswerCache, isOffline: Bool, state: AskingState
  ) {
    self.endpoint = endpoint
    self.key = key
    self.sampling = sampling
    self.limits = limits
    self.policy = policy
    self.cache = cache
    self.isOffline = isOffline
    self.state = state
  }

  /// The samples with these numbers, each a generation or why there is none.
  ///
  /// - Throws: when the cache can't be read or written.
  public func samples(
    _ numbers: Range<Int>, of request: ModelRequest
  ) throws(CacheError) -> [Result<Generation, AskFault>] {
    let body = request.body(endpoint, sampling)
    let text = body.text
    let name = AnswerCache.key(path: endpoint.call.path, body: text)
    var samples = try cache.samples(numbers, for: name)
    state.count { [hits = samples.count] in $0.cached += hits }
    var faults: [Int: AskFault] = [:]
    var missing = numbers.filter { samples[$0] == nil }
    while let first = missing.first {
      let several = sampling.seed == nil && state.takesSeveral
      let asked = several ? missing : [first]
      switch ask(
        ModelRequest.body(body, count: asked.count, first: first), key: "\(name)|\(first)")
      {
      case .success(let generations):
        let answered = Dictionary(uniqueKeysWithValues: zip(asked, generations))
        state.count { $0.answered += answered.count }
        try cache.save(answered, for: name, callPath: endpoint.call.path, body: text)
        samples.merge(answered) { $1 }
        // Another thread may have kept its answer to an equal request first; then that one stands.
        samples.merge(try cache.samples(numbers, for: name)) { $1 }
      case .failure(let fault) where fault.kind == .requestRefused && asked.count > 1:
        state.refusesSeveral()
      case .failure(let fault):
        for number in asked { faults[number] = fault }
      }
      missing.removeAll { samples[$0] != nil || faults[$0] != nil }
    }
    return numbers.map { number in
      samples[number].map { .success($0) } ?? .failure(faults[number]!)
    }
  }

  /// Asks until there is an answer or no sense in asking.
  private func ask(_ body: JSONValue, key name: String) -> Result<[Generation], AskFault> {
    if isOffline { return .failure(AskFault(.notInCache, "the cache has no answer")) }
    let bytes = body.bytes()
    var attempt = 0
    while true {
      if let fault = state.fatalFault {
        return .failure(AskFault(.notAsked, "not asked: \(fault.message)"))
      }
      state.waitForTurn()
      state.count {
        $0.requests += 1
        if attempt > 0 { $0.retries += 1 }
      }
      do throws(AskFault) {
        return .success(try exchange(bytes))
      } catch {
        guard let pause = policy.pause(after: error, attempt: attempt, key: name) else {
          if error.isFatal { state.end(error) }
          return .failure(error)
        }
        if error.retryAfter != nil { state.pauseAll(seconds: pause) }
        AskingState.sleep(pause)
        attempt += 1
      }
    }
  }

  /// One request and its answer.
  private func exchange(_ body: [UInt8]) throws(AskFault) -> [Generation] {
    let headers = ["Content-Type: application/json", "Accept: application/json"]
    do throws(AskFault) {
      let answer = try http.post(
        body, to: endpoint.address, headers: headers + (key.map { [$0.header] } ?? []),
        limits: limits)
      let generations = try ModelAnswer.generations(
        answer, call: endpoint.call, hasKey: key != nil)
      return generations.map { generation in
        Generation(
          text: redacted(generation.text),
          finishReason: generation.finishReason.map(redacted))
      }
    } catch {
      var fault = error
      fault.message = redacted(fault.message)
      throw fault
    }
  }

  private func redacted(_ text: String) -> String { key?.redacted(text) ?? text }
}
