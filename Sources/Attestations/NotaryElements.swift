internal import Casework
internal import PageLayout

/// Reads the elements of one notarial certificate.
struct NotaryElements {
  let sheet: Sheet
  let notary: Lexicon.Notary
  /// The whole block.
  let box: Box

  private typealias Finding = NotaryBlock.Finding

  func find(_ wording: NotaryWording) -> [NotaryBlock.Element: NotaryBlock.Finding] {
    var elements: [NotaryBlock.Element: NotaryBlock.Finding] = [:]
    elements[.venue] = venue()
    elements[.date] = wording.actLine.flatMap { date(at: $0) }
    elements[.signer] = wording.actLine.flatMap { signer(at: $0) }
    elements[.officerName] = value(after: notary.officerNameLabels)
    elements[.title] = title()
    elements[.commissionNumber] = value(after: notary.commissionNumberLabels)
    elements[.commissionExpires] = value(after: notary.commissionExpiresLabels)
    for element in elements.keys where element != .title {
      guard let found = elements[element], found.state != .blank, let box = found.box else {
        continue
      }
      elements[element]?.writing = writing(in: box, isRead: found.text != nil)
    }
    return elements
  }

  /// How what stands in `box` was put there: typed into a field of the document, printed, or
  /// written by hand.
  private func writing(in box: Box, isRead: Bool) -> DatedFact.Writing? {
    let isField = sheet.fields.contains {
      $0.value?.isEmpty == false && $0.box.intersection(box) != nil
    }
    if isField { return .field }
    let words = isRead ? sheet.words(in: box) : []
    return sheet.writing(
      of: words,
      sheet.marks(touching: box).filter {
        $0.box.share(within: box.insetBy(dx: -6, dy: -8)) > 0.6
      })
  }

  // MARK: - The elements

  private func venue() -> NotaryBlock.Finding? {
    let parts = (notary.stateLabels + notary.countyLabels).compactMap {
      value(after: [$0])
    }
    guard !parts.isEmpty else { return nil }
    let state: Attestation.State =
      parts.allSatisfy { $0.state == .present }
      ? .present : parts.allSatisfy { $0.state == .blank } ? .blank : .uncertain
    let texts = parts.compactMap(\.text)
    return NotaryBlock.Finding(
      state: state, text: texts.isEmpty ? nil : texts.joined(separator: ", "),
      box: Box.around(parts.compactMap(\.box)))
  }

  private func title() -> NotaryBlock.Finding? {
    for title in notary.officers {
      if let place = places(of: title).first {
        return NotaryBlock.Finding(
          state: .present, text: text(sheet.segments[place.line].words[place.words]),
          box: place.box)
      }
    }
    return nil
  }

  /// From `this` or `on` behind the act to `by` or the end of the sentence, two lines at most.
  private func date(at line: Int) -> NotaryBlock.Finding? {
    let words = wordsFollowing(line, rows: 2)
    let starts: [Set<String>] = [["this"], ["on", "dated"], ["me"]]
    let start = starts.lazy.compactMap { start in
      words.firstIndex { start.contains(Self.letters($0.text)) }
    }.first
    guard let start else { return nil }
    let part = words[(start + 1)...].prefix { Self.letters($0.text) != "by" }.prefix(12)
    let region = region(of: part, after: words[start])
    let text = part.map(\.text).joined(separator: " ")
    let saysDay =
      text.contains(where: \.isNumber)
      || Self.months.contains { month in
        part.contains { Self.letters($0.text).hasPrefix(month) }
      }
    let state = saysDay ? Attestation.State.present : emptiness(of: region)
    return NotaryBlock.Finding(state: state, text: saysDay ? text : nil, box: region)
  }

  /// Who appeared, by the sentence before that of the act, or what stands behind `by` in that.
  private func signer(at line: Int) -> NotaryBlock.Finding? {
    let appeared = sheet.segments.indices.first { index in
      sheet.segments[index].box.share(within: box.insetBy(dx: -4, dy: -4)) > 0.5
        && sheet.segments[index].words.contains { Self.letters($0.text) == "appeared" }
    }
    let isFollowed = { (word: String, next: String) in word == "appeared" && next != "before" }
    if let appeared,
      let named = name(after: isFollowed, in: wordsFollowing(appeared, rows: 3)),
      named.state == .present
    {
      return named
    }
    // "By means of" says how it was done.
    return name(after: { $0 == "by" && $1 != "means" }, in: wordsFollowing(line, rows: 3))
  }

  /// - Parameter leads: whether a name follows a word, said by that word and the next one.
  private func name(
    after leads: (String, String) -> Bool, in words: [Word]
  ) -> NotaryBlock.Finding? {
    let letters = words.map { Self.letters($0.text) }
    guard
      let start = letters.indices.first(where: { index in
        leads(letters[index], index + 1 < letters.count ? letters[index + 1] : "")
      })
    else { return nil }
    let rest = words[(start + 1)...].prefix { word in
      !Self.afterSigner.contains(Self.letters(word.text))
    }.prefix(8)
    let named = rest.filter { $0.text.contains(where: \.isLetter) }
    let region = region(of: rest, after: words[start])
    guard !named.isEmpty else {
      return NotaryBlock.Finding(state: emptiness(of: region), box: region)
    }
    return NotaryBlock.Finding(
      state: .present,
      text: named.map { $0.text.filter { $0 != "_" } }.joined(separator: " "), box: region)
  }

  /// The value behind one of `labels`: words on its line, or ink on the rule there.
  private func value(after labels: [Phrase]) -> NotaryBlock.Finding? {
    for label in labels {
      guard let place = places(of: label).first else { continue }
      let zone = Box(
        x: place.box.maxX + 1, y: place.box.y - 6,
        width: min(230, max(1, box.maxX - place.box.maxX)), height: place.box.height + 12)
      var words: [Word] = []
      for word in sheet.words
      where zone.contains(x: word.box.midX, y: word.box.midY) {
        let isNear = word.box.x - (words.last?.box.maxX ?? place.box.maxX) < 90
        guard isNear, !Self.nextLabels.contains(Self.letters(word.text)) else { break }
        words.append(word)
      }
      let said = words.filter { $0.hasText }
      if !said.isEmpty {
        return NotaryBlock.Finding(
          state: said.contains { $0.isSurelyRead }
            ? .present : .uncertain,
          text: said.map { $0.text.filter { $0 != "_" } }.joined(separator: " "),
          box: Box.around(said.map(\.box)))
      }
      return NotaryBlock.Finding(state: emptiness(of: zone), box: zone)
    }
    return nil
  }

  // MARK: - Looking around

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let afterSigner: Set<String> = [
    "who", "personally", "known", "the", "as", "on", "for", "proved", "satisfactory",
  ]
  private static let nextLabels: Set<String> = [
    "ss", "notary", "commission", "county", "state", "my", "printed",
  ]

  private static func letters(_ text: String) -> String {
    String(decoding: Phrase.normalised(text), as: UTF8.self)
  }

  private func places(of phrase: Phrase) -> [PhraseMatch] {
    sheet.places(of: phrase, least: 0.85, in: box.insetBy(dx: -4, dy: -4))
  }

  /// The words of the block from `line` on, over `rows` printed rows.
  private func wordsFollowing(_ line: Int, rows: Int) -> [Word] {
    let top = sheet.segments[line].box
    let bottom = top.maxY + Double(rows - 1) * max(24, top.height * 2.2)
    return inRows(
      sheet.segments[line...].filter {
        $0.box.midY <= bottom && $0.box.maxY >= top.y - 4
      }.flatMap(\.words))
  }

  /// Row by row, each from left to right: what is filled into the blanks of a sentence comes after it
  /// in a text layer.
  private func inRows(_ words: [Word]) -> [Word] {
    let levelled = words.map { (word: $0, box: sheet.levelled($0.box, around: box.midX)) }
    var rows: [[(word: Word, box: Box)]] = []
    for each in levelled.sorted(by: { ($0.box.midY, $0.box.x) < ($1.box.midY, $1.box.x) }) {
      if let first = rows.last?.first, each.box.isInRow(with: first.box, share: 0.5) {
        rows[rows.count - 1].append(each)
      } else {
        rows.append([each])
      }
    }
    return rows.flatMap { row in row.sorted { $0.box.x < $1.box.x }.map(\.word) }
  }

  private func region(of words: ArraySlice<Word>, after: Word) -> Box {
    Box.around(words.map(\.box))
      ?? Box(
        x: after.box.maxX + 2, y: after.box.y - 6, width: 120, height: after.box.height + 12)
  }

  /// Of a region without words: blank only where it holds no ink at all.
  private func emptiness(of region: Box) -> Attestation.State {
    let ink = sheet.marks(touching: region).reduce(0) { $0 + $1.inkArea }
    if ink > AttestationThresholds.muchInk { return .present }
    return ink <= AttestationThresholds.emptyInk && sheet.isWellRead ? .blank : .uncertain
  }

  private func text(_ words: ArraySlice<Word>) -> String {
    words.map(\.text).joined(separator: " ")
  }
}
