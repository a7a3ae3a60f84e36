internal import Casework
internal import PageLayout

/// A place to sign, found by its label.
struct SignaturePlace {
  var role: Attestation.Role
  var label: SignatureLabel
  /// The rule to sign on; `nil` where only the label was found.
  var rule: RuledLine?
  /// Where ink would stand.
  var box: Box
  /// Where ink that belongs to the place may reach.
  var reach: Box
}

/// Finds the places of a page.
struct SignaturePlaces {
  let sheet: Sheet

  func find(_ labels: [SignatureLabel]) -> [SignaturePlace] {
    var places: [SignaturePlace] = []
    for label in labels {
      guard let place = place(of: label) else { continue }
      // Two labels of one rule (`Signature` and, under it, `Notary Public`): the more telling one
      // names the role.
      if let index = places.firstIndex(where: { $0.sharesRule(with: place) }) {
        if places[index].role == .unknown, place.role != .unknown {
          places[index].role = place.role
        }
        continue
      }
      places.append(place)
    }
    return places
  }

  private func place(of label: SignatureLabel) -> SignaturePlace? {
    if let rule = ruleAbove(label) { return ruled(label, rule, from: rule.x) }
    if let rule = ruleBeside(label) { return ruled(label, rule, from: max(rule.x, label.box.maxX)) }
    guard label.isAlone, label.kind == .signature || label.kind == .lead else { return nil }
    if let cell = cell(of: label) { return cell }
    return nil
  }

  private func ruled(_ label: SignatureLabel, _ rule: RuledLine, from x: Double) -> SignaturePlace?
  {
    let end =
      label.box.maxX < rule.maxX && label.box.x > x + 40 && label.box.midY < rule.y(at: x)
      ? label.box.x : rule.maxX
    let width = end - x
    guard width >= AttestationThresholds.shortestPlace else { return nil }
    let y = rule.y(at: x + width / 2)
    let top = max(
      printAbove(y, from: x, to: end) ?? 0, y - AttestationThresholds.placeHeight)
    let height = max(AttestationThresholds.leastPlaceHeight, y - top)
    return SignaturePlace(
      role: label.role, label: label, rule: rule,
      box: Box(x: x, y: y - height, width: width, height: height + 2),
      reach: Box(
        x: x - 14, y: y - AttestationThresholds.above, width: width + 40,
        height: AttestationThresholds.above + AttestationThresholds.below))
  }

  /// The lower edge of the nearest print above a rule, not counting what stands on the rule.
  private func printAbove(_ y: Double, from x: Double, to maxX: Double) -> Double? {
    sheet.words.filter {
      $0.isSurelyRead && $0.box.maxY < y - 9 && $0.box.midX > x
        && $0.box.midX < maxX
    }.map(\.box.maxY).max()
  }

  /// The rule that the label stands under.
  private func ruleAbove(_ label: SignatureLabel) -> RuledLine? {
    sheet.rules.filter { rule in
      let gap = label.box.y - rule.y(at: label.box.midX)
      return gap <= AttestationThresholds.labelBelow && gap >= -AttestationThresholds.labelIntoRule
        && rule.overlap(label.box.x, label.box.maxX) >= 0.6 * label.box.width
        && isFree(rule, for: label) && (label.isAlone || label.kind == .signature && gap <= 8)
    }.min {
      abs(label.box.y - $0.y(at: label.box.midX)) < abs(label.box.y - $1.y(at: label.box.midX))
    }
  }

  /// The rule that begins behind the label, on its line.
  private func ruleBeside(_ label: SignatureLabel) -> RuledLine? {
    guard label.isAlone || label.kind == .signature else { return nil }
    return sheet.rules.filter { rule in
      let start = max(rule.x, label.box.maxX)
      let drop = rule.y(at: start) - label.box.maxY
      return rule.maxX - start >= AttestationThresholds.shortestPlace
        && rule.x - label.box.maxX <= AttestationThresholds.labelToRule
        && rule.x > label.box.x - 4
        && drop >= -label.box.height * 0.7 && drop <= 7 && isFree(rule, for: label)
    }.min { max($0.x, label.box.maxX) < max($1.x, label.box.maxX) }
  }

  /// A rule to write on: not as wide as the text, and not the underline of printed words.
  private func isFree(_ rule: RuledLine, for label: SignatureLabel) -> Bool {
    rule.width >= AttestationThresholds.shortestPlace && rule.width < sheet.width * 0.72
      && (label.kind == .signature || !sheet.isUnderline(rule))
  }

  /// A ruled box with the label in it: at its head, with the place to sign under it, or at its foot,
  /// with the place beside it.
  private func cell(of label: SignatureLabel) -> SignaturePlace? {
    let over = sheet.rules.filter { $0.overlap(label.box.x, label.box.maxX) > label.box.width / 2 }
      .map { (rule: $0, y: $0.y(at: label.box.midX)) }
    guard let below = over.filter({ $0.y > label.box.maxY - 3 }).min(by: { $0.y < $1.y }),
      below.y - label.box.maxY < AttestationThresholds.highestCell
    else { return nil }
    let isAtHead = below.y - label.box.maxY > AttestationThresholds.leastPlaceHeight
    let above = over.filter { $0.y < label.box.y + 3 }.max(by: { $0.y < $1.y })
    let top = isAtHead ? label.box.maxY : above?.y ?? -.infinity
    guard below.y - top < AttestationThresholds.highestCell else { return nil }
    let sides = sheet.uprights.filter {
      $0.y < below.y - 4 && $0.maxY > max(top, label.box.y) + 4
    }
    let left = sides.filter { $0.midX <= label.box.x + 2 }.map(\.midX).max()
    let right = sides.filter { $0.midX >= label.box.maxX }.map(\.midX).min()
    guard let left, let right else { return nil }
    let x = isAtHead ? left : label.box.maxX
    guard right - x >= AttestationThresholds.shortestPlace,
      right - x < AttestationThresholds.widestCell
    else { return nil }
    let box = Box(x: x + 2, y: top + 1, width: right - x - 4, height: below.y - top - 2)
    let reachTop = min(top, label.box.y - 8)
    return SignaturePlace(
      role: label.role, label: label, rule: below.rule, box: box,
      reach: Box(
        x: left, y: reachTop, width: right - left + 8, height: below.y - reachTop + 8))
  }
}

extension SignaturePlace {
  fileprivate func sharesRule(with other: SignaturePlace) -> Bool {
    box.share(within: other.box) > 0.5 || other.box.share(within: box) > 0.5
  }
}
