import Foundation
import JSON
import Synchronization
import TestSupport
import Testing

@testable import Translation

@Suite struct ModelClientTests {
  let store: TemporaryCache
  let request = ModelRequest(messages: [Message(.system, "s"), Message(.user, "u \"é\"")])

  init() throws { store = try TemporaryCache() }

  @Test(arguments: EndpointCall.allCases)
  func bothCallsAreAskedOnce(_ call: EndpointCall) throws {
    let server = try ModelServer { question in
      guard question.path == "/v1\(call.path)", question.prompt == "u \"é\"",
        question.headers["authorization"] == "Bearer secret-of-the-test"
      else { return .error(400, "not as expected: \(question.path)") }
      return .texts((0..<question.count).map { "text \($0)" })
    }
    defer { server.close() }
    let client = try store.client(server, key: "secret-of-the-test", call: call)
    let texts = try client.samples(0..<4, of: request).map(\.text)
    #expect(texts == ["text 0", "text 1", "text 2", "text 3"])
    #expect(try client.samples(0..<4, of: request).map(\.text) == texts)
    #expect(server.asked.values.map { $0 } == [1])
    #expect(try !store.holds("secret-of-the-test"))
    let offline = try store.client(server, call: call, isOffline: true)
    #expect(try offline.samples(0..<4, of: request).map(\.text) == texts)
    #expect(try offline.samples(3..<5, of: request).map(\.kind) == [nil, .notInCache])
  }

  /// Servers that give fewer texts than were asked for, or more.
  @Test(arguments: [1, 2, 3, 9])
  func aWrongNumberOfTextsIsMadeUpFor(_ given: Int) throws {
    let calls = Mutex(0)
    let server = try ModelServer { question in
      let call = calls.withLock { calls in
        calls += 1
        return calls
      }
      return .texts((0..<given).map { "\(call).\($0)" })
    }
    defer { server.close() }
    let samples = try store.client(server).samples(0..<7, of: request)
    #expect(samples.allSatisfy { $0.text != nil })
    #expect(Set(samples.map(\.text)).count == 7)
    #expect(calls.withLock { $0 } == (7 + given - 1) / given)
  }

  @Test func aServerThatRefusesSeveralIsAskedForOne() throws {
    let server = try ModelServer { $0.count > 1 ? .error(400, "n must be 1") : .texts(["one"]) }
    defer { server.close() }
    let state = AskingState()
    let client = try store.client(server, state: state)
    #expect(try client.samples(0..<3, of: request).map(\.text) == ["one", "one", "one"])
    #expect(state.counts == counts(requests: 4, retries: 0, answered: 3, cached: 0))
  }

  private func counts(requests: Int, retries: Int, answered: Int, cached: Int) -> AskingCounts {
    var counts = AskingCounts()
    (counts.requests, counts.retries) = (requests, retries)
    (counts.answered, counts.cached) = (answered, cached)
    return counts
  }

  @Test func everySampleHasItsOwnSeed() throws {
    let server = try ModelServer { .texts(["\($0.seed ?? -1)"]) }
    defer { server.close() }
    let client = try store.client(server, sampling: Sampling(seed: 40))
    #expect(try client.samples(1..<3, of: request).map(\.text) == ["41", "42"])
    #expect(try client.samples(0..<3, of: request).map(\.text) == ["40", "41", "42"])
  }

  /// Faults that pass: the request is sent again until the text comes.
  @Test func passingFaultsAreWaitedFor() throws {
    let faults: [ModelReply] = [
      .error(429, "slow down", headers: ["Retry-After: 0"]), .error(500, "oops"), .cut, .hangUp,
      .raw(status: 200, body: Array("{\"choices\": [".utf8)),
      .raw(status: 200, body: Array("<html>busy</html>".utf8)),
      .raw(
        status: 200, body: Array("{\"choices\":[{\"message\":{\"content\":\"".utf8) + [0xFF, 0x22]),
      .raw(status: 200, body: Array("{\"choices\":[]}".utf8)), .error(503, "warming up"),
    ]
    let server = try ModelServer { question in
      question.repetition < faults.count ? faults[question.repetition] : .texts(["done"])
    }
    defer { server.close() }
    let state = AskingState()
    let client = try store.client(server, retries: 20, state: state)
    #expect(try client.samples(0..<1, of: request).map(\.text) == ["done"])
    // A connection that ends before any answer may be tried anew by libcurl itself.
    #expect(state.counts.retries >= faults.count - 1)
  }

  @Test(arguments: [
    (ModelReply.error(500, "oops"), AskFault.Kind.serverError, "oops"),
    (.error(429, "slow down"), .rateLimited, "slow down"),
    (.error(429, "later", headers: ["Retry-After: 9999"]), .rateLimited, "later"),
    (.error(422, "bad field"), .requestRefused, "bad field"),
    (.error(302, "elsewhere", headers: ["Location: http://127.0.0.1:1/"]), .redirected, "302"),
    (.error(404, "no such model"), .notFound, "no such model"),
    (.raw(status: 200, body: Array("nonsense".utf8)), .malformedAnswer, "line 1, column 1"),
    (
      .raw(status: 200, body: Array("{\"error\":\"overloaded\"}".utf8)), .malformedAnswer,
      "overloaded"
    ),
    (.raw(status: 200, body: Array("\"\u{B5}".utf8.dropLast()) + [0x22]), .answerNotUTF8, "UTF-8"),
    (.cut, .connectionCut, "cut"),
    (.drip(["slow"], seconds: 0.2), .timedOut, "within 0.4 s"),
    (.texts([String(repeating: "x", count: 200_000)]), .answerTooLarge, "100000 bytes"),
  ])
  func faultsThatStayAreNamed(_ reply: ModelReply, _ kind: AskFault.Kind, _ words: String) throws {
    let server = try ModelServer { _ in reply }
    defer { server.close() }
    let client = try store.client(server, seconds: 0.4, retries: 1, answerBytes: 100_000)
    let result = try client.samples(0..<1, of: request)[0]
    #expect(result.kind == kind)
    if case .failure(let fault) = result { #expect(fault.message.contains(words), "\(fault)") }
    #expect(
      try store.client(server, isOffline: true).samples(0..<1, of: request)[0].kind == .notInCache)
  }

  /// A wrong key ends all asking, and is repeated nowhere even by a server that repeats it.
  @Test func aWrongKeyIsNotRepeated() throws {
    let key = "sk-0123456789abcdef"
    let server = try ModelServer { question in
      .error(401, "Incorrect key: \(question.headers["authorization"] ?? "")")
    }
    defer { server.close() }
    let state = AskingState()
    let client = try store.client(server, key: key, state: state)
    for samples in [try client.samples(0..<2, of: request), try client.samples(2..<3, of: request)]
    {
      for case .failure(let fault) in samples { #expect(!fault.message.contains(key)) }
    }
    #expect(state.fatalFault?.kind == .unauthorized)
    #expect(state.fatalFault?.message.contains("[key]") == true)
    #expect(state.counts.requests == 1)
    let missing = try store.client(server).samples(0..<1, of: request)[0]
    if case .failure(let fault) = missing { #expect(fault.message.contains("LOGIC_API_KEY")) }
    #expect("\(APIKey(key)!)" == "[key]" && !String(reflecting: APIKey(key)!).contains(key))
    let echo = try ModelServer { .texts([$0.headers["authorization"] ?? ""]) }
    defer { echo.close() }
    #expect(try store.client(echo, key: key).samples(5..<6, of: request)[0].text == "Bearer [key]")
  }

  @Test func anUnreachableServerEndsTheAsking() throws {
    let server = try ModelServer { _ in .hangUp }
    server.close()
    let state = AskingState()
    let client = try store.client(server, retries: 1, state: state)
    #expect(try client.samples(0..<1, of: request)[0].kind == .unreachable)
    #expect(try client.samples(1..<2, of: request)[0].kind == .notAsked)
    #expect(state.counts.requests == 2)
  }

  @Test func aLongTextIsKeptWhole() throws {
    let text = String(repeating: "A\u{0}é\t\"\\\u{1F600}", count: 200_000)
    let server = try ModelServer { _ in .texts([text]) }
    defer { server.close() }
    #expect(try store.client(server).samples(0..<1, of: request)[0].text == text)
    #expect(try store.client(server, isOffline: true).samples(0..<1, of: request)[0].text == text)
  }

  /// The first answer stands, whoever gives it.
  @Test func anAnswerIsNotReplaced() throws {
    let name = AnswerCache.key(path: "/p", body: "{}")
    try store.cache.save([0: Generation(text: "a")], for: name, callPath: "/p", body: "{}")
    try store.cache.save(
      [0: Generation(text: "b"), 1: Generation(text: "c")], for: name, callPath: "/p", body: "{}")
    let kept = try store.cache.samples(0..<9, for: name)
    #expect(kept == [0: Generation(text: "a"), 1: Generation(text: "c")])
  }

  /// Any bytes for an answer give texts or a fault, and half an answer never gives texts.
  @Test func mutatedAnswersGiveTextsOrAFault() {
    var random = SeededGenerator(seed: 8)
    let body = Array(
      #"{"choices":[{"message":{"content":"a\u00e9"},"finish_reason":"stop"}]}"#.utf8)
    func generations(_ bytes: [UInt8], status: Int = 200) -> [Generation]? {
      try? ModelAnswer.generations(
        HTTPAnswer(status: status, retryAfter: "1", body: bytes), call: .chat, hasKey: true)
    }
    #expect(generations(body) == [Generation(text: "aé", finishReason: "stop")])
    for count in 0..<body.count { #expect(generations(Array(body[..<count])) == nil) }
    for _ in 0..<500 {
      var bytes = body
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        bytes[place] = UInt8.random(in: 0...255, using: &random)
      }
      if let texts = generations(bytes) { #expect(texts.count == 1) }
      #expect(generations(bytes, status: Int.random(in: 300...599, using: &random)) == nil)
    }
  }
}
