// Runs the built binary and gives what it wrote.

import Foundation

/// One run of the binary.
public struct ToolRun: Sendable {
  /// What it wrote to standard output.
  public var output: String
  /// What it wrote to standard error.
  public var errors: String
  /// Its exit code; negative for a signal.
  public var status: Int32

  /// The binary beside the test bundle.
  public static var binary: URL {
    Bundle.allBundles.map(\.bundleURL)
      .map { $0.deletingLastPathComponent().appending(path: "logic") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
      ?? TestData.package.appending(path: ".build/debug/logic")
  }

  /// Runs the binary in the package's folder.
  ///
  /// - Parameters:
  ///   - arguments: its arguments.
  ///   - input: what it reads from standard input.
  ///   - environment: added to this process's own.
  public init(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) throws {
    let process = Process()
    process.executableURL = Self.binary
    process.arguments = arguments
    process.currentDirectoryURL = TestData.package
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files, not pipes: nothing can block on a full one.
    let folder = FileManager.default.temporaryDirectory.appending(path: "run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let names = ["in", "out", "err"].map { folder.appending(path: $0) }
    try Data(input.utf8).write(to: names[0])
    for name in names[1...] { try Data().write(to: name) }
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    process.waitUntilExit()
    output = String(decoding: try Data(contentsOf: names[1]), as: UTF8.self)
    errors = String(decoding: try Data(contentsOf: names[2]), as: UTF8.self)
    status =
      process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
  }
}
