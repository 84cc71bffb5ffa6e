// A result file that is there whole or not at all: it is written under another name beside its own, and
// renamed when it is done. What is no regular file (a pipe, /dev/null) is written as it is.

import ArgumentParser
import Foundation

/// A file that is being written.
final class WholeFile: @unchecked Sendable {
  /// Whether it is a regular file.
  let isRegular: Bool
  private let descriptor: Int32
  private let name: String
  private let target: String
  private let part: String

  /// Opens a file; a note and an exit code when that fails.
  init(_ path: String) throws {
    name = path
    var status = stat()
    let exists = stat(path, &status) == 0
    isRegular = !exists || status.st_mode & S_IFMT == S_IFREG
    // A link stays a link to the new file.
    target = exists && isRegular ? Self.resolved(path) : path
    part = target + ".part"
    let opened = isRegular ? part : path
    descriptor = open(opened, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.fault(path) }
  }

  /// Writes bytes, or ends the program.
  func write(_ bytes: UnsafeRawBufferPointer) {
    guard !Console.write(bytes, to: descriptor) else { return }
    let code = errno
    if isRegular { unlink(part) }
    errno = code
    // Tries once more, fails again and says why.
    Console.result(bytes, to: descriptor, name: name)
  }

  /// Gives the file its name.
  func finish() throws {
    guard close(descriptor) == 0 else { throw Self.fault(name) }
    if isRegular, rename(part, target) != 0 { throw Self.fault(name) }
  }

  /// Takes the file away.
  func discard() {
    close(descriptor)
    if isRegular { unlink(part) }
  }

  private static func resolved(_ path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }

  private static func fault(_ path: String) -> ExitCode {
    Console.note("logic: cannot write \(path): \(String(cString: strerror(errno)))\n")
    return ExitCode(ExitStatus.outputFault.rawValue)
  }
}
