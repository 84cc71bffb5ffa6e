// Where generated rows go: a file with its manifest, or standard output; compressed or not.

import Diagnostics
import Foundation
import JSON

/// Takes rows, one thread at a time.
final class RowOutput: @unchecked Sendable {
  private let file: WholeFile?
  private let path: String
  private let gzip: GzipStream?
  private var hash: SHA256?

  /// Opens a file; nil and `-` are standard output.
  init(_ path: String?, gzip: Bool) throws {
    let isFile = path != nil && path != "-"
    self.path = path ?? "-"
    file = isFile ? try WholeFile(self.path) : nil
    let compresses = gzip || self.path.hasSuffix(".gz")
    self.gzip = compresses ? GzipStream() : nil
    hash = compresses ? SHA256() : nil
  }

  /// Whether a manifest stands beside it.
  var takesManifest: Bool { file?.isRegular == true }

  /// Writes bytes.
  func write(_ bytes: UnsafeRawBufferPointer) {
    guard let gzip else { return put(bytes) }
    gzip.add(bytes) { put($0) }
  }

  private func put(_ bytes: UnsafeRawBufferPointer) {
    hash?.update(bytes)
    if let file {
      file.write(bytes)
    } else {
      Console.result(bytes, to: STDOUT_FILENO, name: "standard output")
    }
  }

  /// Ends the rows and writes their manifest.
  func finish(_ manifest: JSONValue?) throws {
    gzip?.add(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true) { put($0) }
    try file?.finish()
    guard let manifest else { return }
    let beside = try WholeFile(path + ".manifest.json")
    Array((completed(manifest).indentedText + "\n").utf8).withUnsafeBytes { beside.write($0) }
    try beside.finish()
  }

  // The checksum is that of the file; a compressed one has its text's too.
  private func completed(_ manifest: JSONValue) -> JSONValue {
    guard let sum = hash.take()?.hexadecimal(), let members = manifest.members else {
      return manifest
    }
    return .object(
      members.flatMap { member -> [(String, JSONValue)] in
        guard member.key == "sha256" else { return [(member.key, member.value)] }
        return [("sha256", .string(sum)), ("text_sha256", member.value)]
      })
  }

  /// Leaves nothing behind.
  func discard() { file?.discard() }
}
