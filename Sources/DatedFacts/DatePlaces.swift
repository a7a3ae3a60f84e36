import BlankForms
import Casework
import PageLayout

/// The places for dates on a page that fits a blank form, and the part that a date in each plays.
struct DatePlaces {
  private let places: [(judged: JudgedPlace, role: DatedFact.Role)]

  init(_ match: MatchedPage?) {
    places = (match?.places ?? []).compactMap { judged in
      guard judged.place.kind == .date, let role = judged.place.date else { return nil }
      return (judged, role)
    }
  }

  /// Of what stands in `box`; `nil` where that is in no place for a date. Writing strays a little.
  func role(of box: Box) -> (role: DatedFact.Role, isLabelled: Bool)? {
    places.first { $0.judged.content.place.insetBy(dx: -6, dy: -5).holdsMiddle(of: box) }
      .map { ($0.role, true) }
  }

  /// Places in which something is written that was not read as a date.
  ///
  /// - Parameter taken: The boxes of the dates that were found.
  func unread(taken: [Box], on sheet: Sheet) -> [UnreadPlaces.Place] {
    places.filter { place in
      UnreadPlaces.roles.contains(place.role) && place.judged.state == .present
        && !taken.contains {
          $0.intersection(place.judged.content.place.insetBy(dx: -4, dy: -4)) != nil
        }
    }.map { place in
      let box = place.judged.content.place
      let words = sheet.words(in: box).filter(\.hasText)
      return UnreadPlaces.Place(
        role: place.role, text: words.map(\.text).joined(separator: " "), box: box,
        isOpenEnded: false)
    }
  }
}
