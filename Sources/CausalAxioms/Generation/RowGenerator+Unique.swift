// Rows of a unique set.
//
// The two rows of a stratum are drawn once to find forms that no row had, and each once more to be
// told: from the same stream, up to the same form.

extension RowGenerator {
  /// Draws a row of hardened mode whose form is new.
  mutating func drawUnique(
    _ place: RowPlace, isXFirst: Bool, _ shared: inout RowRandom, _ random: inout RowRandom
  ) throws(GenerationFault) -> PairQuery? {
    if forms?.settled?.pair != place.index >> 1 {
      try settle(place, isXFirst: isXFirst, &shared)
    }
    guard let settled = forms?.settled else { return nil }
    forms!.wanted = .found(place.index & 1 == 0 ? settled.forms.0 : settled.forms.1)
    return try drawStratified(place, settled.stratum, isXFirst: isXFirst, &random)
  }

  private mutating func settle(
    _ place: RowPlace, isXFirst: Bool, _ shared: inout RowRandom
  ) throws(GenerationFault) {
    var first = place
    first.index &= ~1
    first.isYes = place.index & 1 == 0 ? place.isYes : !place.isYes
    var second = first
    second.index += 1
    second.isYes.toggle()
    let table = tables[place.part][place.sizeNumber]
    for _ in 0..<UniqueForms.mostStrata {
      let stratum = table.pick(shared.next())
      if forms!.isUsedUp(stratum, place) { continue }
      if let one = form(first, stratum, isXFirst, but: nil),
        let other = form(second, stratum, isXFirst, but: one)
      {
        forms!.add(one, first)
        forms!.add(other, second)
        forms!.settle(place.index >> 1, (one, other), stratum)
        return
      }
      forms!.useUp(stratum, place)
    }
    throw forms!.exhausted(place)
  }

  // A form of the stratum that is new; nil when there is none left.
  private mutating func form(
    _ place: RowPlace, _ stratum: Stratum, _ isXFirst: Bool, but other: UInt64?
  ) -> UInt64? {
    forms!.wanted = .new(but: other)
    var random = rowRandom(place.index)
    guard (try? drawStratified(place, stratum, isXFirst: isXFirst, &random)) != nil else {
      return nil
    }
    return pair.formHash
  }
}
