internal import Casework
internal import PageLayout

/// What the words in a stamp say that it is.
struct SealWords {
  let sheet: Sheet

  /// The words in `box`, and those of offices that OCR tore apart (`REC EIVED`).
  func words(in box: Box) -> [String] {
    let words = sheet.words(in: box).map {
      String(decoding: Phrase.normalised($0.text), as: UTF8.self)
    }
    let joined = words.joined()
    return words + Self.longPurposes.filter { joined.contains($0) }
  }

  /// How many different words of officers (of a notary, of a seal of the state) stand in `box`.
  func officers(in box: Box) -> Int { Set(words(in: box)).intersection(Self.officers).count }

  func kind(in box: Box, otherwise: FoundSeal.Kind) -> FoundSeal.Kind {
    let said = words(in: box)
    if isOfNotary(said) { return .seal }
    if said.contains(where: { Self.purposes[$0] != nil }) { return .stamp }
    return said.contains(where: Self.officers.contains) ? .seal : otherwise
  }

  /// What the stamp was put there for; `nil` where its words do not say.
  func purpose(in box: Box) -> StampPurpose? {
    let said = words(in: box)
    if isOfNotary(said) { return .notary }
    let purposes = Set(said.compactMap { Self.purposes[$0] })
    // `Received` and `filed` in one stamp: the office took it in; in the order of what that says.
    return StampPurpose.allCases.first { purposes.contains($0) }
  }

  /// How many of the words in `box` are such as stock stamps bear.
  func stockWords(in box: Box) -> Int {
    words(in: box).count { Self.purposes[$0] != nil || Self.stock.contains($0) }
  }

  /// `Commission` alone is also the body that the complaint goes to.
  private func isOfNotary(_ said: [String]) -> Bool {
    said.contains("notary") || said.contains("notarial")
      || said.contains("commission") && said.contains(where: Self.ofCommission.contains)
  }

  private static let ofCommission: Set<String> = ["expires", "exp", "expiration", "no", "number"]
  private static let officers: Set<String> = [
    "notary", "notarial", "seal", "commission", "comm", "expires", "official", "state",
  ]
  /// Short ones stand within other words (`paid`, `unpaid`).
  private static let longPurposes = purposes.keys.filter { $0.count > 5 }.sorted()
  private static let purposes: [String: StampPurpose] = [
    "received": .received, "recvd": .received, "recd": .received, "filed": .filed,
    "entered": .filed, "docketed": .filed, "recorded": .recorded, "recorder": .recorded,
    "eingegangen": .received, "eingang": .received, "empfangen": .received, "recibido": .received,
    "recu": .received, "paid": .other, "copy": .other, "approved": .other,
    "certified": .other, "stamped": .other, "confidential": .other, "faxed": .other,
    "scanned": .other,
  ]
  /// What the makers of stamps sell ready-made, in the languages of papers that may be enclosed
  /// (English, German, French, Spanish). Ordinary words, too: by themselves they make no stamp.
  private static let stock: Set<String> = [
    "original", "duplicate", "draft", "void", "urgent", "rush", "cancelled", "canceled",
    "completed", "posted", "emailed", "mailed", "air", "airmail", "mail", "priority", "express",
    "registered", "fragile", "final", "revised", "sample", "invoice", "overdue", "class", "deposit",
    "kopie", "bezahlt", "gebucht", "uberwiesen", "einschreiben", "erledigt", "entwurf", "storniert",
    "vertraulich", "eilt", "luftpost", "betrag", "erhalten", "geprueft", "empfang", "rechnung",
    "copie", "paye", "recommande", "avion", "par", "urgente", "copia", "pagado", "certificado",
  ]
}
