import Casework
import Stages
import Workspace

/// The findings of a case at one moment, to be compared with those of another.
struct FindingsSnapshot {
  private var lines: [String: String] = [:]

  init(of folder: CaseFolder) {
    if let results = try? folder.read(CheckResults.self, from: CheckStage.output, of: .check) {
      lines["disposition"] = results.disposition.rawValue
      for check in results.checks { lines["check \(check.id)"] = check.outcome.rawValue }
      lines["day received"] = results.identity.received?.description
    }
    if let facts = try? folder.read(
      Classification.self, from: ClassifyStage.output, of: .classify)
    {
      let pages = facts.complaintPages
      lines["complaint pages"] =
        pages.min == pages.max ? "\(pages.min)" : "\(pages.min)-\(pages.max)"
      lines["programme"] = facts.program
      for page in facts.pages {
        lines["role of \(OCRStage.name(of: page.page))"] = page.role.rawValue
      }
    }
    add(
      (try? folder.read([Attestation].self, from: AttestStage.output, of: .attest)) ?? [],
      place: \.place
    ) { attestation in
      let name = attestation.label.map { "\(attestation.kind.rawValue) '\($0)'" }
      let state = [attestation.state.rawValue, attestation.writing?.rawValue].compactMap(\.self)
      return (
        name ?? "\(attestation.role.rawValue) \(attestation.kind.rawValue)",
        state.joined(separator: ", ")
      )
    }
    add(
      (try? folder.read([DatedFact].self, from: DatesStage.output, of: .dates)) ?? [],
      place: \.place
    ) { fact in
      let readings = fact.readings.map(\.inWords)
      return (
        "\(fact.role.rawValue) date",
        readings.isEmpty ? "not read" : readings.joined(separator: " or ")
      )
    }
  }

  /// Names findings by kind and page and their order on it: the numbers of ids shift when one is
  /// found more.
  private mutating func add<Finding>(
    _ findings: [Finding], place: (Finding) -> Place, _ line: (Finding) -> (String, String)
  ) {
    var counts: [String: Int] = [:]
    for finding in findings {
      let (name, value) = line(finding)
      let base = "\(name) on \(OCRStage.name(of: place(finding).page))"
      counts[base, default: 0] += 1
      lines["\(base) #\(counts[base] ?? 1)"] = value
    }
  }

  func changes(since old: FindingsSnapshot) -> [String] {
    if old.lines.isEmpty { return lines["disposition"].map { ["it is new: \($0)"] } ?? [] }
    return changedLines(since: old)
  }

  private func changedLines(since old: FindingsSnapshot) -> [String] {
    Set(lines.keys).union(old.lines.keys).sorted().compactMap { name in
      let (before, after) = (old.lines[name], lines[name])
      guard before != after else { return nil }
      return "\(name): \(before ?? "not found") -> \(after ?? "not found")"
    }
  }
}
