// What goes to the terminal, and how: colour only where it is wanted, whole writes only.

import Foundation

enum Console {
  /// Whether diagnostics on standard error are coloured (https://no-color.org).
  static let usesColor: Bool = {
    let environment = ProcessInfo.processInfo.environment
    if let value = environment["NO_COLOR"], !value.isEmpty { return false }
    if let value = environment["CLICOLOR_FORCE"], value != "0" { return true }
    return isatty(STDERR_FILENO) == 1
  }()

  /// Whether progress is shown.
  static let showsProgress = isatty(STDERR_FILENO) == 1

  /// Writes to standard output, or ends the program.
  static func out(_ text: String) { result(text, to: STDOUT_FILENO, name: "standard output") }

  /// Writes a result. A closed pipe ends the program quietly, as other filters do; what can't be
  /// written for another reason, as on a full disk, must not look like success.
  static func result(_ text: String, to descriptor: Int32, name: String) {
    Array(text.utf8).withUnsafeBytes { result($0, to: descriptor, name: name) }
  }

  /// Writes a result's bytes, as above.
  static func result(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, name: String) {
    guard !write(bytes, to: descriptor) else { return }
    let code = errno
    if code == EPIPE { exit(0) }
    note("logic: cannot write \(name): \(String(cString: strerror(code)))\n")
    exit(ExitStatus.outputFault.rawValue)
  }

  /// Writes to standard error.
  static func note(_ text: String) {
    Array(text.utf8).withUnsafeBytes { _ = write($0, to: STDERR_FILENO) }
  }

  /// Overwrites the progress line.
  static func progress(_ text: String) {
    if showsProgress { note("\r\u{1B}[K" + text) }
  }

  /// Writes all bytes; false when the other end is closed or the disk is full.
  static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = Foundation.write(
        descriptor, bytes.baseAddress! + written, bytes.count - written)
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      written += count
    }
    return true
  }
}
