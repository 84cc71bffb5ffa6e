// A gzip stream (RFC 1952) that has no time and no name in it: equal texts make equal files, and streams
// written one after the other are one file.

import CZlib

/// Compresses pieces.
final class GzipStream {
  private var stream = z_stream()
  private var block = [UInt8](repeating: 0, count: 1 << 16)

  init() {
    // Level 6, 32 KiB window, gzip's header with no time: deflateInit2 is a macro.
    let status = deflateInit2_(
      &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { fatalError("zlib can't be set up: \(status)") }
  }

  deinit { deflateEnd(&stream) }

  /// Compresses a piece; `isLast` ends the stream.
  func add(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool = false, emit: (UnsafeRawBufferPointer) -> Void
  ) {
    stream.next_in = UnsafeMutablePointer(
      mutating: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
    stream.avail_in = UInt32(bytes.count)
    var isDone = false
    while !isDone {
      block.withUnsafeMutableBytes { space in
        stream.next_out = space.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.avail_out = UInt32(space.count)
        let status = deflate(&stream, isLast ? Z_FINISH : Z_NO_FLUSH)
        let made = space.count - Int(stream.avail_out)
        emit(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(space)[..<made]))
        isDone = isLast ? status == Z_STREAM_END : stream.avail_in == 0 && stream.avail_out > 0
      }
    }
  }
}
