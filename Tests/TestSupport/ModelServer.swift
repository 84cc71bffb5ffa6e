// A small OpenAI-compatible server for tests: loopback only, a thread a connection, at most 300.
//
// What it says is the test's: a closure takes each request and returns a reply, which may be a fault.
// It counts what it was asked, so that a test can tell whether something was asked twice.

import Foundation
import Synchronization

/// What the server does with a request.
public enum ModelReply: Sendable {
  /// Status 200 and these texts as choices.
  case texts([String])
  /// Any status, header lines and body.
  case raw(status: Int, headers: [String] = [], body: [UInt8])
  /// The head and half of the body, then the connection ends.
  case cut
  /// The connection ends at once.
  case hangUp
  /// The texts, a few bytes at a time with so many seconds between.
  case drip([String], seconds: Double)

  /// A status with an error in the body, as OpenAI's API writes it.
  public static func error(
    _ status: Int, _ message: String, headers: [String] = []
  ) -> ModelReply {
    let error = ["error": ["message": message, "type": "test"]]
    let body = (try? JSONSerialization.data(withJSONObject: error)).map { Array($0) }
    return .raw(status: status, headers: headers, body: body ?? [])
  }
}

/// A request for texts, taken apart.
public struct ModelQuestion: Sendable {
  /// `/chat/completions` or `/completions`, behind the base path.
  public var path: String
  /// Header fields, names in lower case.
  public var headers: [String: String]
  /// The body as it came.
  public var body: String
  /// The last turn, or the prompt.
  public var prompt: String
  /// How many texts are wanted.
  public var count: Int
  /// The seed, if there is one.
  public var seed: Int?
  /// How many turns there are; 0 for a prompt.
  public var turns: Int
  /// The grammar, from whichever field it is in.
  public var grammar: String?
  /// How many questions with this body came before.
  public var repetition: Int

  init(_ message: HTTPMessage, repetition: Int) {
    let json =
      (try? JSONSerialization.jsonObject(with: Data(message.body))) as? [String: Any] ?? [:]
    let messages = json["messages"] as? [[String: String]]
    path = message.path
    headers = message.headers
    body = String(decoding: message.body, as: UTF8.self)
    prompt = messages?.last?["content"] ?? json["prompt"] as? String ?? ""
    turns = messages?.count ?? 0
    count = json["n"] as? Int ?? 1
    seed = json["seed"] as? Int
    let structured = json["structured_outputs"] as? [String: String]
    grammar =
      json["grammar"] as? String ?? json["guided_grammar"] as? String ?? structured?["grammar"]
    self.repetition = repetition
  }
}

/// The server.
public final class ModelServer: Sendable {
  /// Answers a question.
  public typealias Answer = @Sendable (ModelQuestion) -> ModelReply

  private struct State {
    var asked: [String: Int] = [:]
    var connections = 0
    var isClosed = false
  }

  private static let maximumConnections = 300
  private let listener: Int32
  /// The port that it listens at.
  public let port: UInt16
  private let answer: Answer
  private let state = Mutex(State())

  /// The address for `--base-url`.
  public var address: String { "http://127.0.0.1:\(port)/v1" }

  /// How often each body was asked for.
  public var asked: [String: Int] { state.withLock { $0.asked } }

  /// Starts a server on a free port.
  public init(_ answer: @escaping Answer) throws {
    self.answer = answer
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = listener
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        bind(descriptor, generic, length) == 0 && listen(descriptor, 256) == 0
          && getsockname(descriptor, generic, &length) == 0
      }
    }
    port = UInt16(bigEndian: address.sin_port)
    guard isListening else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    Thread.detachNewThread { [self] in accept() }
  }

  /// Stops to listen; open connections end with their request. Closing again does nothing: by then the
  /// descriptor may be another file's.
  public func close() {
    state.withLock { state in
      if !state.isClosed { shutdown(listener, Int32(SHUT_RDWR)) }
      state.isClosed = true
    }
  }

  private func accept() {
    while true {
      let connection = Glibc.accept(listener, nil, nil)
      guard connection >= 0 else {
        if state.withLock({ $0.isClosed }) { break }
        usleep(1_000)
        continue
      }
      let isWelcome = state.withLock { state in
        guard !state.isClosed, state.connections < Self.maximumConnections else { return false }
        state.connections += 1
        return true
      }
      guard isWelcome else {
        Glibc.close(connection)
        continue
      }
      Thread.detachNewThread { [self] in
        serve(connection)
        Glibc.close(connection)
        state.withLock { $0.connections -= 1 }
      }
    }
    Glibc.close(listener)
  }

  private func serve(_ connection: Int32) {
    var rest: [UInt8] = []
    while let message = HTTPMessage.read(from: connection, rest: &rest) {
      let repetition = state.withLock { state in
        let body = String(decoding: message.body, as: UTF8.self)
        state.asked[body, default: 0] += 1
        return state.asked[body]! - 1
      }
      let question = ModelQuestion(message, repetition: repetition)
      guard reply(answer(question), to: question, connection) else { return }
    }
  }

  /// Sends a reply; false when the connection is to end.
  private func reply(
    _ reply: ModelReply, to question: ModelQuestion, _ connection: Int32
  ) -> Bool {
    switch reply {
    case .texts(let texts):
      return send(Self.response(200, [], Self.choices(texts, question)), connection)
    case .raw(let status, let headers, let body):
      return send(Self.response(status, headers, body), connection)
    case .cut:
      let response = Self.response(200, [], Self.choices(["FOL:\tP(A)"], question))
      _ = send(Array(response.dropLast(20)), connection)
      return false
    case .hangUp: return false
    case .drip(let texts, let seconds):
      let response = Self.response(200, [], Self.choices(texts, question))
      for start in stride(from: 0, to: response.count, by: 16) {
        guard send(Array(response[start..<min(start + 16, response.count)]), connection) else {
          return false
        }
        Thread.sleep(forTimeInterval: seconds)
      }
      return true
    }
  }

  private static func choices(_ texts: [String], _ question: ModelQuestion) -> [UInt8] {
    let isChat = question.path.hasSuffix("/chat/completions")
    let choices = texts.enumerated().map { index, text -> [String: Any] in
      let content: [String: Any] =
        isChat ? ["message": ["role": "assistant", "content": text]] : ["text": text]
      return content.merging(["index": index, "finish_reason": "stop"]) { $1 }
    }
    let body: [String: Any] = ["object": "test", "choices": choices]
    return (try? JSONSerialization.data(withJSONObject: body)).map { Array($0) } ?? []
  }

  private static func response(_ status: Int, _ headers: [String], _ body: [UInt8]) -> [UInt8] {
    let lines = [
      "HTTP/1.1 \(status) Test", "Content-Type: application/json",
      "Content-Length: \(body.count)",
    ]
    let head = (lines + headers).joined(separator: "\r\n") + "\r\n\r\n"
    return Array(head.utf8) + body
  }

  private func send(_ bytes: [UInt8], _ connection: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.send(
          connection, $0.baseAddress! + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }
}
