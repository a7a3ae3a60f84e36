import Casework

extension InspectionDocument {
  /// The inspection for a person at a terminal: one line a document, page and finding.
  package func text() -> String {
    var lines: [String] = []
    for document in documents { lines += Self.lines(of: document) + [""] }
    lines.append(
      "\(kind.rawValue), programme \(program.value ?? "unknown"), "
        + "complaint \(complaintPages.inWords)")
    lines += section("Attestations", attestations.map(Self.line))
    lines += section("Dates", dates.map(Self.line))
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ title: String, _ rows: [String]) -> [String] {
    ["", title] + (rows.isEmpty ? ["  none found"] : rows.map { "  " + $0 })
  }

  private static func lines(of document: DocumentEntry) -> [String] {
    let size = document.pageCount.value.map(counted("page")) ?? "pages unknown"
    var lines = [
      "\(document.id.rawValue)  \(document.path)  \(document.mediaType.rawValue), "
        + "\(document.state.rawValue), \(size)"
    ]
    if let problem = document.problem.value { lines.append("  " + problem) }
    if document.attachmentCount > 0 {
      lines.append(
        "  \(counted("file")(document.attachmentCount)) embedded in it, which inspect does not read"
      )
    }
    if document.dynamicForm {
      lines.append("  a form that its viewer draws: ask for a flattened copy")
    }
    lines += document.pages.map { page in
      let state =
        switch page.state {
        case .read: "read (\(page.textSource.rawValue), \(page.meanConfidence.value.inWords))"
        case .blank: "blank"
        case .failed: "failed: \(page.failure.value ?? "no reason given")"
        }
      let more =
        [
          page.layerSetAside.value?.inWords, page.contradictionsInWords,
          page.rotation == 0 ? nil : "turned by \(page.rotation)°",
        ].compactMap(\.self).map { ", " + $0 }.joined()
      return
        "  page \(page.number)  \(page.role.rawValue)\(page.rank)  \(state)"
        + more
    }
    lines += document.digitalSignatures.map {
      "  digital signature: \($0.signed ? $0.integrity.rawValue : "unsigned field")"
    }
    return lines
  }

  private static func line(_ entry: AttestationEntry) -> String {
    let more =
      [entry.act.value?.rawValue, entry.manner.value?.rawValue, entry.purpose.value?.rawValue]
      .compactMap(\.self) + entry.circumstances.map(\.rawValue)
    let label = entry.label.value.map { " '\($0)'" } ?? ""
    let role = entry.role == .unknown ? "" : ", \(entry.role.rawValue)"
    let writing = entry.writing.value.map { " (\($0.rawValue))" } ?? ""
    return
      "\(entry.id.rawValue)  \(([entry.kind.rawValue] + more).joined(separator: ", "))\(label)\(role): "
      + "\(entry.state.rawValue)\(writing)\(entry.rank)  "
      + "\(entry.document.rawValue) page \(entry.page)  \(entry.reason)"
  }

  private static func line(_ entry: DateEntry) -> String {
    let meaning = entry.readings.isEmpty ? "not legible" : entry.readings.inWords
    return "\(entry.id.rawValue)  \(entry.role.rawValue): \(meaning)"
      + (entry.openEnded ? ", and after" : "")
      + "  '\(entry.text)' (\(entry.writing.rawValue))"
      + "  \(entry.document.rawValue) page \(entry.page)"
  }
}

extension Double? {
  fileprivate var inWords: String { map(\.asRank) ?? "not recognised" }
}

extension PageEntry {
  fileprivate var rank: String { role == .unknown ? "" : ", \(roleConfidence.asRank)" }
}

extension AttestationEntry {
  fileprivate var rank: String { state == .uncertain ? "" : ", \(confidence.asRank)" }
}
