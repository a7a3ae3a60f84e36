internal import Casework
internal import Phrases

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
  /// A title of the form stands in the upper part of the page, on a line of its own.
  var hasTitle = false
  /// A title of the form stands at the foot, as forms repeat it beside the page number.
  var hasFooter = false
  /// Indices of the anchors that stand on the page.
  var anchors: Set<Int> = []
  var hasContinuation = false

  var isNothing: Bool { !hasTitle && !hasFooter && anchors.isEmpty && !hasContinuation }

  init(of form: PreparedForm, on reading: Reading) {
    for title in form.titles {
      for place in reading.places(of: title) {
        let share = place.shareOfLine(in: reading)
        if place.box.midY < reading.height * RoleThresholds.upperPart {
          hasTitle = hasTitle || share >= RoleThresholds.headingShare
        } else if place.box.midY > reading.height * RoleThresholds.footerPart {
          hasFooter = true
        }
      }
    }
    for (index, anchor) in form.anchors.enumerated() where !reading.places(of: anchor).isEmpty {
      anchors.insert(index)
    }
    hasContinuation = form.continuation.contains { phrase in
      reading.places(of: phrase).contains {
        $0.box.midY < reading.height * RoleThresholds.upperPart
          && $0.shareOfLine(in: reading) >= RoleThresholds.headingShare
      }
    }
  }
}

extension PhraseMatch {
  /// The share of the letters and digits of its line that the phrase makes up, 0 to 1.
  func shareOfLine(in reading: Reading) -> Double {
    let all = reading.lines[line].words
    let count = { (words: ArraySlice<Word>) in
      words.reduce(0) { $0 + Phrase.normalised($1.text).count }
    }
    return Double(count(all[words])) / Double(max(1, count(all[...])))
  }
}
