// Lines of a file without an array for each: blocks are read into one buffer, and a line is a range
// of it. Ten million rows are three gigabytes; a copy of each costs as much as reading them.

import Glibc

/// Reads the lines of a file descriptor.
public struct LineBlocks: ~Copyable {
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  /// Longest line; a longer one is given in pieces, which are no rows.
  public static let maximumLine = 64 << 20
  private static let blockSize = 1 << 18

  /// Reads from a descriptor, which stays open.
  public init(descriptor: Int32) { self.descriptor = descriptor }

  /// Calls a closure with the buffer and the range of each line that is not blank, without LF.
  public mutating func forEachLine(_ body: (_ buffer: [UInt8], _ line: Range<Int>) -> Void) {
    while fill() {
      let (start, end) = pass(body)
      let isTooLong = start == 0 && end > Self.maximumLine
      if isTooLong { body(buffer, 0..<end) }
      buffer.removeFirst(isTooLong ? end : start)
    }
    if buffer.contains(where: { $0 > 0x20 }) { body(buffer, 0..<buffer.count) }
  }

  private func pass(
    _ body: (_ buffer: [UInt8], _ line: Range<Int>) -> Void
  ) -> (start: Int, end: Int) {
    var start = 0
    let end = buffer.count
    while let length = newline(from: start) {
      if buffer[start..<start + length].contains(where: { $0 > 0x20 }) {
        body(buffer, start..<start + length)
      }
      start += length + 1
    }
    return (start, end)
  }

  private func newline(from start: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard start < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + start, 0x0A, bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - (base + start)
    }
  }

  private mutating func fill() -> Bool {
    let before = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: Self.blockSize))
    let count = buffer.withUnsafeMutableBytes {
      read(descriptor, $0.baseAddress! + before, Self.blockSize)
    }
    buffer.removeLast(Self.blockSize - max(0, count))
    return count > 0
  }
}
