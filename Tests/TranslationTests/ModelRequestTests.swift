import Diagnostics
import JSON
import Testing

@testable import Translation

@Suite struct ModelRequestTests {
  let request = ModelRequest(
    messages: [Message(.system, "s"), Message(.user, "a"), Message(.assistant, "b")],
    grammar: "root ::= \"x\"")

  private func body(_ call: EndpointCall, _ sampling: Sampling) throws -> JSONValue {
    let endpoint = try Endpoint(baseAddress: "http://h/v1/", call: call, model: "m")
    #expect(endpoint.address == "http://h/v1\(call.path)")
    return request.body(endpoint, sampling)
  }

  @Test func fieldsOfBothCalls() throws {
    let chat = try body(.chat, Sampling())
    #expect(chat["messages"]?.array?.count == 3)
    #expect(chat["prompt"] == nil && chat["stop"] == ["</EVALUATE>"] && chat["seed"] == nil)
    let plain = try body(.completions, Sampling(stop: []))
    #expect(plain["prompt"] == "a\nb" && plain["stop"] == nil && plain["messages"] == nil)
  }

  @Test func theGrammarGoesIntoTheServersField() throws {
    #expect(try body(.chat, Sampling())["grammar"] == nil)
    let field = { (field: GrammarField) in try body(.chat, Sampling(grammarField: field)) }
    #expect(try field(.llama)["grammar"]?.string == request.grammar)
    #expect(try field(.vllm)["structured_outputs"]?["grammar"]?.string == request.grammar)
    #expect(try field(.vllmGuided)["guided_grammar"]?.string == request.grammar)
  }

  @Test func extraMembersReplaceOrTakeOut() throws {
    let extra = [JSONValue.Member("max_tokens", nil), .init("top_p", 1), .init("min_p", 2)]
    let made = try body(.chat, Sampling(extra: extra))
    #expect(made["max_tokens"] == nil && made["top_p"] == 1 && made["min_p"] == 2)
    #expect(Set(made.members!.map(\.key)).count == made.members!.count)
  }

  @Test func samplesDifferInSeedAndNumberOnly() throws {
    let seeded = try body(.chat, Sampling(seed: 7))
    #expect(ModelRequest.body(seeded, count: 1, first: 3)["seed"] == 10)
    #expect(ModelRequest.body(seeded, count: 1, first: 0) == seeded)
    #expect(ModelRequest.body(seeded, count: 5, first: 0)["n"] == 5)
  }

  @Test(arguments: [
    "", "h/v1", "ftp://h", "http://", "http:///v1", "http://u:p@h", "http://h?a=b", "http://h#a",
    "http://h v", "http://é",
  ])
  func addressesThatAreNone(_ address: String) {
    let fault = #expect(throws: AddressFault.self) {
      _ = try Endpoint(baseAddress: address, call: .chat, model: "m")
    }
    #expect(fault?.description.contains("u:p") == false)
  }

  @Test(arguments: ["", "a b", "a\n", "é"])
  func keysThatAreNone(_ key: String) { #expect(APIKey(key) == nil) }

  @Test(arguments: [
    ("120", 120.0), ("0", 0), ("Sun, 06 Nov 1994 08:49:37 GMT", 37),
    ("Sun, 06 Nov 1994 08:00:00 GMT", 0), ("-1", nil), ("soon", nil),
    ("Sun, 06 Foo 1994 08:49:37 GMT", nil),
  ])
  func retryAfter(_ header: String, _ seconds: Double?) {
    #expect(RetryPolicy.seconds(retryAfter: header, now: 784_111_740) == seconds)
  }

  @Test func pausesGrowAndEnd() {
    let policy = RetryPolicy(retries: 6, base: 1, cap: 8)
    let fault = AskFault(.serverError, "")
    let pauses = (0..<7).map { policy.pause(after: fault, attempt: $0, key: "k") }
    for (attempt, longest) in [1.0, 2, 4, 8, 8, 8].enumerated() {
      #expect((longest / 2...longest).contains(pauses[attempt] ?? 0))
    }
    #expect(pauses[6] == nil)
    #expect(Set((0..<20).map { policy.pause(after: fault, attempt: 0, key: "\($0)") }).count == 20)
    #expect(policy.pause(after: AskFault(.unauthorized, ""), attempt: 0, key: "k") == nil)
    let told = AskFault(.rateLimited, "", retryAfter: 3)
    #expect(policy.pause(after: told, attempt: 0, key: "k") == 3)
  }
}
