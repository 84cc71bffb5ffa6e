// Loads a file's bytes through the C library: the readers' targets carry no Foundation, and its errors
// don't tell a missing file from a folder.

import Glibc

/// Why a text can't be loaded.
public struct SourceFault: Error, Sendable {
  /// The fault; its place is the file's beginning.
  public var diagnostic: Diagnostic
}

extension SourceText {
  /// Largest file that is read, in bytes.
  public static let maximumFileSize = 1 << 30

  /// Reads a file, or standard input for the path `-`.
  ///
  /// - Parameter path: relative to the current folder, or absolute.
  /// - Returns: the text, named by the path; or `file-not-found`, `is-directory` or
  ///   `file-unreadable` with the system's reason.
  /// - Complexity: O(bytes).
  public static func load(path: String) -> Result<SourceText, SourceFault> {
    if path == "-" { return read(descriptor: STDIN_FILENO, name: "<stdin>", expecting: 0) }
    let descriptor: Int32
    switch openFile(path: path) {
    case .failure(let fault): return .failure(fault)
    case .success(let opened): descriptor = opened
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      return fault(.fileUnreadable, path, "the file can't be examined: \(describe(errno))")
    }
    guard status.st_size <= maximumFileSize else { return tooLarge(path) }
    return read(descriptor: descriptor, name: path, expecting: Int(status.st_size))
  }

  /// Opens a file that is read piece by piece; the caller closes it.
  ///
  /// - Returns: a descriptor; or the faults that `load` gives.
  public static func openFile(path: String) -> Result<Int32, SourceFault> {
    guard !path.utf8.contains(0) else {
      return fault(.fileNotFound, path, "the path has a NUL character in it")
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let reason = errno
      return reason == ENOENT || reason == ENOTDIR
        ? fault(.fileNotFound, path, "there is no such file")
        : fault(.fileUnreadable, path, "the file can't be opened: \(describe(reason))")
    }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      close(descriptor)
      return fault(.isDirectory, path, "this is a folder, not a file")
    }
    return .success(descriptor)
  }

  // The size is only a hint: a pipe has none and a file can grow meanwhile.
  private static func read(
    descriptor: Int32, name: String, expecting size: Int
  ) -> Result<SourceText, SourceFault> {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + 1)
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { return .success(SourceText(name: name, bytes: bytes)) }
      if count < 0 {
        if errno == EINTR { continue }
        return fault(.fileUnreadable, name, "the file can't be read: \(describe(errno))")
      }
      bytes.append(contentsOf: chunk[..<count])
      if bytes.count > maximumFileSize { return tooLarge(name) }
    }
  }

  private static func tooLarge(_ name: String) -> Result<SourceText, SourceFault> {
    fault(.fileUnreadable, name, "the file has more than \(maximumFileSize) bytes")
  }

  private static func describe(_ reason: Int32) -> String {
    // strerror's buffer is shared between threads.
    var buffer = [CChar](repeating: 0, count: 256)
    guard strerror_r(reason, &buffer, buffer.count) == 0 else { return "error \(reason)" }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func fault<Success>(
    _ code: DiagnosticCode, _ name: String, _ message: String
  ) -> Result<Success, SourceFault> {
    .failure(
      SourceFault(
        diagnostic: Diagnostic(
          code, in: SourceText(name: name, bytes: []), at: Span(0, 0), message)))
  }
}
