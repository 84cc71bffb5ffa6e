// Decides one row: text in, record out. Belongs to one thread.

import Certificates
import Diagnostics
import English
import Entailment
import FirstOrderLogic
import JSON

/// How rows are decided.
public struct RowOptions: Sendable {
  /// Limits and choice of provers, for each row.
  public var entailment: EntailmentOptions
  /// How faults are treated.
  public var reading: ReadingOptions
  /// Whether times are left out of the records.
  public var isDeterministic: Bool
  /// The file's name in diagnostics.
  public var fileName: String
  /// How the rows' sentences are read; with nil their formulas are.
  public var english: EnglishSemantics?
  /// Whether records explain their verdicts.
  public var explains: Bool

  /// Makes options; by default nothing is explained.
  public init(
    entailment: EntailmentOptions, reading: ReadingOptions, isDeterministic: Bool,
    fileName: String, english: EnglishSemantics? = nil, explains: Bool = false
  ) {
    self.explains = explains
    self.entailment = entailment
    self.reading = reading
    self.isDeterministic = isDeterministic
    self.fileName = fileName
    self.english = english
  }

  /// What determines a result besides the row and the program's version.
  var fingerprint: String {
    let limits = "\(entailment.cpuSeconds)|\(entailment.memoryBytes)|\(entailment.seed)"
    return
      "\(entailment.prover.rawValue)|\(limits)|\(reading.repairs)|\(reading.leavesWarnings)|\(isDeterministic)|\(fileName)"
      + (english.map { "|\($0)" } ?? "") + (explains ? "|explained" : "")
  }
}

/// One line of the input.
public struct RowLine: Sendable {
  /// Its bytes, without the line's end.
  public var bytes: [UInt8]
  /// Its number, from 1.
  public var number: Int

  /// Makes a line; a byte order mark at the head of the first is no part of it.
  public init(bytes: [UInt8], number: Int) {
    let isMarked = number == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
    self.bytes = isMarked ? Array(bytes.dropFirst(3)) : bytes
    self.number = number
  }

  /// Whether there is nothing but blanks on it; such lines have no record.
  public var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }
}

/// Decides rows with one decider.
public final class RowDecider {
  private let options: RowOptions
  private let entailer: Entailer

  /// Makes a decider.
  public init(options: RowOptions, cancellation: Cancellation) {
    self.options = options
    entailer = Entailer(options: options.entailment, cancellation: cancellation)
  }

  /// The record of one row.
  public func decide(_ line: RowLine) -> Record {
    let source = SourceText(name: options.fileName, bytes: line.bytes)
    var sentences: RowsReader.SentenceReading?
    if let semantics = options.english {
      sentences = { EnglishRows.read($0, $1, semantics: semantics) }
    }
    var row = RowsReader.read(
      line: source, span: Span(0, line.bytes.count), number: line.number, options: options.reading,
      sentences: sentences)
    var answer: Answer?
    if row.isUsable {
      let given = entailer.answer(row.problem, alternatives: row.alternatives, in: source)
      answer = given.answer
      if let diagnostic = given.diagnostic { row.diagnostics.append(diagnostic) }
    }
    var record = Record(
      id: row.id, hasIntegerID: row.hasIntegerID, expected: row.expected,
      diagnostics: row.diagnostics, answer: answer,
      hasConclusion: row.problem.conclusion != nil, appliesRulesForwards: row.appliesRulesForwards)
    if options.explains {
      record.explanation = Explanation(
        row.problem, wording: row.wording, diagnostics: row.diagnostics,
        verdict: answer?.verdict, certificate: answer?.certificate)
    }
    return record
  }
}

/// Which part of the records a process works on: those whose id's hash is `index` modulo `count`.
public struct Shard: Sendable, Equatable {
  /// From 0.
  public var index: Int
  /// At least 1.
  public var count: Int

  /// Makes a shard from `i/n`, counted from 0; nil when it isn't one.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]), count >= 1,
      (0..<count).contains(index)
    else { return nil }
    self.index = index
    self.count = count
  }

  /// Whether a record with this id belongs to the shard.
  ///
  /// The hash is 64-bit FNV-1a: the same on every machine and in every version.
  public func contains(_ id: String) -> Bool {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return Int(hash % UInt64(count)) == index
  }
}
