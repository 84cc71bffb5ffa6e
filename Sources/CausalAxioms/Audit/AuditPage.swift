// An audit as one page: no scripts, no files beside it, drawings in SVG, colours for light and dark.

/// Writes the page.
public struct AuditPage {
  private let audits: [SetAudit]
  private let contamination: [Contamination]

  /// A page about these sets.
  public init(_ audits: [SetAudit], _ contamination: [Contamination]) {
    self.audits = audits
    self.contamination = contamination
  }

  /// The page as HTML.
  public var html: String {
    """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Audit of causal-axiom demonstrations</title>
    <style>\(Self.style)</style></head><body><main>
    <h1>Audit of causal-axiom demonstrations</h1>
    <p>Labels recomputed from each row's text. A shortcut is a rule that answers without knowing the
    axiom; its bar is green within five points of chance (the dashed line) and red beyond.</p>
    \(overview)
    \(audits.map(section).joined())
    \(shared)
    </main></body></html>

    """
  }

  private static let style = """
    :root{--ground:#fff;--ink:#1b1f24;--soft:#59636e;--rule:#d1d9e0;--bar:#3b6fb6;--other:#b7c7de;\
    --good:#2f8f55;--bad:#c0392b}
    @media(prefers-color-scheme:dark){:root{--ground:#14181d;--ink:#e6e9ec;--soft:#9aa4ae;\
    --rule:#333b44;--bar:#7aa7e8;--other:#3e5374;--good:#5cc488;--bad:#f0796b}}
    body{background:var(--ground);color:var(--ink);font:15px/1.5 system-ui,sans-serif;margin:0}
    main{max-width:62rem;margin:0 auto;padding:1.5rem}
    h1{font-size:1.5rem}h2{font-size:1.1rem;margin:2.2rem 0 .4rem;overflow-wrap:anywhere}
    table{border-collapse:collapse;font-variant-numeric:tabular-nums;width:100%}
    .wide{overflow-x:auto}td,th{border-bottom:1px solid var(--rule);padding:.25rem .6rem;\
    text-align:right;white-space:nowrap}
    td:first-child,th:first-child{text-align:left;white-space:normal;overflow-wrap:anywhere;\
    min-width:8rem}th{white-space:normal;vertical-align:bottom}
    .bad{color:var(--bad);font-weight:600}.charts{display:flex;flex-wrap:wrap;gap:1.2rem;\
    align-items:flex-end}
    figure{margin:.6rem 0}figcaption{color:var(--soft);font-size:.85rem}
    svg{display:block;max-width:100%;height:auto}svg text{fill:var(--ink);font-size:12px}
    .soft{fill:var(--soft)}.bar{fill:var(--bar)}.other{fill:var(--other)}.good{fill:var(--good)}
    .leak{fill:var(--bad)}.axis{stroke:var(--rule)}.chance{stroke:var(--soft);\
    stroke-dasharray:4 3}
    """

  private var overview: String {
    let rows = audits.map { audit in
      let cells = [
        (audit.rows, false), (audit.labelErrors, true),
        (audit.flagged[.cyclicPremises] ?? 0, true), (audit.sizes.larger, true),
        (audit.unread + audit.malformed + audit.undefined + audit.undecided, true),
        (audit.distinctGraphs, false),
        (audit.distinctCanonical, false), (audit.duplicates, true), (audit.leaks.count, true),
      ]
      let text = cells.map { value, isFault in
        "<td\(isFault && value > 0 ? " class=\"bad\"" : "")>\(value)</td>"
      }
      return "<tr><td>\(Self.escaped(audit.name))</td>\(text.joined())</tr>\n"
    }
    let heads = [
      "Set", "Rows", "Wrong labels", "Cyclic", "Too large", "Unread", "Graphs", "Canonical",
      "Duplicates", "Leaking shortcuts",
    ]
    return """
      <div class="wide"><table><tr>\(heads.map { "<th>\($0)</th>" }.joined())</tr>
      \(rows.joined())</table></div>
      """
  }

  private func section(_ audit: SetAudit) -> String {
    let hops = audit.hops.entries.map { ("\($0.number)", $0.yes, 0) }.filter { $0.1 > 0 }
    var distances = audit.distances.entries.map { ("\($0.number)", $0.yes, $0.no) }
    if let lost = audit.unconnected.entries.first { distances.append(("none", lost.yes, lost.no)) }
    let sizes = audit.conditionSizes.entries.map { ("\($0.number)", $0.yes, $0.no) }
    let nodes = audit.countedNodes.entries.map { ("\($0.number)", $0.yes, $0.no) }
    let charts = [
      AuditChart.shortcuts(audit), AuditChart.histogram("Hops of Yes rows", hops),
      AuditChart.histogram("Distance of X and Y, Yes above No", distances),
      AuditChart.histogram("Nodes given, Yes above No", sizes),
      AuditChart.histogram("Nodes of the graph, Yes above No", nodes),
    ]
    return """
      <section><h2>\(Self.escaped(audit.name))</h2>
      <p>\(Self.escaped(sentence(audit)))</p>
      <div class="charts">\(charts.joined())</div></section>

      """
  }

  private func sentence(_ audit: SetAudit) -> String {
    let labels = audit.labels
    var parts = ["\(audit.rows) rows, \(labels.yes) Yes and \(labels.no) No"]
    if audit.labelErrors > 0 {
      let ids = audit.labelErrorIDs.prefix(30).joined(separator: ", ")
      parts.append("wrong labels: \(ids)\(audit.labelErrors > 30 ? ", ..." : "")")
    }
    for code in SetAudit.counted {
      if let rows = audit.flagged[code] { parts.append("\(code.rawValue) in \(rows) rows") }
    }
    if audit.isSampled { parts.append("distinct items estimated from a sample") }
    return parts.joined(separator: "; ") + "."
  }

  private var shared: String {
    let found = contamination.filter { $0.canonical > 0 }
    guard audits.count > 1 else { return "" }
    guard !found.isEmpty else {
      return "<h2>Between sets</h2><p>No question stands in two sets, names aside.</p>"
    }
    let rows = found.map {
      "<tr><td>\(Self.escaped($0.first))</td><td>\(Self.escaped($0.second))</td>"
        + "<td>\($0.texts)</td><td>\($0.canonical)</td></tr>\n"
    }
    return """
      <h2>Between sets</h2><div class="wide"><table>
      <tr><th>Set</th><th>Set</th><th>Same texts</th><th>Same up to names</th></tr>
      \(rows.joined())</table></div>
      """
  }

  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { out, character in
      switch character {
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "&": out += "&amp;"
      case "\"": out += "&quot;"
      default: out.append(character)
      }
    }
  }
}
