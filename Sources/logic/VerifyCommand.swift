// `logic verify`: accepts or rejects certificates.

import ArgumentParser
import Certificates
import Diagnostics
import English
import FirstOrderLogic
import JSON
import Kernel

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Checks certificates with the kernel.",
    discussion: """
      Prints `accepted` or `rejected: REASON` for each file, in the order given, a directory's files \
      by name; of several files the rejected ones are named. Exits with 0 only if all are accepted.
      """)

  @Argument(
    help: ArgumentHelp(
      "Certificates: files, directories, or - for standard input.", valueName: "file"))
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "Also require that a certificate is about the problem in this file.", valueName: "file"))
  var problem: String?

  @OptionGroup var input: InputOptions

  func run() throws {
    let settings = Settings(
      problem: problem, format: input.format, roots: input.tptp, paths: paths)
    let status = onLargeStack { settings.run() }
    throw ExitCode(status.rawValue)
  }

  private struct Settings: Sendable {
    let problem: String?
    let format: InputFormat?
    let roots: [String]
    let paths: [String]

    func run() -> ExitStatus {
      var expected: Problem?
      if let problem {
        guard let read = readProblem(problem) else { return .inputFault }
        expected = read
      }
      var status = ExitStatus.decided
      let inputs = Input.collect(paths, endings: ["json"])
      for input in inputs {
        let verdict = check(input, expected)
        if verdict != "accepted" { status.raise(to: .notAsExpected) }
        let isNamed = inputs.count > 1 && verdict != "accepted"
        Console.out(verdict + (isNamed ? " (\(input.name))\n" : "\n"))
      }
      return status
    }

    private func readProblem(_ path: String) -> Problem? {
      let loaded = (path == "-" ? Input.standardInput : .file(path)).load()
      switch loaded {
      case .failure(let fault):
        Console.note(fault.diagnostic.rendered(color: Console.usesColor))
        return nil
      case .success(let source):
        let read = ProblemReader.read(
          source, format: format, options: ReadingOptions(repairs: true, includeRoots: roots),
          english: { EnglishReader.read($0) })
        for fault in read.diagnostics { Console.note(fault.rendered(color: Console.usesColor)) }
        return read.isUsable ? read.problem : nil
      }
    }

    private func check(_ input: Input, _ expected: Problem?) -> String {
      do throws(VerificationFault) {
        let certificate = try read(input)
        if let expected, !certificate.problem.isSameProblem(as: expected) {
          return "rejected: the certificate is about another problem"
        }
        switch verify(certificate) {
        case .accepted: return "accepted"
        case .rejected(let step, let reason):
          return "rejected: " + (step.map { "step \($0): " } ?? "") + reason
        }
      } catch {
        return "rejected: \(error.reason)"
      }
    }

    private func read(_ input: Input) throws(VerificationFault) -> Certificate {
      switch input.load() {
      case .failure(let fault): throw VerificationFault(reason: fault.diagnostic.message)
      case .success(let source):
        switch readJSON(source) {
        case .failure(let fault):
          let place = fault.diagnostic.location
          throw VerificationFault(
            reason: "\(place.line):\(place.column): \(fault.diagnostic.message)")
        case .success(let json): return try certificate(from: json)
        }
      }
    }

    // The object that `check --json` prints has the certificate as a member.
    private func certificate(from json: JSONValue) throws(VerificationFault) -> Certificate {
      let object = json["format"] == nil ? json["certificate"] ?? json : json
      do throws(CertificateFault) {
        return try Certificate(json: object)
      } catch {
        throw VerificationFault(reason: error.description)
      }
    }
  }
}

/// Why a file holds no certificate that could be checked.
private struct VerificationFault: Error {
  let reason: String
}
