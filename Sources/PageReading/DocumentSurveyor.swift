internal import Casework
internal import Leptonica
internal import Poppler
internal import QPDF
internal import ReaderProtocol

/// Says what a document is without reading its pages.
enum DocumentSurveyor {
  /// A document of more pages is surveyed up to here, and its survey says so.
  static let maximumPageCount = AnswerLimits.pages

  static func survey(_ file: PDFFile, path: String) -> DocumentSurvey {
    let document = file.document
    let structure = PDFStructure(path: path, limit: maximumPageCount)
    // What one of the two libraries does not reach is a page that fails, and not one that is lost.
    let counts = [document.pageCount, structure?.pageCount ?? document.pageCount]
    let pageCount = max(counts[0], counts[1])
    guard pageCount > 0 else {
      return DocumentSurvey(state: .damaged, problem: "the document has no pages")
    }
    let surveyed = min(pageCount, maximumPageCount)
    var survey = DocumentSurvey(
      state: .opened,
      attachmentCount: max(document.attachmentCount, structure?.attachmentCount ?? 0),
      isDynamicForm: structure?.isDynamicForm ?? false,
      hasActiveContent: structure?.hasActiveContent == true ? true : nil)
    if pageCount > surveyed {
      survey.problem = "the document claims \(pageCount) pages; the first \(surveyed) are read"
    } else if counts[0] != counts[1] {
      survey.problem =
        "the document says that it has \(counts[0]) pages, and \(counts[1]) hang in its page tree"
    }
    var papers = Papers(file: file)
    for index in 0..<surveyed {
      let entry = structure.flatMap { $0.pages.count > index ? $0.pages[index] : nil } ?? .init()
      let unscaled = document.page(at: index)
      let scale = unscaled.map { papers.scale(of: $0, number: index + 1, entry) } ?? 1
      guard let page = scale == 1 ? unscaled : document.page(at: index, scale: scale) else {
        // The page counts, and fails when it is read.
        survey.pages.append(
          PageSurvey(number: index + 1, width: 612, height: 792, imageCoverage: 0))
        continue
      }
      survey.add(page, number: index + 1, rotation: entry.rotation)
    }
    survey.takeSignatures(from: structure)
    return survey
  }

  static func survey(_ file: ImageFile) -> DocumentSurvey {
    let pageCount = file.pageCount
    guard pageCount > 0 else {
      return DocumentSurvey(state: .damaged, problem: "the file has no picture that can be read")
    }
    let surveyed = min(pageCount, maximumPageCount)
    var survey = DocumentSurvey(state: .opened)
    if pageCount > surveyed {
      survey.problem = "the file claims \(pageCount) pictures; the first \(surveyed) are read"
    }
    for number in 1...surveyed {
      // A picture that cannot be decoded counts as a page, and fails when it is read.
      let paper = (try? file.paper(page: number)) ?? (width: 612, height: 792, scale: 1)
      survey.pages.append(
        PageSurvey(
          number: number, width: paper.width, height: paper.height, scale: paper.scale))
    }
    return survey
  }
}

/// The paper of the pages of one PDF: pages that it says are of one size are of one paper.
private struct Papers {
  let file: PDFFile
  private var known: [[Double]: Double] = [:]
  /// How many more pages are drawn to be measured.
  private var budget = 50

  init(file: PDFFile) { self.file = file }

  /// Points of paper a unit of the file.
  mutating func scale(of page: PDFPage, number: Int, _ entry: PDFStructure.PageEntry) -> Double {
    let (width, height) = page.size
    let unit = entry.userUnit
    var paper = PaperSize(width: width * unit, height: height * unit)
    guard !paper.isUsual else { return unit }
    let key = [max(width, height), min(width, height), unit]
    if let scale = known[key] { return scale }
    guard budget > 0 else { return unit }
    budget -= 1
    let boxes = page.imageBoxes(rotation: entry.rotation).map { Box($0) }
    paper.scanResolution = ScanResolution.of(
      file.pictures?.drawn(onPage: number - 1).pictures ?? [], at: boxes,
      on: Box(x: 0, y: 0, width: width, height: height),
      coverage: Box.coverage(of: boxes, pageWidth: width, pageHeight: height),
      rotation: entry.rotation
    )?.onPaper(scaledBy: unit)
    let scale = paper.scale {
      try? page.raster(dotsPerInch: 7200, maxPixelsPerSide: PaperSize.measuredPixels).grey
    }
    // A page of the same size with more on it may tell more.
    if scale != 1 { known[key] = unit * scale }
    return unit * scale
  }
}

extension DocumentSurvey {
  fileprivate mutating func add(_ page: PDFPage, number: Int, rotation: Int) {
    let (width, height) = page.size
    var fields: [ShownFormField] = []
    for field in page.fields {
      let box = field.area.box(rotation: rotation, shownWidth: width, shownHeight: height)
      fields.append(
        ShownFormField(
          name: field.name, kind: FormField.Kind(field.kind), value: field.value, box: box))
      if let signature = field.signature {
        digitalSignatures.append(
          DigitalSignature(
            fieldName: field.name, isSigned: true,
            integrity: DigitalSignature.Integrity(signature.integrity),
            trust: DigitalSignature.Trust(signature.trust), signer: signature.signer,
            signedAt: signature.time, page: number, box: box))
      }
    }
    pages.append(
      PageSurvey(
        number: number, width: width, height: height, scale: page.scale, rotation: rotation,
        hasTextLayer: page.hasText,
        imageCoverage: Box.coverage(
          of: page.imageBoxes(rotation: rotation).map { Box($0) }, pageWidth: width,
          pageHeight: height
        ).roundedToHundredth,
        fields: fields))
  }
}

extension DocumentSurvey {
  /// Says which signature fields are signed, and adds those that are on no page.
  ///
  /// Poppler calls an empty field "not verified", as it does a signature of a kind that it does not
  /// know; whether the field has a value is seen in the objects. Without those a field counts as
  /// signed and not verified: a person has to look.
  fileprivate mutating func takeSignatures(from structure: PDFStructure?) {
    guard let structure else { return }
    let fields = Dictionary(
      structure.signatureFields.map { ($0.name, $0) },
      uniquingKeysWith: { $0.isSigned ? $0 : $1 })
    for index in digitalSignatures.indices {
      let field = fields[digitalSignatures[index].fieldName]
      digitalSignatures[index].isSigned = field?.isSigned ?? true
      digitalSignatures[index].coversFile = field?.coversFile
    }
    let placed = Set(digitalSignatures.map(\.fieldName))
    for field in structure.signatureFields where !placed.contains(field.name) {
      digitalSignatures.append(
        DigitalSignature(
          fieldName: field.name, isSigned: field.isSigned, integrity: .notVerified,
          coversFile: field.coversFile, page: nil, box: nil))
    }
  }
}

extension FormField.Kind {
  fileprivate init(_ kind: PDFField.Kind) {
    self =
      switch kind {
      case .text: .text
      case .button: .button
      case .choice: .choice
      case .signature: .signature
      case .unknown: .unknown
      }
  }
}

extension DigitalSignature.Trust {
  fileprivate init(_ trust: PDFField.Signature.Trust) {
    self =
      switch trust {
      case .trusted: .trusted
      case .untrusted: .untrusted
      case .expired: .expired
      case .notVerified: .notVerified
      }
  }
}

extension DigitalSignature.Integrity {
  fileprivate init(_ integrity: PDFField.Signature.Integrity) {
    self =
      switch integrity {
      case .valid: .valid
      case .invalid: .invalid
      case .notVerified: .notVerified
      }
  }
}

extension PDFField.Area {
  /// On the shown page, origin top left, of a page turned clockwise by its own `rotation`.
  func box(rotation: Int, shownWidth: Double, shownHeight: Double) -> ShownBox {
    let isSideways = rotation % 180 != 0
    let (width, height) = isSideways ? (shownHeight, shownWidth) : (shownWidth, shownHeight)
    return ShownBox(
      Box(x: left, y: height - top, width: right - left, height: top - bottom)
        .turned(clockwise: rotation, pageWidth: width, pageHeight: height))
  }
}
