// One thread's connection to a server: Swift's side of CCurl, the only unsafe code of this target.

import CCurl

/// What one request may take.
public struct HTTPLimits: Sendable {
  /// Seconds to find the host and connect.
  public var connectSeconds: Double
  /// Seconds for the whole exchange. A model that doesn't stream is silent until it is done, so there
  /// is no limit on silence besides.
  public var totalSeconds: Double
  /// Largest answer.
  public var answerBytes: Int

  /// Makes limits.
  public init(
    connectSeconds: Double = 10, totalSeconds: Double = 120, answerBytes: Int = 16 << 20
  ) {
    self.connectSeconds = connectSeconds
    self.totalSeconds = totalSeconds
    self.answerBytes = answerBytes
  }
}

/// What a server sent.
struct HTTPAnswer {
  var status: Int
  /// The header `Retry-After`.
  var retryAfter: String?
  var body: [UInt8]
}

/// Posts requests over one kept connection; used by one thread.
final class HTTPClient {
  private let handle: UnsafeMutableRawPointer?

  init() { handle = http_client_make() }
  deinit { http_client_free(handle) }

  /// Sends a request and waits for the answer, whatever its status.
  func post(
    _ body: [UInt8], to address: String, headers: [String], limits: HTTPLimits
  ) throws(AskFault) -> HTTPAnswer {
    var answer = http_answer()
    withCStrings([address] + headers) { strings in
      body.withUnsafeBytes { bytes in
        strings.withUnsafeBufferPointer { strings in
          var request = http_request()
          request.url = strings[0]
          request.headers = strings.baseAddress! + 1
          request.body = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
          request.body_length = bytes.count
          request.connect_milliseconds = Int(limits.connectSeconds * 1_000)
          request.total_milliseconds = Int(limits.totalSeconds * 1_000)
          request.maximum_answer = limits.answerBytes
          http_post(handle, &request, &answer)
        }
      }
    }
    defer { http_answer_free(&answer) }
    if let fault = Self.fault(answer, limits) { throw fault }
    let received = UnsafeRawBufferPointer(start: answer.body, count: answer.body_length)
    let retryAfter = Self.text(of: answer.retry_after)
    return HTTPAnswer(
      status: answer.status, retryAfter: retryAfter.isEmpty ? nil : retryAfter,
      body: Array(received))
  }

  private static func fault(_ answer: http_answer, _ limits: HTTPLimits) -> AskFault? {
    let words = text(of: answer.message)
    switch answer.fault {
    case HTTP_FAULT_NONE: return nil
    case HTTP_FAULT_NO_LIBRARY:
      return AskFault(
        .noLibrary, "libcurl is not installed; on Debian and Ubuntu the package is libcurl4")
    case HTTP_FAULT_ADDRESS: return AskFault(.badAddress, "not a server's address: \(words)")
    case HTTP_FAULT_UNREACHABLE:
      return AskFault(.unreachable, "the server can't be reached: \(words)")
    case HTTP_FAULT_TIME:
      return AskFault(.timedOut, "no whole answer within \(limits.totalSeconds) s")
    case HTTP_FAULT_CUT: return AskFault(.connectionCut, "the connection was cut: \(words)")
    case HTTP_FAULT_ENCRYPTION:
      return AskFault(.noEncryption, "no encrypted connection: \(words)")
    case HTTP_FAULT_SIZE:
      return AskFault(.answerTooLarge, "the answer has more than \(limits.answerBytes) bytes")
    default: return AskFault(.connectionCut, "the exchange failed: \(words)")
    }
  }

  /// The text in a fixed array of C, which Swift sees as a tuple.
  private static func text<Array>(of array: Array) -> String {
    withUnsafeBytes(of: array) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }

  private func withCStrings(
    _ strings: [String], _ body: ([UnsafePointer<CChar>?]) -> Void
  ) {
    let terminated = strings.map { Array($0.utf8CString) }
    var pointers: [UnsafePointer<CChar>?] = []
    func open(_ index: Int) {
      guard index < terminated.count else { return body(pointers + [nil]) }
      terminated[index].withUnsafeBufferPointer {
        pointers.append($0.baseAddress)
        open(index + 1)
      }
    }
    open(0)
  }
}
