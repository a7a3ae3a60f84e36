internal import Casework

/// The check boxes and radio buttons of a form, held against what is drawn in them.
///
/// What an empty one looks like is shown by those that are off: a form prints squares of its own under
/// its fields, and seldom quite where they are. So a mark in a button that is off is told only where
/// several others are off, and a button that is on lacks its mark where nothing is drawn in it, or no
/// more than in those.
struct ButtonWitness {
  private(set) var contradictions: [Contradiction] = []

  /// - Parameter fields: of the upright page.
  init(_ fields: [FormField], with pieces: PieceReader) {
    let buttons = fields.filter {
      $0.kind == .button && $0.value != nil && Self.sides.contains($0.box.width)
        && Self.sides.contains($0.box.height)
    }
    let inks = buttons.map { pieces.ink(in: $0.box) }
    let empty = zip(buttons, inks).filter { $0.0.value == "off" }.map(\.1).sorted()
    let usual = empty.count >= Self.enough ? empty[empty.count / 2] : nil
    for (button, ink) in zip(buttons, inks) {
      let isShown = pieces.shows(
        button.box.insetBy(dx: button.box.width / 4, dy: button.box.height / 4))
      switch button.value {
      case "on" where !isShown || usual.map({ ink < $0 + Self.leastTick }) ?? false:
        contradictions.append(Contradiction(box: button.box, said: "on", seen: "off"))
      case "off" where isShown && usual.map({ ink > $0 + Self.leastCross }) ?? false:
        contradictions.append(Contradiction(box: button.box, said: "off", seen: "on"))
      default: break
      }
    }
  }

  /// Points. A smaller one cannot be told from its frame, and a larger one holds more than a mark.
  private static let sides = 5.0...40.0
  /// Buttons that are off, to know what one looks like.
  private static let enough = 3
  /// Shares of the box that are ink, more than in an empty one: a line of a point from corner to corner of
  /// a box of 12 points is 0.12 of it, a thin tick a quarter of that. With these, none of the boxes of 89
  /// empty forms is contradicted; how many crosses are missed on real ones was not measured.
  private static let leastTick = 0.015
  private static let leastCross = 0.09
}
