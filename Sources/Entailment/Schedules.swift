// The schedules of all classes, found by `Benchmarks/strategies`.

import Clausification

extension Schedule {
  static func rows(of problemClass: ProblemClass) -> String {
    switch problemClass {
    case .manyAxioms: manyAxioms
    default: general
    }
  }

  private static let general = """
    200 sel=none/lrs
    200 models
    200 q=1wg50t150m150:sos,4wg10t150m150p150,1a,1wg50t150m150:fact,4wf3v2t200m150p200:sos/lrs
    200 sel=avoid:max/q=1wn1000,1a/lrs
    200 lpo/lrs
    200 sel=none/q=1wn1000,1a/lrs
    """

  private static let manyAxioms = """
    200 sine:150:3 sel=none/lrs
    200 sine:150:3 sel=avoid:max/q=1wn1000,1a/lrs
    200 models
    200 sine:150:3 q=1wg50t150m150:sos,4wg10t150m150p150,1a,1wg50t150m150:fact,4wf3v2t200m150p200:sos/lrs
    """
}
