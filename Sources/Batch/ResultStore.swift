// The store of results: SQLite, one row a record, named by the hash of what determines the result.
//
//   key = SHA-256(version, options, line)    ->    the record's line, its certificate
//
// Each result is a transaction of its own in write-ahead mode, so a run that is killed at any moment
// loses only what is in flight. `synchronous=NORMAL` is safe against a killed process; after a power
// cut the last few results may be missing, never half there.

import GRDB

/// A fault of the store.
public struct StoreError: Error, CustomStringConvertible {
  /// What was being done.
  public var operation: String
  /// The database file.
  public var path: String
  /// What SQLite said.
  public var reason: String

  /// The fault in one line.
  public var description: String { "cannot \(operation) the store \(path): \(reason)" }
}

/// Results by content.
public final class ResultStore: Sendable {
  private let database: DatabaseQueue
  private let path: String

  /// A stored result.
  public struct Entry: Sendable {
    /// The record as it was written, one line.
    public var record: String
    /// The certificate as one line of JSON, if there is one.
    public var certificate: String?
    /// The explanation's lines for people, not kept in the store: the record has them as JSON.
    public var explanation: [String]

    /// Makes an entry.
    public init(record: String, certificate: String?, explanation: [String] = []) {
      self.record = record
      self.certificate = certificate
      self.explanation = explanation
    }
  }

  /// Opens or makes a store.
  public init(path: String) throws(StoreError) {
    self.path = path
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(30)
      configuration.prepareDatabase { database in
        try database.execute(sql: "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL")
      }
      database = try DatabaseQueue(path: path, configuration: configuration)
      var migrator = DatabaseMigrator()
      migrator.registerMigration("results") { database in
        try database.create(table: "result", options: .withoutRowID) { table in
          table.primaryKey("key", .text)
          table.column("record", .text).notNull()
          table.column("certificate", .text)
        }
      }
      try migrator.migrate(database)
    } catch {
      throw StoreError(operation: "open", path: path, reason: "\(error)")
    }
  }

  /// The result with this key.
  public func entry(for key: String) throws(StoreError) -> Entry? {
    do {
      return try database.read { database in
        let row = try Row.fetchOne(
          database, cachedSQL: "SELECT record, certificate FROM result WHERE key = ?", key)
        return row.map { Entry(record: $0["record"], certificate: $0["certificate"]) }
      }
    } catch {
      throw StoreError(operation: "read", path: path, reason: "\(error)")
    }
  }

  /// Keeps a result, in the place of an earlier one with its key.
  public func save(_ entry: Entry, for key: String) throws(StoreError) {
    do {
      try database.write { database in
        let insert = try database.cachedStatement(
          sql: "INSERT OR REPLACE INTO result (key, record, certificate) VALUES (?, ?, ?)")
        try insert.execute(arguments: [key, entry.record, entry.certificate])
      }
    } catch {
      throw StoreError(operation: "write to", path: path, reason: "\(error)")
    }
  }
}

extension Row {
  fileprivate static func fetchOne(
    _ database: Database, cachedSQL sql: String, _ key: String
  ) throws -> Row? {
    try fetchOne(database.cachedStatement(sql: sql), arguments: [key])
  }
}
