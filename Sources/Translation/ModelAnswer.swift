// Reads what a server answered: generations, or why there are none.

import Diagnostics
import JSON

enum ModelAnswer {
  /// The generations of an answer.
  static func generations(
    _ answer: HTTPAnswer, call: EndpointCall, hasKey: Bool
  ) throws(AskFault) -> [Generation] {
    guard answer.status == 200 else { throw fault(answer, hasKey: hasKey) }
    let json: JSONValue
    switch readJSON(SourceText(name: "answer", bytes: answer.body)) {
    case .success(let value): json = value
    case .failure(let fault):
      let found = fault.diagnostic
      throw AskFault(
        found.code == .invalidUTF8 ? .answerNotUTF8 : .malformedAnswer,
        "the answer is not JSON: \(found.message) (line \(found.location.line), "
          + "column \(found.location.column))")
    }
    guard let choices = json["choices"]?.array else {
      let reason = reason(json)
      throw AskFault(
        .malformedAnswer, reason.map { "the server says: \($0)" } ?? "the answer has no `choices`")
    }
    guard !choices.isEmpty else {
      throw AskFault(.malformedAnswer, "the answer's `choices` are empty")
    }
    var generations: [Generation] = []
    for choice in choices {
      let message = call == .chat ? choice["message"]?["content"] : choice["text"]
      // A conversing model that refuses, or calls a tool, has null as its content.
      guard let message, let text = message.string ?? (message.isNull ? "" : nil) else {
        throw AskFault(.malformedAnswer, "a choice of the answer has no text")
      }
      generations.append(
        Generation(text: text, finishReason: choice["finish_reason"]?.string))
    }
    return generations
  }

  private static func fault(_ answer: HTTPAnswer, hasKey: Bool) -> AskFault {
    let json = try? readJSON(SourceText(name: "answer", bytes: answer.body)).get()
    let said = json.flatMap(reason).map { ": \($0)" } ?? ""
    let status = "the server answered \(answer.status)\(said)"
    switch answer.status {
    case 300..<400: return AskFault(.redirected, status)
    case 401, 403:
      let advice =
        hasKey ? "it does not take the key" : "it wants a key, and LOGIC_API_KEY is not set"
      return AskFault(.unauthorized, "\(status) (\(advice))")
    case 404: return AskFault(.notFound, "\(status) (wrong --base-url or --model?)")
    case 408, 425, 500...:
      return AskFault(.serverError, status, retryAfter: wait(answer))
    case 429: return AskFault(.rateLimited, status, retryAfter: wait(answer))
    case 400..<500: return AskFault(.requestRefused, status)
    default: return AskFault(.malformedAnswer, status)
    }
  }

  private static func wait(_ answer: HTTPAnswer) -> Double? {
    answer.retryAfter.flatMap { RetryPolicy.seconds(retryAfter: $0) }
  }

  /// The server's words for a fault, in the shapes that servers use, cut to a line.
  private static func reason(_ json: JSONValue) -> String? {
    let text =
      json["error"]?["message"]?.string ?? json["error"]?.string ?? json["message"]?.string
      ?? json["detail"]?.string
    return text.map {
      String($0.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(300))
    }
  }
}
