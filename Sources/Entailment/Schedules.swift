// The schedules of all classes, found by `Benchmarks/strategies`.

import Clausification

extension Schedule {
  static func rows(of problemClass: ProblemClass) -> String {
    switch problemClass {
    case .manyAxioms: manyAxioms
    case .effectivelyPropositional: effectivelyPropositional
    case .unitEquality, .hornEquality: unitEquality
    default: general
    }
  }

  private static let general = """
    150 sel=none/split/lrs
    100 models
    150 split/lrs
    150 sel=avoid:max/q=1wn1000,1a/lrs
    100 instances
    150 sel=heavy/q=5wn150,1a/lrs
    150 lpo/split/lrs
    100 models
    150 sel=none/q=5wn150,1a/lrs
    """

  private static let unitEquality = """
    250 lrs
    250 sel=none/q=5wn150,1a/lrs
    100 models
    250 lpo/lrs
    250 sel=avoid:max/q=1wn1000,1a/lrs
    250 lpo/prec=rare/q=5wn150,1a/lrs
    """

  private static let effectivelyPropositional = """
    200 instances
    200 models
    150 sel=none/split/lrs
    300 instances
    150 split/lrs
    """

  private static let manyAxioms = """
    200 sine:150:3 sel=none/lrs
    200 sine:150:3 sel=avoid:max/q=1wn1000,1a/lrs
    100 models
    200 sine:150:3 lrs
    100 instances
    200 split/lrs
    """
}
