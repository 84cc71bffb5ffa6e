// Why a model gave no answer. A value that marks a row, not an error that ends a run.

/// Why a model gave no answer.
public struct AskFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds, by the code that marks a row.
  public enum Kind: String, CaseIterable, Sendable {
    /// libcurl is not installed.
    case noLibrary = "no-http-library"
    /// libcurl takes the address for none.
    case badAddress = "bad-address"
    /// No such host, or nobody listens.
    case unreachable
    /// TLS could not be set up.
    case noEncryption = "no-encryption"
    /// No whole answer in time.
    case timedOut = "timed-out"
    /// The connection ended within the answer.
    case connectionCut = "connection-cut"
    /// The answer is larger than `HTTPLimits.answerBytes`.
    case answerTooLarge = "answer-too-large"
    /// The key is missing or wrong (401, 403).
    case unauthorized
    /// There is no such call or model (404).
    case notFound = "not-found"
    /// Too many requests (429).
    case rateLimited = "rate-limited"
    /// The server's own fault (5xx).
    case serverError = "server-error"
    /// The server would send the request elsewhere (3xx).
    case redirected
    /// The server doesn't take the request (other 4xx).
    case requestRefused = "request-refused"
    /// The answer is not the JSON that the call promises.
    case malformedAnswer = "malformed-answer"
    /// The answer is not UTF-8.
    case answerNotUTF8 = "answer-not-utf8"
    /// The cache has no answer and no server may be asked.
    case notInCache = "not-in-cache"
    /// An earlier fault showed that asking is of no use.
    case notAsked = "not-asked"
  }

  /// The kind.
  public var kind: Kind
  /// What happened, in one line.
  public var message: String
  /// Seconds that the server asks to be left alone.
  var retryAfter: Double?

  init(_ kind: Kind, _ message: String, retryAfter: Double? = nil) {
    self.kind = kind
    self.message = message
    self.retryAfter = retryAfter
  }

  /// The message.
  public var description: String { message }

  /// Whether the same request may succeed when it is sent again.
  var isTransient: Bool {
    switch kind {
    case .unreachable, .timedOut, .connectionCut, .rateLimited, .serverError, .malformedAnswer,
      .answerNotUTF8:
      true
    default: false
    }
  }

  /// Whether every other request would fail alike.
  public var isFatal: Bool {
    switch kind {
    case .noLibrary, .badAddress, .unreachable, .noEncryption, .unauthorized, .notFound,
      .redirected:
      true
    default: false
    }
  }
}
