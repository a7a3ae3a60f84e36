internal import BlankForms
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
  /// The continuation's heading is a part of a longer one, such as that of a police report.
  var isContinuationPartOfHeading = false
  /// The page of the blank form that it fits, from 1; `nil` where it fits none.
  var blankPage: Int?
  /// That is a continuation sheet.
  var isBlankOfContinuation = false
  /// The segments of the page that are headings of the form.
  var headings: Set<Int> = []

  var hasTitle: Bool { titleSimilarity > 0 }

  var isNothing: Bool {
    !hasTitle && !hasFooter && anchors.isEmpty && !hasContinuation && blankPage == nil
  }

  /// - Parameter matched: The form whose blank the page fits.
  init(of form: PreparedForm, on sheet: Sheet, matched: MatchedPage?) {
    if let matched, matched.form == form.description.id {
      blankPage = matched.page
      isBlankOfContinuation = form.description.continuationPages.contains(matched.page)
    }
    for title in form.titles {
      for place in sheet.places(of: title) {
        let share = place.shareOfSegment(on: sheet)
        if place.box.midY < sheet.height * RoleThresholds.upperPart {
          if share >= RoleThresholds.headingShare {
            titleSimilarity = max(titleSimilarity, place.similarity)
            headings.insert(place.line)
          }
        } else if place.box.midY > sheet.height * RoleThresholds.footerPart {
          hasFooter = true
        }
      }
    }
    for (index, anchor) in form.anchors.enumerated() where !sheet.places(of: anchor).isEmpty {
      anchors.insert(index)
    }
    // `Continued` is not `concluded`.
    let continuations = form.continuation.flatMap { sheet.places(of: $0, least: 0.9) }.filter {
      $0.box.midY < sheet.height * RoleThresholds.upperPart
        && $0.shareOfSegment(on: sheet) >= RoleThresholds.headingShare
    }
    hasContinuation = !continuations.isEmpty
    isContinuationPartOfHeading =
      hasContinuation
      && continuations.allSatisfy {
        $0.shareOfSegment(on: sheet) < RoleThresholds.wholeHeading
      }
    headings.formUnion(continuations.map(\.line))
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
