// Feeds broken texts to everything that reads: the readers of all languages, the JSON reader with the
// certificate decoder and the kernel behind it, and the writers behind the readers.
//
//   reader-fuzz COUNT SEED FOLDER...       mutations of the files in the folders
//
// Built by Scripts/fuzz with -DLIBFUZZER it is a libFuzzer target instead, guided by coverage. A crash ends the process
// with a signal; an input that takes more than two seconds is reported and fails the run.

import Certificates
import Diagnostics
import English
import FirstOrderLogic
import Foundation
import JSON
import Kernel
import Synchronization
import TestSupport

let formats: [InputFormat?] = [nil] + InputFormat.allCases
/// The way that reads a certificate.
let certificateWay = UInt64(formats.count)

/// Reads bytes in one of the ways, chosen by `way`.
func readEverything(_ bytes: [UInt8], way: UInt64) {
  let source = SourceText(name: "fuzz", bytes: bytes)
  let index = Int(way % (certificateWay + 1))
  if index == formats.count {
    if case .success(let json) = readJSON(source), let certificate = try? Certificate(json: json) {
      _ = verify(certificate)
    }
    return
  }
  let options = ReadingOptions(repairs: way & 64 != 0)
  let result = ProblemReader.read(
    source, format: formats[index], options: options, load: { _ in nil },
    english: { EnglishReader.read($0) })
  for fault in result.diagnostics.prefix(5) { _ = fault.rendered() }
  if result.isUsable {
    let outputs = OutputFormat.allCases
    _ = ProblemWriter.write(result.problem, as: outputs[Int(way / 128) % outputs.count])
  }
}

#if LIBFUZZER
  /// What libFuzzer calls with each input; the first two bytes choose the way of reading.
  @_cdecl("LLVMFuzzerTestOneInput")
  public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard bytes.count > 2 else { return 0 }
    readEverything(Array(bytes.dropFirst(2)), way: UInt64(bytes[0]) | UInt64(bytes[1]) << 8)
    return 0
  }
#else
  @main
  enum ReaderFuzz {
    /// Larger files are left out: most certificates are smaller, and a run is to stay short.
    static let largestSeed = 1 << 16
    /// Number of the input that is being read, from 1.
    static let progress = Atomic<Int>(0)

    static func main() {
      let arguments = CommandLine.arguments
      guard arguments.count >= 4, let count = Int(arguments[1]), let seed = UInt64(arguments[2])
      else {
        print("usage: reader-fuzz COUNT SEED FOLDER...")
        exit(64)
      }
      let seeds = arguments[3...].flatMap(seeds(in:))
      guard !seeds.isEmpty else {
        print("no files to start from")
        exit(3)
      }
      // The readers need the stack that the tool gives them.
      let thread = Thread { run(count, seed, seeds) }
      thread.stackSize = 512 << 20
      thread.start()
      watch()
    }

    /// Ends the process when one input takes more than ten seconds.
    static func watch() -> Never {
      while true {
        let before = progress.load(ordering: .relaxed)
        sleep(10)
        guard before == progress.load(ordering: .relaxed) else { continue }
        print("input \(before) takes more than 10 s; the same seed and COUNT \(before) end with it")
        exit(1)
      }
    }

    /// The texts to start from, each as large as what is read at once: a row of a `.jsonl` file, a
    /// whole certificate, of other files pieces that end with a line.
    static func seeds(in folder: String) -> [[UInt8]] {
      let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
      return names.sorted().flatMap { name -> [[UInt8]] in
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
          return []
        }
        if name.hasSuffix(".json") { return [Array(data)] }
        let isRows = name.hasSuffix(".jsonl")
        return pieces(of: Array(data), atMost: isRows ? 1 : 4_096)
      }.filter { !$0.isEmpty && $0.count <= largestSeed }
    }

    /// A text cut behind line ends; a piece is longer than `size` only where one line is.
    static func pieces(of bytes: [UInt8], atMost size: Int) -> [[UInt8]] {
      var pieces: [[UInt8]] = []
      var piece: [UInt8] = []
      for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
        if !piece.isEmpty, piece.count + line.count >= size {
          pieces.append(piece)
          piece = []
        }
        piece += line + [0x0A]
      }
      return pieces + [piece]
    }

    /// The thread's seconds so far: other processes' load must not fail an input.
    static func processorTime() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    static func run(_ count: Int, _ seed: UInt64, _ seeds: [[UInt8]]) {
      var mutator = Mutator(seeds: seeds, seed: seed)
      var slowest = 0.0
      let start = Date()
      for number in 1...max(1, count) {
        progress.store(number, ordering: .relaxed)
        let bytes = mutator.next(limit: largestSeed)
        // An object is most likely a certificate, which one way in nine would try.
        let isObject = bytes.first == UInt8(ascii: "{") && number % 2 == 0
        let way = isObject ? certificateWay : mutator.random.next()
        let began = processorTime()
        readEverything(bytes, way: way)
        let seconds = processorTime() - began
        if seconds > 2 {
          print("input \(number) took \(seconds) s; way \(way):")
          print(String(decoding: bytes, as: UTF8.self))
          exit(1)
        }
        slowest = max(slowest, seconds)
      }
      var usage = rusage()
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      print(
        "{\"inputs\":\(count),\"seconds\":\(Int(Date().timeIntervalSince(start))),"
          + "\"slowest_ms\":\(Int(slowest * 1000)),\"max_rss_mb\":\(usage.ru_maxrss / 1024)}")
      exit(0)
    }
  }
#endif
