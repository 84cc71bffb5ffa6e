// Where a command's results go: a file, standard output, or nowhere.

import Foundation

/// A file for results, or none.
struct Sink {
  private let descriptor: Int32?
  private let name: String

  /// Opens a file, `-` being standard output; nil, and a note, when that fails.
  static func open(_ path: String?) -> Sink? {
    guard let path else { return Sink(descriptor: nil, name: "") }
    if path == "-" { return Sink(descriptor: STDOUT_FILENO, name: "standard output") }
    let descriptor = Foundation.open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else {
      Console.note("logic: cannot write \(path): \(String(cString: strerror(errno)))\n")
      return nil
    }
    return Sink(descriptor: descriptor, name: path)
  }

  /// Writes what the closure makes, which isn't called when there is no file.
  func write(_ text: () -> String) {
    guard let descriptor else { return }
    Console.result(text(), to: descriptor, name: name)
  }
}
