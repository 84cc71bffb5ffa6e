// The schedules of all classes, found by `Benchmarks/strategies`.

import Clausification

extension Schedule {
  static func rows(of problemClass: ProblemClass) -> String {
    switch problemClass {
    case .unitEquality: unitEquality
    case .hornEquality: hornEquality
    case .effectivelyPropositional: effectivelyPropositional
    case .manyAxioms: manyAxioms
    case .equality, .horn, .general: general
    }
  }

  private static let general = """
    70 sel=anylook/q=1wn1000,1a/lrs
    70 kbo:rare/prec=rare/sel=complex:max/q=4wg30t150,1a/lrs
    70 sel=none/split/lrs
    60 models
    60 instances
    150 split/lrs
    200 kbo:rare/prec=rare/sel=complex:max/q=4wg30t150,1a/split/lrs
    120 models
    200 sel=anylook/q=1wn1000,1a/split/lrs
    200 lrs
    200 sel=avoid:max/q=1wn1000,1a/split/lrs
    120 instances
    250 sel=none/lrs
    250 q=5wn150,1a/lrs
    120 models
    200 lpo/lrs
    """

  private static let unitEquality = """
    70 lpo/q=5wn150,1a/lrs
    350 kbo:rare/prec=rare/sel=complex:max/q=4wg30t150,1a/lrs
    70 sel=anylook/q=1wn1000,1a/lrs
    100 lrs
    60 models
    400 q=1wn1000,1a/lrs
    250 q=5wn150,1a/lrs
    250 lpo/prec=occur/q=5wn150,1a/lrs
    250 kbo:freq/prec=unary/q=8w,1a/lrs
    200 lpo/lrs
    """

  private static let hornEquality = """
    70 sel=none/split/lrs
    70 kbo:rare/prec=rare/sel=complex:max/q=4wg30t150,1a/lrs
    70 sel=anylook/q=1wn1000,1a/lrs
    60 models
    350 q=5wn150,1a/lrs
    200 kbo:rare/prec=rare/sel=complex:max/q=4wg30t150,1a/split/lrs
    250 lrs
    100 models
    250 lpo/lrs
    250 sel=none/lrs
    250 sel=avoid:max/q=1wn1000,1a/lrs
    200 lpo/prec=occur/q=5wn150,1a/lrs
    """

  private static let effectivelyPropositional = """
    150 instances
    100 models
    70 sel=anylook/q=1wn1000,1a/lrs
    100 split/lrs
    120 sel=avoid:max/q=1wn1000,1a/split/lrs
    300 instances
    300 models
    200 kbo:rare/prec=rare/sel=complex:max/q=4wg30t150,1a/lrs
    200 sel=none/split/lrs
    """

  private static let manyAxioms = """
    120 sine:120:2 sel=anylook/q=1wn1000,1a/lrs
    120 sel=anylook/q=1wn1000,1a/lrs
    120 sine:150:4 lrs
    120 sel=avoid:max/q=1wn1000,1a/lrs
    60 models
    200 sine:120:3 kbo:rare/prec=rare/sel=complex:max/q=4wg30t150,1a/lrs
    60 instances
    200 split/lrs
    250 sine:200:5 sel=none/lrs
    250 sel=none/lrs
    250 sine:500:2 lrs
    250 kbo:rare/prec=rare/sel=complex:max/q=4wg30t150,1a/lrs
    """
}
