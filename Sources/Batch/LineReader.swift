// Lines of a file or of standard input, one at a time, in bounded memory.

import Glibc

/// Reads the lines of a file descriptor; the line ends (LF, CRLF) are not part of them.
public struct LineReader: ~Copyable {
  private let descriptor: Int32
  private let closesDescriptor: Bool
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  /// Number of the line that `next` returned last, from 1.
  public private(set) var lineNumber = 0

  /// Longest line that is read whole; the rest of a longer one is skipped, so that the record's
  /// fault can be reported and the worker goes on.
  public static let maximumLine = 64 << 20

  /// Reads from an open descriptor.
  public init(descriptor: Int32, closesDescriptor: Bool) {
    self.descriptor = descriptor
    self.closesDescriptor = closesDescriptor
  }

  deinit {
    if closesDescriptor { close(descriptor) }
  }

  /// The next line; nil at the end. A line over the limit comes back cut to it.
  public mutating func next() -> [UInt8]? {
    var scanned = start
    while true {
      if let end = buffer[scanned...].firstIndex(of: 0x0A) {
        return take(upTo: end, skipping: 1)
      }
      scanned = buffer.count
      if isAtEnd {
        return start < buffer.count ? take(upTo: buffer.count, skipping: 0) : nil
      }
      if scanned - start > Self.maximumLine { return takeCutLine() }
      if start > 0 {
        buffer.removeFirst(start)
        scanned -= start
        start = 0
      }
      fill()
    }
  }

  private mutating func take(upTo end: Int, skipping: Int) -> [UInt8] {
    var line = Array(buffer[start..<end])
    if line.last == 0x0D { line.removeLast() }
    start = end + skipping
    lineNumber += 1
    return line
  }

  private mutating func takeCutLine() -> [UInt8] {
    let line = Array(buffer[start..<start + Self.maximumLine])
    buffer.removeAll(keepingCapacity: true)
    start = 0
    while !isAtEnd {
      fill()
      if let end = buffer.firstIndex(of: 0x0A) {
        start = end + 1
        break
      }
      buffer.removeAll(keepingCapacity: true)
    }
    lineNumber += 1
    return line
  }

  private mutating func fill() {
    let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { space, count in
      count = max(0, read(descriptor, space.baseAddress, space.count))
    }
    if chunk.isEmpty { isAtEnd = true }
    buffer.append(contentsOf: chunk)
  }
}
