package import Casework

/// A place of a form and what was found in it, by the ink that is none of the form's.
///
/// This is one witness: whether a place is called blank takes others, too.
package struct JudgedPlace: Sendable {
  package let place: FormPlace
  package let content: ComparedPage.Content
  package let state: Attestation.State
  /// In words for the reviewer.
  package let reason: String

  init(_ place: FormPlace, box: Box, on page: ComparedPage) {
    self.place = place
    let isBox = place.kind == .checkBox
    content = page.content(of: box, isBox: isBox)
    let pieces = content.pieces
    let own = pieces.filter {
      Double($0.inkInside) >= PlaceThresholds.ownShare * Double($0.inkCount)
        || $0.inkInside >= PlaceThresholds.surelyWriting
    }
    let writing = own.filter { isBox || $0.isWriting }.reduce(0) { $0 + $1.inkInside }
    // As dirty as the page is elsewhere; pale writing that decayed into specks is more.
    let mostSpecks = Int(
      PlaceThresholds.specks + PlaceThresholds.dirtiest * page.dirt * Double(content.pixelCount))
    let least =
      isBox
      ? max(
        PlaceThresholds.leastTick,
        Int(
          PlaceThresholds.leastTickShare * box.area / (page.pointsPerPixel * page.pointsPerPixel)))
      : PlaceThresholds.leastWriting
    if writing >= least {
      (state, reason) = (.present, "ink that is none of the form's stands there")
    } else if !content.isOnPage {
      (state, reason) = (.uncertain, "the place is beyond the edge of the page")
    } else if pieces.contains(where: { !$0.isSpeck }) || pieces.count > mostSpecks {
      (state, reason) = (.uncertain, "a little ink that is none of the form's stands there")
    } else if content.hidden
      > (isBox ? PlaceThresholds.mostHiddenOfBox : PlaceThresholds.mostHidden)
    {
      (state, reason) = (
        .uncertain, "so much is printed in the place that ink there would not be seen"
      )
    } else if let found = content.printFound {
      if found >= RegistrationThresholds.printFound {
        (state, reason) = (
          .blank,
          "nothing but the form's own print is there, and what is printed around it is in place"
        )
      } else {
        (state, reason) = (
          .uncertain, "what is printed around the place differs from the blank form"
        )
      }
    } else {
      (state, reason) = (.uncertain, "too little is printed around the place to be sure of it")
    }
  }
}

extension InkPiece {
  /// Larger than dirt.
  fileprivate var isWriting: Bool {
    inkInside >= PlaceThresholds.leastPiece
      && max(area.x.count, area.y.count) >= PlaceThresholds.leastLength
  }

  /// No larger than dirt is.
  var isSpeck: Bool {
    inkCount <= PlaceThresholds.largestSpeck && area.x.count <= PlaceThresholds.widestSpeck
      && area.y.count <= PlaceThresholds.widestSpeck
  }
}

/// Every number by which the ink in a place is judged, with its reason. In pixels of the blank, 150 to
/// the inch: one is about half a point.
enum PlaceThresholds {
  /// A piece of ink of which less lies in a place is of what stands beside it.
  static let ownShare = 0.35
  /// So much of it is writing in any case.
  static let surelyWriting = 120
  /// A letter's stroke.
  static let leastPiece = 8
  static let leastLength = 6
  /// A letter or two.
  static let leastWriting = 24
  /// A tick covers a twelfth of its box.
  static let leastTick = 12
  static let leastTickShare = 0.06
  static let largestSpeck = 9
  static let widestSpeck = 4
  /// A place has no more specks than so many times those of as much white elsewhere, and one more.
  static let dirtiest = 1.5
  static let specks = 1.0
  /// Of a place that print covers more than this nothing can be said.
  static let mostHidden = 0.6
  /// Of a box to tick a good third is so near to its frame.
  static let mostHiddenOfBox = 0.8
}
