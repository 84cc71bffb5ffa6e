// Where the tests' data stand: this package's own corpora, and real problem sets that only some
// machines have. Tests that need the latter skip when the folder is missing.

import Foundation

/// Places of test data.
public enum TestData {
  /// The root folder of this package.
  public static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// This package's own problems.
  public static var corpora: URL { package.appending(path: "Corpora") }

  /// A folder under `shared/data` beside the package, or nil when this machine hasn't got it.
  public static func shared(_ path: String) -> URL? {
    let folder = package.deletingLastPathComponent().appending(path: "shared/data/\(path)")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }
}
