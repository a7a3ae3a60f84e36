import Casework
import Foundation
import Yams

extension FormFile {
  /// The file as it is written: places with one line for each thing that is said of them, in the order
  /// of the form.
  package func yaml() throws -> String {
    var lines = Self.head.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines.append("id: \(Self.quoted(id))")
    if let program { lines.append("program: \(Self.quoted(program))") }
    if let edition { lines.append("edition: \(Self.quoted(edition))") }
    lines += Self.list("titles", titles) + Self.list("anchors", anchors)
    lines += Self.list("continuation", continuation)
    if let pages = continuationPages, !pages.isEmpty {
      lines.append("continuationPages: [\(pages.map(String.init).joined(separator: ", "))]")
    }
    lines.append(places.isEmpty ? "places: []" : "places:")
    for place in places { lines += Self.lines(of: place) }
    var text = lines.joined(separator: "\n") + "\n"
    text += try Self.section("signatureLabels", signatureLabels)
    if let dateLabels {
      text += "dateLabels:\n"
      for role in DatedFact.Role.allCases {
        guard let labels = dateLabels[role] else { continue }
        text += Self.list("  \(role.rawValue)", labels).joined(separator: "\n") + "\n"
      }
    }
    text += try Self.section("selfReport", selfReport)
    text += try Self.section("answers", answers)
    return text
  }

  private static let head = """
    # Written by `jurat form learn`; to be corrected by hand. Learning the form again keeps what stands
    # here, places included, and adds what is new on the blank; comments are lost.
    #
    # kind: text, date, signature, check-box; none for what is no place to write at all.
    # box: x, y, width, height in points (1/72 inch) of the page, from its upper left corner.
    # signer: complainant, notary, witness. date: the part that it plays, as in dateLabels.
    # value: below, above or beside the label, for forms that are set otherwise than the blank.
    """

  private static func lines(of place: FormPlace) -> [String] {
    var lines = ["  - name: \(quoted(place.name))", "    kind: \(place.kind.rawValue)"]
    lines.append("    labels: \(flow(place.labels))")
    if let value = place.value { lines.append("    value: \(value.rawValue)") }
    if !place.section.isEmpty { lines.append("    section: \(flow(place.section))") }
    if let page = place.page, let box = place.box {
      let numbers = [box.x, box.y, box.width, box.height].map { "\($0.roundedToTenth)" }
      lines.append("    page: \(page)")
      lines.append("    box: [\(numbers.joined(separator: ", "))]")
    }
    if let signer = place.signer { lines.append("    signer: \(signer.rawValue)") }
    if let date = place.date { lines.append("    date: \(date.rawValue)") }
    return lines
  }

  private static func flow(_ texts: [String]) -> String {
    "[\(texts.map(quoted).joined(separator: ", "))]"
  }

  private static func list(_ key: String, _ texts: [String]) -> [String] {
    let indent = String(key.prefix { $0 == " " })
    return texts.isEmpty
      ? ["\(key): []"] : ["\(key):"] + texts.map { "\(indent)  - \(quoted($0))" }
  }

  /// What YAML takes for something else than text.
  private static let wordsOfYAML: Set<String> = [
    "y", "n", "yes", "no", "on", "off", "true", "false", "null",
  ]

  /// As JSON has it, which is YAML; without quotes where nothing of it can be taken for anything else.
  private static func quoted(_ text: String) -> String {
    let isPlain =
      text.first?.isASCII == true && text.first?.isLetter == true
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || " -/.()'".contains($0)) }
      && text.last != " " && !Self.wordsOfYAML.contains(text.lowercased())
      && !text.contains("  ")
    if isPlain { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case _ where scalar.properties.generalCategory == .control: quoted += " "
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// Nothing for a section that is not there.
  private static func section(_ key: String, _ value: (some Encodable)?) throws -> String {
    guard let value else { return "" }
    let encoder = YAMLEncoder()
    encoder.options.width = -1
    encoder.options.allowUnicode = true
    encoder.options.sortKeys = false
    return try encoder.encode([key: value])
  }
}
