internal import Casework
internal import Leptonica
internal import Poppler
internal import ReaderProtocol
internal import Tesseract

/// What came of reading one page: how it ended, and the pictures that go with it.
struct PageResult {
  var state: PageOutcome.State
  /// Why the page failed: not all that it draws was drawn.
  var failure: String?
  /// Of what was drawn.
  var reading: Reading
  var preview: [UInt8]
  /// A one-page PDF; empty where nothing was recognised.
  var textLayer: [UInt8]
  /// What of the CPU seconds of the page went into its ink: rules, marks, impressions, barcodes.
  var inkSeconds: Double
}

/// Reads one page.
struct PageReader {
  let document: OpenDocument
  let page: PageSurvey
  let settings: ReadingSettings
  /// Made when the first page needs it: a document of text alone loads no model.
  let recogniser: () throws(RecogniserError) -> Recogniser

  /// A page that images cover more than this keeps nothing of its text layer.
  private static let scannedImageCoverage = 0.75
  /// Fewer words than this in a text layer do not speak for a page: it is recognised as well.
  private static let fewestLayerWords = 10
  /// So many marks are more than a signature, a seal and a logo.
  private static let manyMarks = 12
  /// Enough to measure ink and to show, where no text has to be recognised.
  private static let bornDigitalDotsPerInch = 150

  /// What the text of the page was taken from, and by how much the page has to be turned.
  private struct Text {
    var source: TextSource
    var rotation: Int
    /// In points of the upright page.
    var lines: [TextLine]
    /// The text layer that the lines come from, on the page as shown; empty where they are
    /// recognised.
    var layer: [TextLine] = []
    var layerSetAside: LayerFault?
    var contradictions: [Contradiction] = []
    /// Of the upright page, without the streaks of its scan.
    var raster: PageRaster
    /// As scanned and upright, where that differs.
    var withStreaks: PageRaster?
    /// Lines that dirt on the scanner's glass drew, in points of the upright page.
    var streaks: [Box] = []
    /// In degrees clockwise, of the upright page.
    var skew: Double

    /// Puts what was read apart after the lines that are there.
    mutating func add(_ more: [TextLine]) {
      lines += MixedText.added(more, to: lines)
      source = TextSource(of: lines)
    }
  }

  func read() throws -> PageResult {
    var text = try readText()
    var inkSeconds = 0.0
    var ink = CPUClock.measure(&inkSeconds) { self.ink(of: text) }
    if !text.layer.isEmpty {
      if saysLittle(text, of: ink) {
        text = try mixed(with: text.layer)
      } else {
        text.add(
          try UnexplainedPrint(in: ink.marks, besides: fields(of: text), with: pieces(of: text))
            .lines)
      }
      if text.source != .pdf { ink = CPUClock.measure(&inkSeconds) { self.ink(of: text) } }
    }
    let fields = fields(of: text)
    let testimony = try FieldWitness.testimony(
      of: fields, on: text.lines.flatMap(\.words), with: pieces(of: text))
    text.contradictions += testimony.contradictions
    text.add(testimony.lines)
    let raster = text.raster
    let words = text.lines.flatMap(\.words).filter(\.isMoreThanDirt)
    let failure = document.undrawn(page: page.number, on: raster)
    let isBlank =
      failure == nil && !hasFilledField && !words.arePlain && isEmpty(raster, but: words)
    let barcodes = CPUClock.measure(&inkSeconds) {
      isBlank || words.count >= PageBarcodes.mostWords ? [] : PageBarcodes.find(on: raster)
    }
    let reading = Reading(
      width: raster.width, height: raster.height, rotation: text.rotation,
      skew: text.skew.roundedToHundredth, resolution: raster.dotsPerInch.roundedToTenth,
      scanResolution: document.scanResolution(of: page, on: raster)?.roundedToTenth,
      textSource: isBlank ? .none : text.source, layerSetAside: text.layerSetAside,
      contradictions: text.contradictions, lines: isBlank ? [] : text.lines, rules: ink.rules,
      marks: ink.marks, fields: fields, barcodes: barcodes,
      impressions: isBlank ? [] : ink.impressions, streaks: text.streaks,
      inkCoverage: ink.inkCoverage, ink: isBlank ? nil : ink.ink)
    return PageResult(
      state: failure != nil ? .failed : isBlank ? .blank : .read, failure: failure,
      reading: reading,
      preview: (text.withStreaks ?? raster).preview(
        dotsPerInch: settings.previewDpi, quality: settings.previewQuality),
      textLayer: InvisibleText.page(of: reading), inkSeconds: inkSeconds)
  }

  private func ink(of text: Text) -> InkAnalysis {
    InkAnalysis.analyse(
      grey: text.raster.grey, colour: text.raster.colour, words: text.lines.flatMap(\.words),
      pointsPerPixel: text.raster.pointsPerPixel, isDrawn: text.source == .pdf)
  }

  /// Whether most of the page is none of its text layer: letters drawn as shapes under the header
  /// that a court's system put there.
  private func saysLittle(_ text: Text, of ink: InkAnalysis) -> Bool {
    let unexplained = ink.marks.reduce(0) { $0 + $1.inkArea }
    return ink.marks.count >= Self.manyMarks
      && 2 * unexplained > ink.inkCoverage * text.raster.width * text.raster.height
  }

  private var hasFilledField: Bool {
    page.fields.contains { $0.value != nil && $0.value != "off" }
  }

  /// Doubt speaks for ink: a black sheet with a few specks is no empty one.
  private func isEmpty(_ raster: PageRaster, but words: [Word]) -> Bool {
    guard !raster.isInverted,
      let paper = BlankPaper(page: raster.grey, pointsPerPixel: raster.pointsPerPixel),
      paper.isBlank(below: settings.blankInkCoverage)
    else { return false }
    return !words.contains { paper.hasInk(in: $0.box) }
  }

  private func readText() throws -> Text {
    guard case .pdf(let file) = document, page.hasTextLayer,
      page.imageCoverage < Self.scannedImageCoverage,
      let shown = file.document.page(at: page.number - 1, scale: page.scale)
    else { return try recognised() }
    guard let layer = TextLayer(of: shown.characters) else {
      return try recognised(settingAside: .unreadable)
    }
    if page.imageCoverage < settings.bornDigitalImageCoverage,
      layer.wordCount >= Self.fewestLayerWords
    {
      return try bornDigital(layer)
    }
    return try mixed(
      with: layer.lines, imageBoxes: shown.imageBoxes(rotation: page.rotation).map { Box($0) })
  }

  /// The page's own text, as far as the page shows it.
  private func bornDigital(_ layer: TextLayer) throws -> Text {
    let dotsPerInch = min(settings.dpi, Self.bornDigitalDotsPerInch)
    var text = Text(
      source: .pdf, rotation: layer.rotation, lines: turned(layer.lines, layer.rotation),
      layer: layer.lines,
      raster: try raster(dotsPerInch: dotsPerInch).turned(clockwise: layer.rotation), skew: 0)
    let witness = try LayerWitness(text.lines, with: pieces(of: text))
    if let fault = witness.fault { return try recognised(settingAside: fault) }
    guard witness.wordCount >= Self.fewestLayerWords else { return try mixed(with: layer.lines) }
    text.lines = witness.lines
    text.contradictions = witness.contradictions
    text.source = TextSource(of: text.lines)
    return text
  }

  /// What is recognised on the page together with the text that it brings along.
  ///
  /// - Parameters:
  ///   - layer: on the page as shown.
  ///   - imageBoxes: inside them the layer does not count.
  private func mixed(with layer: [TextLine], imageBoxes: [Box] = []) throws -> Text {
    var text = try recognised()
    let images = imageBoxes.map {
      $0.turned(clockwise: text.rotation, pageWidth: page.width, pageHeight: page.height)
    }
    let witness = try LayerWitness(
      MixedText.outside(images, turned(layer, text.rotation)), recognised: text.lines,
      with: pieces(of: text))
    text.layerSetAside = witness.fault
    guard witness.fault == nil else { return text }
    text.lines = MixedText.merge(layer: witness.lines, recognised: text.lines)
    text.contradictions = witness.contradictions
    text.source = TextSource(of: text.lines)
    return text
  }

  /// Reads pieces of the page; its pixels are drawn anew with more dots where those of `text` are
  /// few.
  private func pieces(of text: Text) -> PieceReader {
    PieceReader(
      text.raster,
      fine: { () throws(PageFailure) in
        Double(settings.dpi) <= text.raster.dotsPerInch + 1
          ? text.raster
          : try raster(dotsPerInch: settings.dpi).turned(clockwise: text.rotation)
      }, recogniser: recogniser)
  }

  private func fields(of text: Text) -> [FormField] {
    page.fields.map { $0.upright(on: page, turned: text.rotation) }
  }

  private func raster(dotsPerInch: Int) throws(PageFailure) -> PageRaster {
    try document.raster(
      page: page.number, scale: page.scale, dotsPerInch: dotsPerInch,
      maxPixelsPerSide: settings.maxPixelsPerSide)
  }

  private func turned(_ lines: [TextLine], _ degrees: Int) -> [TextLine] {
    lines.map {
      $0.turned(clockwise: degrees, pageWidth: page.width, pageHeight: page.height)
    }
  }

  private func recognised(settingAside fault: LayerFault? = nil) throws -> Text {
    let scanned = try raster(dotsPerInch: settings.dpi)
    let streaks = Streaks(on: scanned.grey, dotsPerInch: scanned.dotsPerInch)
    let shown = try scanned.without(streaks)
    let recogniser = try self.recogniser()
    let recognition = try UprightRecognition.read(shown.grey) {
      image throws(PageFailure) in try recogniser.lines(of: image)
    }
    let scale = shown.pointsPerPixel
    let lines = recognition.lines.compactMap { line -> TextLine? in
      let words = line.map { Word($0, pointsPerPixel: scale) }
      return Box.around(words.map(\.box)).map { TextLine(box: $0, words: words) }
    }
    return Text(
      source: lines.isEmpty ? .none : .ocr, rotation: recognition.rotation, lines: lines,
      layerSetAside: fault, raster: try shown.turned(clockwise: recognition.rotation),
      withStreaks: streaks.isEmpty ? nil : try scanned.turned(clockwise: recognition.rotation),
      streaks: streaks.boxes(pointsPerPixel: scale).map {
        $0.turned(clockwise: recognition.rotation, pageWidth: shown.width, pageHeight: shown.height)
      },
      skew: recognition.skew)
  }
}

extension TextSource {
  fileprivate init(of lines: [TextLine]) {
    let sources = Set(lines.flatMap(\.words).map(\.source))
    self =
      switch sources {
      case [.ocr]: .ocr
      case [.pdf]: .pdf
      case []: .none
      default: .mixed
      }
  }
}

extension Word {
  init(_ word: RecognisedWord, pointsPerPixel: Double) {
    self.init(
      text: word.text,
      box: Box(
        x: Double(word.left) * pointsPerPixel, y: Double(word.top) * pointsPerPixel,
        width: Double(word.right - word.left) * pointsPerPixel,
        height: Double(word.bottom - word.top) * pointsPerPixel),
      confidence: (word.confidence / 100).roundedToHundredth, source: .ocr)
  }

  fileprivate var letterCount: Int { text.unicodeScalars.count { $0.properties.isAlphabetic } }

  /// Tesseract reads dust as stops and dashes, without confidence.
  var isMoreThanDirt: Bool {
    confidence >= 0.3
      && text.unicodeScalars.contains {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      }
  }
}

extension [Word] {
  /// Whether some are the document's own text, or most of their letters were read with confidence, in
  /// words of three or more: what shines through, and is read from the back, is not.
  fileprivate var arePlain: Bool {
    if contains(where: { $0.source == .pdf }) { return true }
    let plain = filter { $0.letterCount >= 3 && $0.confidence >= 0.8 }
    return plain.reduce(0) { $0 + $1.letterCount } * 2 > reduce(0) { $0 + $1.letterCount }
  }
}
