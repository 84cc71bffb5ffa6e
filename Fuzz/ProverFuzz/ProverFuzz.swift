// Differential fuzzing of the built-in prover and model finder: random small problems, our answers
// beside those of Z3 and of all small models. A disagreement is printed as a TPTP problem with
// its seed, and the run fails.
//
//   prover-fuzz COUNT FIRST-SEED
//
// The last line counts the answers, and has the resident size after each tenth of the run: a leak
// would show there.

import FirstOrderLogic
import Foundation
import TestSupport

@main
enum ProverFuzz {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let count = Int(arguments[1]), let first = UInt64(arguments[2]),
      count > 0
    else {
      print("usage: prover-fuzz COUNT FIRST-SEED")
      exit(64)
    }
    let thread = Thread { exit(run(count, first) ? 0 : 1) }
    thread.stackSize = 512 << 20
    thread.start()
    while true { sleep(1_000) }
  }

  /// Runs the problems of `count` seeds; true without disagreement.
  static func run(_ count: Int, _ first: UInt64) -> Bool {
    var deciders = Deciders(seed: first)
    var faults = 0
    var answers: [String: Int] = [:]
    var residentSizes: [Int] = []
    for number in 0..<count {
      let seed = first + UInt64(number)
      let shape = number % ProblemGenerator.shapes.count
      var generator = ProblemGenerator(seed: seed)
      let problem = generator.problem(shape: shape)
      let claims = deciders.claims(of: problem)
      tally(claims, ProblemGenerator.shapes[shape], &answers)
      if !claims.faults.isEmpty {
        faults += 1
        print("seed \(seed), \(ProblemGenerator.shapes[shape]): \(claims.faults)")
        print("% strategy of the saturation: \(deciders.lastStrategy)")
        print(ProblemWriter.write(problem, as: .tptp))
        fflush(nil)
      }
      if (number + 1) % max(1, count / 10) == 0 { residentSizes.append(residentMegabytes()) }
    }
    for (answer, count) in answers.sorted(by: { $0.key < $1.key }) { print(answer, count) }
    print(
      "{\"problems\":\(count),\"disagreements\":\(faults),\"rss_mb\":\(residentSizes),"
        + "\"cpu_s\":\(Int(Double(clock()) / Double(CLOCKS_PER_SEC)))}")
    return faults == 0
  }

  private static func tally(_ claims: Claims, _ shape: String, _ answers: inout [String: Int]) {
    answers["refuter \(claims.refuter)", default: 0] += 1
    answers["saturation \(claims.saturation)", default: 0] += 1
    answers["z3 \(claims.z3)", default: 0] += 1
    answers["found model of \(claims.foundSize)", default: 0] += 1
    let smallest = "small model of \(claims.smallestSize), searched to \(claims.searchedSize)"
    answers[smallest, default: 0] += 1
    answers["shape \(shape): refuter \(claims.refuter)", default: 0] += 1
  }

  private static func residentMegabytes() -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return (pages * Int(sysconf(Int32(_SC_PAGESIZE)))) >> 20
  }
}
