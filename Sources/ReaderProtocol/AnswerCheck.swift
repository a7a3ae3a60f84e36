import Casework

/// Answers come from a process that reads hostile bytes: whoever got hold of it answers what he likes.
/// So whatever is calculated with later is looked at here, once, as it comes in.
extension ReaderAnswer {
  /// Looks whether the answer may be one to `request`.
  package func check(
    answering request: ReaderRequest, attachments: [[UInt8]], limits: AnswerLimits
  ) throws(AnswerFault) {
    switch (request, self) {
    case (_, .refused(let reason)):
      try Plausible.text(reason, atMost: 500, "its reason")
      guard attachments.isEmpty else { throw .nonsense("it refuses and sends pictures") }
    case (.hello, .hello(let versions)): try versions.check()
    case (.survey, .survey(let survey)): try survey.check(limits)
    case (.read(_, let page, let settings), .read(let state, let failure, let reading)):
      try Self.check(state, failure, reading)
      try reading?.check(limits)
      try AttachmentCheck.check(read: attachments, page: page, dpi: settings.previewDpi)
    case (.crops(_, _, let settings), .crops):
      try AttachmentCheck.check(crops: attachments, settings)
    case (.searchable, .searchable), (.disclosed, .disclosed):
      try AttachmentCheck.check(copy: attachments)
    default: throw .nonsense("it answers another question")
    }
  }

  private static func check(
    _ state: PageOutcome.State, _ failure: String?, _ reading: Reading?
  ) throws(AnswerFault) {
    try Plausible.text(failure ?? "", atMost: 500, "its failure")
    guard (state == .failed) == (failure != nil), state == .failed || reading != nil else {
      throw .nonsense("its state and what it says do not go together")
    }
  }
}

/// Whether single values can be meant.
private enum Plausible {
  /// Points: far beyond any paper, and near enough for any calculation.
  static let coordinates = -1e6...1e6
  private static let amounts = 0...1e12
  static let shares = 0.0...1.0

  static func number(_ value: Double, in range: ClosedRange<Double>, _ what: String)
    throws(AnswerFault)
  {
    guard range.contains(value) else { throw .nonsense("\(what) is out of bounds") }
  }

  static func amount(_ value: Double, _ what: String) throws(AnswerFault) {
    try number(value, in: amounts, what)
  }

  static func number(_ value: Int, in range: ClosedRange<Int>, _ what: String) throws(AnswerFault) {
    guard range.contains(value) else { throw .nonsense("\(what) is out of bounds") }
  }

  static func box(_ box: Box, _ what: String) throws(AnswerFault) {
    for value in [box.x, box.y] { try number(value, in: coordinates, what) }
    for value in [box.width, box.height] { try number(value, in: 0...1e6, what) }
  }

  static func text(_ text: String, atMost length: Int, _ what: String) throws(AnswerFault) {
    guard text.utf8.count <= length else { throw .nonsense("\(what) is too long") }
  }

  static func count(_ count: Int, atMost most: Int, _ what: String) throws(AnswerFault) {
    guard count <= most else { throw .tooMuch("\(count) \(what), and at most \(most) are taken") }
  }

  static func paper(_ width: Double, _ height: Double) throws(AnswerFault) {
    for side in [width, height] { try number(side, in: 1e-3...1e6, "the size of a page") }
  }

  static func rotation(_ degrees: Int) throws(AnswerFault) {
    guard [0, 90, 180, 270].contains(degrees) else { throw .nonsense("a page is turned askew") }
  }
}

extension ReaderVersions {
  fileprivate func check() throws(AnswerFault) {
    for version in [poppler, tesseract, leptonica, qpdf, zbar] {
      try Plausible.text(version, atMost: 200, "a version")
    }
    try Plausible.text(modelFolder, atMost: 4096, "the folder of models")
  }
}

extension DocumentSurvey {
  fileprivate func check(_ limits: AnswerLimits) throws(AnswerFault) {
    try Plausible.text(problem ?? "", atMost: 500, "the problem of a document")
    try Plausible.count(pages.count, atMost: AnswerLimits.pages, "pages")
    try Plausible.number(attachmentCount, in: 0...1_000_000, "the number of embedded files")
    guard state == .opened || pages.isEmpty else {
      throw .nonsense("a document that did not open has pages")
    }
    for (index, page) in pages.enumerated() {
      guard page.number == index + 1 else {
        throw .nonsense("the pages of a document are not counted from 1")
      }
      try page.check(limits)
    }
    try Plausible.count(digitalSignatures.count, atMost: 1_000, "digital signatures")
    for signature in digitalSignatures { try signature.check(pageCount: pages.count) }
  }
}

extension PageSurvey {
  fileprivate func check(_ limits: AnswerLimits) throws(AnswerFault) {
    try Plausible.paper(width, height)
    try Plausible.number(scale, in: 1e-6...1e6, "the scale of a page")
    try Plausible.rotation(rotation)
    try Plausible.number(imageCoverage, in: Plausible.shares, "a share of a page")
    try Plausible.count(fields.count, atMost: limits.words, "form fields on a page")
    for field in fields {
      try Plausible.text(field.name, atMost: 10_000, "the name of a field")
      try Plausible.text(field.value ?? "", atMost: 1_000_000, "the value of a field")
      try Plausible.box(field.box.upright(on: self, turned: 0), "the box of a field")
    }
  }
}

extension DigitalSignature {
  fileprivate func check(pageCount: Int) throws(AnswerFault) {
    try Plausible.text(fieldName, atMost: 10_000, "the name of a field")
    try Plausible.text(signer ?? "", atMost: 10_000, "the signer in a certificate")
    try Plausible.number(signedAt ?? 0, in: -(1 << 40)...1 << 40, "the time of a signature")
    if let page { try Plausible.number(page, in: 1...max(1, pageCount), "the page of a signature") }
    if let box {
      let page = PageSurvey(number: 1, width: 1, height: 1)
      try Plausible.box(box.upright(on: page, turned: 0), "the box of a signature")
    }
  }
}

extension Reading {
  fileprivate func check(_ limits: AnswerLimits) throws(AnswerFault) {
    try Plausible.paper(width, height)
    try Plausible.rotation(rotation)
    try Plausible.number(skew, in: -90...90, "the slope of a page")
    try Plausible.number(resolution, in: 1...1e5, "a resolution")
    if let scan = scanResolution {
      for value in [scan.across, scan.down] {
        try Plausible.number(value, in: 1e-3...1e6, "a resolution")
      }
    }
    try Plausible.number(inkCoverage, in: Plausible.shares, "a share of a page")
    try checkWords(atMost: limits.words)
    try checkInk(atMost: limits.marks)
    if let ink {
      try Plausible.number(ink.pointsPerPixel, in: 1e-3...1e3, "the size of a pixel")
      guard ink.bitmap != nil else { throw .nonsense("the ink of a page is no picture") }
    }
    try Plausible.count(fields.count, atMost: limits.words, "form fields on a page")
    for field in fields {
      try Plausible.text(field.name, atMost: 10_000, "the name of a field")
      try Plausible.text(field.value ?? "", atMost: 1_000_000, "the value of a field")
      try Plausible.box(field.box, "the box of a field")
    }
    try Plausible.count(contradictions.count, atMost: limits.words, "contradictions on a page")
    for contradiction in contradictions {
      try Plausible.text(contradiction.said, atMost: 1_000_000, "what a file says")
      try Plausible.text(contradiction.seen, atMost: 1_000_000, "what a page shows")
      try Plausible.box(contradiction.box, "the box of a contradiction")
    }
    try Plausible.count(barcodes.count, atMost: 1_000, "barcodes on a page")
    for barcode in barcodes {
      try Plausible.text(barcode.text, atMost: 10_000, "the text of a barcode")
      try Plausible.box(barcode.box, "the box of a barcode")
    }
  }

  private func checkWords(atMost most: Int) throws(AnswerFault) {
    try Plausible.count(lines.count, atMost: most, "lines of text on a page")
    try Plausible.count(lines.reduce(0) { $0 + $1.words.count }, atMost: most, "words on a page")
    for line in lines {
      try Plausible.box(line.box, "the box of a line")
      for word in line.words {
        try Plausible.text(word.text, atMost: 10_000, "a word")
        try Plausible.box(word.box, "the box of a word")
        try Plausible.number(word.confidence, in: Plausible.shares, "a confidence")
      }
    }
  }

  private func checkInk(atMost most: Int) throws(AnswerFault) {
    try Plausible.count(rules.count, atMost: most, "ruled lines on a page")
    try Plausible.count(marks.count, atMost: most, "marks on a page")
    try Plausible.count(
      impressions.count + streaks.count, atMost: most, "impressions and streaks on a page")
    for box in rules.map(\.box) + impressions + streaks { try Plausible.box(box, "a box") }
    for mark in marks {
      try Plausible.box(mark.box, "the box of a mark")
      for value in [
        mark.inkArea, mark.strokeWidth, mark.largestPieceWidth, mark.largestPieceHeight,
      ] {
        try Plausible.amount(value, "a measure of a mark")
      }
      try Plausible.number(mark.pieceCount, in: 0...1 << 31, "the pieces of a mark")
      try Plausible.number(mark.eulerNumber, in: -(1 << 31)...1 << 31, "the holes of a mark")
      try Plausible.number(mark.saturation, in: Plausible.shares, "the colour of a mark")
      try Plausible.number(mark.darkness, in: Plausible.shares, "the darkness of a mark")
    }
  }
}
