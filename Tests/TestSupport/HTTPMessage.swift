// Reads HTTP requests (RFC 9112) from a socket, as far as the test server needs: a head, and a body
// of the length that it names.

import Foundation

/// A request that came in.
public struct HTTPMessage: Sendable {
  /// The path that is asked for.
  public var path: String
  /// Header fields, names in lower case.
  public var headers: [String: String]
  /// The body.
  public var body: [UInt8]

  /// Reads the next request of a connection; `rest` keeps what came behind it.
  static func read(from socket: Int32, rest: inout [UInt8]) -> HTTPMessage? {
    let separator = Array("\r\n\r\n".utf8)
    var bytes = rest
    var end: Int?
    while true {
      end = bytes.firstRange(of: separator)?.lowerBound
      if end != nil || bytes.count > 1 << 16 { break }
      guard receive(socket, &bytes) else { return nil }
    }
    guard let end else { return nil }
    let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n")
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { return nil }
      headers[line[..<colon].lowercased()] =
        line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    let words = lines.first?.split(separator: " ") ?? []
    let length = headers["content-length"].flatMap { Int($0) } ?? 0
    let start = end + separator.count
    while bytes.count < start + length {
      guard receive(socket, &bytes) else { return nil }
    }
    rest = Array(bytes[(start + length)...])
    guard words.count == 3 else { return nil }
    return HTTPMessage(
      path: String(words[1]), headers: headers, body: Array(bytes[start..<(start + length)]))
  }

  private static func receive(_ socket: Int32, _ bytes: inout [UInt8]) -> Bool {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(socket, &chunk, chunk.count, 0)
    if count > 0 { bytes.append(contentsOf: chunk[..<count]) }
    return count > 0
  }
}
