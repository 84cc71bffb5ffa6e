import Certificates
import Entailment
import Kernel
import TestSupport
import Testing

/// The corpus through the built-in deciders alone.
@Suite struct LogicCorpusTests {
  @Test func noVerdictIsWrong() {
    #expect(LogicCorpus.problems.count >= 260)
    var unknown: [String] = []
    for (problem, answer) in zip(LogicCorpus.problems, LogicCorpus.answers) {
      if answer.verdict == .unknown {
        unknown.append(problem.file)
      } else {
        #expect(answer.verdict.rawValue == problem.expected, "\(problem.file)")
      }
    }
    #expect(unknown.count <= 20, "\(unknown)")
  }

  @Test func certificatesAreAcceptedAndAboutTheProblem() throws {
    for (problem, answer) in zip(LogicCorpus.problems, LogicCorpus.answers) {
      guard let certificate = answer.certificate else {
        #expect(answer.verdict == .unknown || answer.note != nil, "\(problem.file)")
        continue
      }
      let copy = try Certificate(json: certificate.json)
      #expect(copy == certificate, "\(problem.file)")
      #expect(verify(copy) == .accepted, "\(problem.file)")
      #expect(copy.verdict == answer.verdict, "\(problem.file)")
      #expect(copy.problem.isSameProblem(as: problem.problem), "\(problem.file)")
    }
  }

  /// No engine but the prover and the model finder, whose models hold by the tests' own semantics.
  @Test func modelsAreModels() {
    var count = 0
    for (problem, answer) in zip(LogicCorpus.problems, LogicCorpus.answers) {
      #expect(answer.engine.map { [.resolution, .finiteModels].contains($0) } ?? true)
      for evidence in answer.certificate?.models ?? [] where evidence.model.size <= 4 {
        count += 1
        #expect(
          isModel(evidence.model, of: problem.problem, evidence.stance), "\(problem.file)")
      }
    }
    #expect(count >= 100)
  }
}
