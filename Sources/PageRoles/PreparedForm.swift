internal import Casework
internal import PageLayout

/// A form description with its phrases made ready for comparing.
struct PreparedForm {
  let description: FormDescription
  let titles: [Phrase]
  let anchors: [Phrase]
  let continuation: [Phrase]
  let selfReport: [Phrase]

  init(_ description: FormDescription) {
    self.description = description
    titles = description.titles.map { Phrase($0) }
    anchors = description.anchors.map { Phrase($0) }
    continuation = description.continuation.map { Phrase($0) }
    selfReport = description.selfReport.map { Phrase($0) }
  }
}

/// How well one page matches one form.
struct FormMatch {
  /// How alike a line of its own in the upper part of the page and a title of the form are, 0 to 1;
  /// 0 where no line is a title. The titles of two forms may differ in a letter or two.
  var titleSimilarity = 0.0
  /// A title of the form stands at the foot, as forms repeat it beside the page number.
  var hasFooter = false
  /// Indices of the anchors that stand on the page.
  var anchors: Set<Int> = []
  var hasContinuation = false

  var hasTitle: Bool { titleSimilarity > 0 }

  var isNothing: Bool { !hasTitle && !hasFooter && anchors.isEmpty && !hasContinuation }

  init(of form: PreparedForm, on sheet: Sheet) {
    for title in form.titles {
      for place in sheet.places(of: title) {
        let share = place.shareOfSegment(on: sheet)
        if place.box.midY < sheet.height * RoleThresholds.upperPart {
          if share >= RoleThresholds.headingShare {
            titleSimilarity = max(titleSimilarity, place.similarity)
          }
        } else if place.box.midY > sheet.height * RoleThresholds.footerPart {
          hasFooter = true
        }
      }
    }
    for (index, anchor) in form.anchors.enumerated() where !sheet.places(of: anchor).isEmpty {
      anchors.insert(index)
    }
    hasContinuation = form.continuation.contains { phrase in
      // `Continued` is not `concluded`.
      sheet.places(of: phrase, least: 0.9).contains {
        $0.box.midY < sheet.height * RoleThresholds.upperPart
          && $0.shareOfSegment(on: sheet) >= RoleThresholds.headingShare
      }
    }
  }
}

extension PhraseMatch {
  /// The share of the letters and digits of its segment that the phrase makes up, 0 to 1.
  func shareOfSegment(on sheet: Sheet) -> Double {
    func count(_ words: some Sequence<Word>) -> Int {
      words.reduce(0) { $0 + Phrase.normalised($1.text).count }
    }
    let all = sheet.segments[line].words
    return Double(count(all[words])) / Double(max(1, count(all)))
  }
}
