import Casework
import Foundation

/// A document with all of its pages.
struct DocumentSection {
  let anchor: String
  let heading: String
  /// Relative to the review page.
  let path: String
  let facts: [ReviewPage.Fact]
  let sha256: String
  let pageCount: String
  let pages: [Sheet]

  init(
    _ document: CaseFacts.DocumentFacts, _ inputs: BundleInputs, _ findings: ReviewFindings
  ) throws {
    let classification = inputs.facts.classification
    let id = document.ingested.id
    anchor = Anchor.document(id)
    let purpose = DocumentPurpose(of: id, in: classification)
    heading =
      purpose == .document
      ? Anchor.words(id) : "\(Anchor.words(id)): \(purpose.inWords.lowercased())"
    path = BundlePaths.original(document, in: inputs.facts)
    sha256 = document.ingested.sha256.rawValue
    facts = Self.facts(document, inputs.searchable[id])
    let outcomes = Dictionary(
      document.pages.map { ($0.page.page, $0) }, uniquingKeysWith: { first, _ in first })
    let original = path
    var pages: [Sheet] = []
    for entry in PageEntry.pages(of: document, classification: classification) {
      let page = PageReference(document: id, page: entry.number)
      let outcome = outcomes[entry.number]
      pages.append(
        Sheet(
          entry, page: page, isPartlyRead: outcome?.isPartlyRead ?? false,
          text: outcome?.reading?.text ?? "",
          picture: try outcome == nil || inputs.previews(page) == nil
            ? "" : BundlePaths.preview(page),
          original: document.ingested.mediaType == .pdf
            ? "\(original)#page=\(entry.number)" : original, findings: findings.on(page)))
    }
    self.pages = pages
    pageCount = counted("page")(pages.count)
  }

  private static func facts(
    _ document: CaseFacts.DocumentFacts, _ searchableCopy: SearchableCopy?
  ) -> [ReviewPage.Fact] {
    let survey = document.survey
    var facts = [
      ReviewPage.Fact(label: "Media type", value: document.ingested.mediaType.rawValue),
      ReviewPage.Fact(label: "Size", value: "\(document.ingested.byteCount) bytes"),
      ReviewPage.Fact(label: "State", value: survey.state.inWords),
    ]
    if let problem = survey.problem {
      facts.append(.init(label: "Problem", value: problem))
    }
    if let searchableCopy {
      let value =
        switch searchableCopy {
        case .made: BundlePaths.searchable(document.ingested.id)
        case .missing(let reason): reason
        }
      facts.append(.init(label: "Searchable copy", value: value))
    }
    if survey.attachmentCount > 0 {
      facts.append(
        .init(label: "Attached inside it", value: counted("file")(survey.attachmentCount)))
    }
    if survey.hasActiveContent == true {
      facts.append(
        .init(
          label: "Active content",
          value:
            "the original has scripts, or starts programs or opens other files; the searchable "
            + "copy has none of it"))
    }
    if survey.isDynamicForm {
      facts.append(
        .init(label: "Form", value: "drawn by a viewer (XFA): what is seen here is a placeholder"))
    }
    for signature in survey.digitalSignatures {
      facts.append(.init(label: "Digital signature", value: signature.inWords))
    }
    return facts
  }
}

/// One page: its picture with boxes, and beside it the same in words.
///
/// The picture and its boxes are one drawing in points of the page, so that no layout can move the
/// one against the other.
struct Sheet {
  struct Finding {
    let finding: String
    let caption: String
  }

  struct BoxDrawing {
    let kind: String
    let x: Double
    let y: Double
    let boxWidth: Double
    let boxHeight: Double
    let hasTag: Bool
    /// The finding's name on its page.
    let finding: String
    let findingAnchor: String
    let tagX: Double
    let tagY: Double
    let tagWidth: Double
    let textX: Double
    let textY: Double
  }

  let anchor: String
  /// As an amendment calls it: `d01:3`.
  let subject: String
  let heading: String
  let summary: String
  /// Relative to the review page, like the original.
  let picture: String
  let original: String
  let hasPicture: Bool
  let alternative: String
  let width: Double
  let height: Double
  let boxes: [BoxDrawing]
  let findings: [Finding]
  let hasFindings: Bool
  let text: String
  let hasText: Bool

  init(
    _ entry: PageEntry, page: PageReference, isPartlyRead: Bool, text: String, picture: String,
    original: String, findings: [ReviewFindings.Finding]
  ) {
    anchor = Anchor.page(page)
    subject = Amendment.Subject.page(at: page).name
    let rank = entry.role == .unknown ? "" : " (\(entry.roleConfidence.asRank))"
    heading = "Page \(entry.number): \(entry.role.inWords.lowercased())\(rank)"
    summary = Self.summary(of: entry, isPartlyRead: isPartlyRead)
    self.picture = picture
    self.original = original
    hasPicture = !picture.isEmpty
    let marked =
      findings.isEmpty
      ? "nothing marked on it"
      : "marked on it: "
        + findings.map { "\($0.id.rawValue), \($0.caption)" }.joined(separator: "; ")
    alternative = "Picture of \(Anchor.words(page)), \(entry.role.inWords.lowercased()), \(marked)."
    width = entry.width
    height = entry.height
    var tags: [Box] = []
    boxes = findings.flatMap { Self.drawings(of: $0, pageWidth: entry.width, beside: &tags) }
    self.findings = findings.map {
      Finding(finding: $0.id.rawValue, caption: $0.caption)
    }
    hasFindings = !findings.isEmpty
    self.text = text
    hasText = !text.isEmpty
  }

  private static func summary(of entry: PageEntry, isPartlyRead: Bool) -> String {
    switch entry.state {
    case .failed:
      let reason = entry.failure.value ?? "no reason given"
      return isPartlyRead
        ? "Could not be read in full (\(reason)). What was read is shown; more may be on the page."
        : "Could not be read (\(reason))."
    case .blank: return "Blank: hardly any ink, and no words."
    case .read:
      var parts = ["Read: \(entry.textSource.inWords)"]
      if let confidence = entry.meanConfidence.value {
        parts.append("its words \(confidence.asRank) on the whole")
      }
      parts += [entry.layerSetAside.value?.inWords, entry.contradictionsInWords].compactMap(\.self)
      if entry.rotation != 0 { parts.append("turned by \(entry.rotation)° to stand upright") }
      let role = entry.roleReason.isEmpty ? "" : " Role: \(entry.roleReason.withFullStop)"
      return parts.joined(separator: ", ") + "." + role
    }
  }

  private static let tagHeight = 16.0

  /// - Parameter tags: where tags are already; the new one is added.
  private static func drawings(
    of finding: ReviewFindings.Finding, pageWidth: Double, beside tags: inout [Box]
  ) -> [BoxDrawing] {
    let box = finding.place.box
    let name = finding.id.nameOnPage
    let tag = place(
      ofTagWithWidth: 7 + 7.5 * Double(name.utf8.count), for: box, pageWidth: pageWidth,
      beside: tags)
    tags.append(tag)
    func drawing(_ box: Box, kind: String, hasTag: Bool) -> BoxDrawing {
      BoxDrawing(
        kind: kind, x: box.x.roundedToTenth, y: box.y.roundedToTenth,
        boxWidth: box.width.roundedToTenth, boxHeight: box.height.roundedToTenth, hasTag: hasTag,
        finding: name, findingAnchor: Anchor.finding(finding.id), tagX: tag.x.roundedToTenth,
        tagY: tag.y.roundedToTenth, tagWidth: tag.width.roundedToTenth,
        textX: (tag.x + 3.5).roundedToTenth, textY: (tag.y + 12.6).roundedToTenth)
    }
    return finding.parts.map { drawing($0, kind: "element", hasTag: false) }
      + [drawing(box, kind: finding.kind.rawValue, hasTag: true)]
  }

  /// Beside the box, where there is seldom text: after it, before it, or else in its corner; from
  /// there to the right, and at the edge of the page downwards, until it covers no other tag.
  private static func place(
    ofTagWithWidth width: Double, for box: Box, pageWidth: Double, beside tags: [Box]
  ) -> Box {
    let x =
      if box.maxX + width < pageWidth { box.maxX + 1 } else if box.x > width {
        box.x - width - 1
      } else { box.maxX - width }
    let y = max(0, box.y + min(0, (box.height - tagHeight) / 2))
    var tag = Box(x: x, y: y, width: width, height: tagHeight)
    while let other = tags.first(where: { $0.intersection(tag) != nil }) {
      if other.maxX + 1 + width < pageWidth {
        tag.x = other.maxX + 1
      } else {
        (tag.x, tag.y) = (x, other.maxY + 1)
      }
    }
    return tag
  }
}

extension DigitalSignature {
  fileprivate var inWords: String {
    guard isSigned else { return "a field that nobody has signed" }
    let page = page.map { " on page \($0)" } ?? ""
    let who = signer.map { " by “\($0)”" } ?? ""
    let when =
      signedAt.map {
        ", at \(Date(timeIntervalSince1970: TimeInterval($0)).formatted(.iso8601)) by its own clock"
      } ?? ""
    let state =
      switch integrity {
      case .valid: "the signed bytes are unchanged"
      case .invalid: "the document has changed since, or the signature is broken"
      case .notVerified: "not verified by the checker"
      }
    let coverage = coversFile == false ? "; something was added to the file after it" : ""
    return "present\(page)\(who)\(when); \(state)\(coverage)"
  }
}
