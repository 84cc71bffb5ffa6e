// Every request and what was answered, in SQLite, by content.
//
//   request  key = SHA-256(call's path, body)  ->  path, body
//   sample   key, number                       ->  the generation as JSON
//
// The body is the one without the number of samples, so that a sample is the same one however many
// were asked for at once. The first answer stands: what a run has written can be written again. A
// generation is kept as JSON text because SQLite's own text ends at a NUL character. Keys are in no
// body; faults are not kept.
//
// Write-ahead mode, as in the store of results: a killed run loses only what is in flight.

import Diagnostics
import GRDB
import JSON

/// A fault of the cache.
public struct CacheError: Error, Sendable, CustomStringConvertible {
  /// What was being done.
  public var operation: String
  /// The database file.
  public var path: String
  /// What SQLite said.
  public var reason: String

  /// The fault in one line.
  public var description: String { "cannot \(operation) the cache \(path): \(reason)" }
}

/// Answers by content.
public final class AnswerCache: Sendable {
  private let database: DatabaseQueue
  private let path: String

  /// Opens or makes a cache.
  public init(path: String) throws(CacheError) {
    self.path = path
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(30)
      configuration.prepareDatabase { database in
        try database.execute(sql: "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL")
      }
      database = try DatabaseQueue(path: path, configuration: configuration)
      var migrator = DatabaseMigrator()
      migrator.registerMigration("answers") { database in
        try database.create(table: "request", options: .withoutRowID) { table in
          table.primaryKey("key", .text)
          table.column("path", .text).notNull()
          table.column("body", .text).notNull()
        }
        try database.create(table: "sample", options: .withoutRowID) { table in
          table.column("key", .text).notNull()
          table.column("number", .integer).notNull()
          table.column("generation", .text).notNull()
          table.primaryKey(["key", "number"])
        }
      }
      try migrator.migrate(database)
    } catch {
      throw CacheError(operation: "open", path: path, reason: "\(error)")
    }
  }

  /// The key of a request.
  static func key(path: String, body: String) -> String { sha256(Array("\(path)\n\(body)".utf8)) }

  /// The samples that are there, by number.
  func samples(_ numbers: Range<Int>, for key: String) throws(CacheError) -> [Int: Generation] {
    do {
      return try database.read { database in
        let statement = try database.cachedStatement(
          sql: "SELECT number, generation FROM sample WHERE key = ? AND number >= ? AND number < ?")
        let rows = try Row.fetchAll(
          statement, arguments: [key, numbers.lowerBound, numbers.upperBound])
        var samples: [Int: Generation] = [:]
        for row in rows { samples[row["number"]] = Generation(json: row["generation"]) }
        return samples
      }
    } catch {
      throw CacheError(operation: "read", path: path, reason: "\(error)")
    }
  }

  /// Keeps samples that aren't there yet, in one transaction.
  func save(
    _ samples: [Int: Generation], for key: String, callPath: String, body: String
  ) throws(CacheError) {
    do {
      try database.write { database in
        try database.cachedStatement(
          sql: "INSERT OR IGNORE INTO request (key, path, body) VALUES (?, ?, ?)"
        ).execute(arguments: [key, callPath, body])
        let insert = try database.cachedStatement(
          sql: "INSERT OR IGNORE INTO sample (key, number, generation) VALUES (?, ?, ?)")
        for (number, generation) in samples {
          try insert.execute(arguments: [key, number, generation.json])
        }
      }
    } catch {
      throw CacheError(operation: "write to", path: path, reason: "\(error)")
    }
  }
}

extension Generation {
  fileprivate var json: String {
    JSONValue.object([("text", .string(text)), ("finish_reason", .string(finishReason))]).text
  }

  fileprivate init?(json: String) {
    guard let value = try? readJSON(SourceText(json)).get(), let text = value["text"]?.string
    else { return nil }
    self.init(text: text, finishReason: value["finish_reason"]?.string)
  }
}
