// Files that may be compressed, as plain ones.
//
// What begins with gzip's two bytes is decompressed on a thread into a pipe, so that whoever reads lines
// from a descriptor reads these too. Damaged data end the program: half a set must not look like one.

import CZlib
import Diagnostics
import Foundation

enum GzipInput {
  private static let blockSize = 1 << 17

  /// Opens a file for reading.
  static func open(_ path: String) -> Result<Int32, SourceFault> {
    SourceText.openFile(path: path).map { descriptor in
      isCompressed(descriptor) ? decompressed(descriptor, path) : descriptor
    }
  }

  // Something that can't be looked at without taking it away, such as a pipe, counts as plain.
  private static func isCompressed(_ descriptor: Int32) -> Bool {
    var magic: (UInt8, UInt8) = (0, 0)
    return pread(descriptor, &magic, 2, 0) == 2 && magic == (0x1F, 0x8B)
  }

  private static func decompressed(_ descriptor: Int32, _ path: String) -> Int32 {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else {
      fail("\(path): \(String(cString: strerror(errno)))", .inputFault)
    }
    let input = ends[1]
    Thread.detachNewThread {
      guard let file = gzdopen(descriptor, "rb") else {
        fail("\(path): out of memory", .inputFault)
      }
      var block = [UInt8](repeating: 0, count: blockSize)
      while true {
        let count = gzread(file, &block, UInt32(blockSize))
        if count < 0 { fail("\(path): error: damaged gzip data [file-unreadable]", .inputFault) }
        if count == 0 { break }
        let isWritten = block.withUnsafeBytes {
          Console.write(UnsafeRawBufferPointer(rebasing: $0[..<Int(count)]), to: input)
        }
        if !isWritten { break }
      }
      // The end of the file in the middle of a stream shows only now.
      guard gzclose_r(file) == Z_OK else {
        fail("\(path): error: the gzip data break off [file-unreadable]", .inputFault)
      }
      close(input)
    }
    return ends[0]
  }

  private static func fail(_ message: String, _ status: ExitStatus) -> Never {
    Console.note(message + "\n")
    exit(status.rawValue)
  }
}
