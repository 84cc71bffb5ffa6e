// A cache in a folder of its own, and a client for a test server.

import Foundation
import TestSupport

@testable import Translation

/// A cache that lives as long as the test.
final class TemporaryCache {
  let folder: URL
  let cache: AnswerCache
  var path: String { folder.appending(path: "answers.sqlite").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "cache-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    cache = try AnswerCache(path: folder.appending(path: "answers.sqlite").path)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Whether a text stands in one of the cache's files.
  func holds(_ text: String) throws -> Bool {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.contains { name in
      try Data(contentsOf: folder.appending(path: name)).range(of: Data(text.utf8)) != nil
    }
  }

  /// A client that pauses briefly.
  func client(
    _ server: ModelServer, key: String? = nil, call: EndpointCall = .chat,
    sampling: Sampling = Sampling(), seconds: Double = 5, retries: Int = 4,
    answerBytes: Int = 16 << 20, isOffline: Bool = false, state: AskingState = AskingState()
  ) throws -> ModelClient {
    ModelClient(
      endpoint: try Endpoint(baseAddress: server.address, call: call, model: "test"),
      key: key.flatMap { APIKey($0) }, sampling: sampling,
      limits: HTTPLimits(connectSeconds: 2, totalSeconds: seconds, answerBytes: answerBytes),
      policy: RetryPolicy(retries: retries, base: 0.002), cache: cache, isOffline: isOffline,
      state: state)
  }
}

extension Result where Success == Generation, Failure == AskFault {
  var text: String? { try? get().text }
  var kind: AskFault.Kind? {
    if case .failure(let fault) = self { fault.kind } else { nil }
  }
}
