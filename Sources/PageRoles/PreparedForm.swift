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

  init(of form: PreparedForm, on reading: Reading) {
    for title in form.titles {
      for place in reading.places(of: title) {
        let share = place.shareOfLine(in: reading)
        if place.box.midY < reading.height * RoleThresholds.upperPart {
          if share >= RoleThresholds.headingShare {
            titleSimilarity = max(titleSimilarity, place.similarity)
          }
        } else if place.box.midY > reading.height * RoleThresholds.footerPart {
          hasFooter = true
        }
      }
    }
    for (index, anchor) in form.anchors.enumerated() where !reading.places(of: anchor).isEmpty {
      anchors.insert(index)
    }
    hasContinuation = form.continuation.contains { phrase in
      // `Continued` is not `concluded`.
      reading.places(of: phrase, least: 0.9).contains {
        $0.box.midY < reading.height * RoleThresholds.upperPart
          && $0.shareOfLine(in: reading) >= RoleThresholds.headingShare
      }
    }
  }
}

extension PhraseMatch {
  /// The share of the letters and digits of its line that the phrase makes up, 0 to 1. What stands
  /// in another column, behind a wide gap, is another line.
  func shareOfLine(in reading: Reading) -> Double {
    let all = reading.lines[line].words
    var first = words.lowerBound
    var end = words.upperBound
    let gap = RoleThresholds.columnGap * box.height
    while first > 0, all[first].box.x - all[first - 1].box.maxX < gap { first -= 1 }
    while end < all.count, all[end].box.x - all[end - 1].box.maxX < gap { end += 1 }
    let count = { (words: ArraySlice<Word>) in
      words.reduce(0) { $0 + Phrase.normalised($1.text).count }
    }
    return Double(count(all[words])) / Double(max(1, count(all[first..<end])))
  }
}
