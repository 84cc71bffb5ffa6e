// The drawings of an audit's page.

enum AuditChart {
  /// Bars of the shortcuts' accuracies.
  static func shortcuts(_ audit: SetAudit) -> String {
    let scores = Shortcut.allCases.compactMap { rule in audit.accuracy(rule).map { (rule, $0) } }
    guard !scores.isEmpty else { return "" }
    let (left, width, step) = (124, 200, 22)
    let height = scores.count * step + 24
    var marks = ""
    for (index, (rule, share)) in scores.enumerated() {
      let top = index * step + 4
      let length = Int((share * Double(width)).rounded())
      let kind = abs(share - 0.5) > 0.05 ? "leak" : "good"
      marks += """
        <text x="\(left - 8)" y="\(top + 12)" text-anchor="end">\(rule.rawValue)</text>\
        <rect class="\(kind)" x="\(left)" y="\(top)" width="\(length)" height="15" rx="2"/>\
        <text class="soft" x="\(left + width + 8)" y="\(top + 12)">\(percent(share))</text>

        """
    }
    let middle = left + width / 2
    marks += """
      <line class="axis" x1="\(left)" y1="0" x2="\(left)" y2="\(height - 20)"/>\
      <line class="chance" x1="\(middle)" y1="0" x2="\(middle)" y2="\(height - 20)"/>\
      <text class="soft" x="\(middle)" y="\(height - 5)" text-anchor="middle">chance</text>
      """
    return figure("Accuracy of shortcuts, %", width: left + width + 46, height: height, marks)
  }

  /// Bars of Yes above No; at most forty, the rest in the last.
  static func histogram(_ title: String, _ bars: [(name: String, yes: Int, no: Int)]) -> String {
    guard !bars.isEmpty else { return "" }
    var bars = bars
    if bars.count > 40 {
      let rest = bars[39...]
      let last = (
        name: bars[39].name + "+", yes: rest.reduce(0) { $0 + $1.yes },
        no: rest.reduce(0) { $0 + $1.no }
      )
      bars = bars[..<39] + [last]
    }
    let tallest = max(1, bars.map { $0.yes + $0.no }.max() ?? 1)
    let (step, base) = (max(12, min(44, 640 / bars.count)), 140)
    var marks = ""
    for (index, bar) in bars.enumerated() {
      let x = index * step + 4
      let yes = bar.yes * 110 / tallest
      let no = bar.no * 110 / tallest
      marks += """
        <rect class="bar" x="\(x)" y="\(base - no - yes)" width="\(step - 4)" height="\(yes)"/>\
        <rect class="other" x="\(x)" y="\(base - no)" width="\(step - 4)" height="\(no)"/>\
        <text class="soft" x="\(x + (step - 4) / 2)" y="\(base + 14)" \
        text-anchor="middle">\(AuditPage.escaped(bar.name))</text>

        """
      if step >= 28 {
        marks += """
          <text x="\(x + (step - 4) / 2)" y="\(base - no - yes - 4)" \
          text-anchor="middle">\(bar.yes + bar.no)</text>
          """
      }
    }
    let width = max(180, bars.count * step + 8)
    marks += "<line class=\"axis\" x1=\"0\" y1=\"\(base)\" x2=\"\(width)\" y2=\"\(base)\"/>"
    return figure(title, width: width, height: base + 20, marks)
  }

  private static func figure(_ title: String, width: Int, height: Int, _ marks: String) -> String {
    """
    <figure><svg viewBox="0 0 \(width) \(height)" width="\(width)" role="img" \
    aria-label="\(title)">\(marks)</svg><figcaption>\(title)</figcaption></figure>

    """
  }

  static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1_000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
