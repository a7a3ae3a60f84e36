/// What a file is, found from its content and never from its name.
package enum MediaType: String, Codable, Sendable, CaseIterable {
  case pdf = "application/pdf"
  case tiff = "image/tiff"
  case jpeg = "image/jpeg"
  case png = "image/png"
  case unknown = "application/octet-stream"

  package var fileExtension: String {
    switch self {
    case .pdf: "pdf"
    case .tiff: "tif"
    case .jpeg: "jpg"
    case .png: "png"
    case .unknown: "bin"
    }
  }
}

/// One file of a case as `ingest` took it in.
package struct IngestedDocument: Codable, Hashable, Sendable {
  package var id: DocumentID
  package var sha256: Digest
  package var byteCount: Int
  package var mediaType: MediaType

  package init(id: DocumentID, sha256: Digest, byteCount: Int, mediaType: MediaType) {
    self.id = id
    self.sha256 = sha256
    self.byteCount = byteCount
    self.mediaType = mediaType
  }
}

/// What `count` found out about one document without reading its pages.
package struct DocumentSurvey: Codable, Hashable, Sendable {
  package var state: DocumentState
  /// Why the document could not be opened, in words for an operator; `nil` where it was.
  package var problem: String?
  package var pages: [PageSurvey]
  package var digitalSignatures: [DigitalSignature]
  /// Files embedded in the document; each may be a document of its own.
  package var attachmentCount: Int
  /// Whoever opens the document lets it act: it has scripts, starts programs, opens other files or sends
  /// something. `nil` where nothing like that was found.
  package var hasActiveContent: Bool?
  /// The page count is a placeholder: the form is drawn by a viewer (dynamic XFA).
  package var isDynamicForm: Bool

  package init(
    state: DocumentState, problem: String? = nil, pages: [PageSurvey] = [],
    digitalSignatures: [DigitalSignature] = [], attachmentCount: Int = 0,
    isDynamicForm: Bool = false, hasActiveContent: Bool? = nil
  ) {
    self.state = state
    self.problem = problem
    self.pages = pages
    self.digitalSignatures = digitalSignatures
    self.attachmentCount = attachmentCount
    self.isDynamicForm = isDynamicForm
    self.hasActiveContent = hasActiveContent
  }
}

package enum DocumentState: String, Codable, Sendable, CaseIterable {
  case opened
  /// A password is needed to open it.
  case encrypted
  /// The reader could not make sense of it, or died on it.
  case damaged
  /// Not a kind of file that jurat reads.
  case unsupported
}

/// One page before it is read.
package struct PageSurvey: Codable, Hashable, Sendable {
  /// Counted from 1.
  package var number: Int
  /// In points of its paper, after the document's own rotation.
  package var width: Double
  package var height: Double
  /// Points of paper a unit of the file (of a picture file: a point by its stated resolution). 1 where
  /// what the file says is believed.
  package var scale: Double
  /// The document's own rotation in degrees clockwise: 0, 90, 180 or 270.
  package var rotation: Int
  package var hasTextLayer: Bool
  /// The share of the page that raster images cover, 0 to 1.
  package var imageCoverage: Double
  package var fields: [ShownFormField]

  package init(
    number: Int, width: Double, height: Double, scale: Double = 1, rotation: Int = 0,
    hasTextLayer: Bool = false,
    imageCoverage: Double = 1, fields: [ShownFormField] = []
  ) {
    self.number = number
    self.width = width
    self.height = height
    self.scale = scale
    self.rotation = rotation
    self.hasTextLayer = hasTextLayer
    self.imageCoverage = imageCoverage
    self.fields = fields
  }
}

/// A field of a PDF form as the document shows it. What a page is read as has ``FormField``s.
package struct ShownFormField: Codable, Hashable, Sendable {
  package var name: String
  package var kind: FormField.Kind
  /// The text of a text or choice field, `on` or `off` of a check box; `nil` where it is empty.
  package var value: String?
  package var box: ShownBox

  package init(name: String, kind: FormField.Kind, value: String?, box: ShownBox) {
    self.name = name
    self.kind = kind
    self.value = value
    self.box = box
  }

  /// - Parameter degrees: how far `page` was turned clockwise to be upright.
  package func upright(on page: PageSurvey, turned degrees: Int) -> FormField {
    FormField(
      name: name, kind: kind, value: value, box: box.upright(on: page, turned: degrees))
  }
}

/// A digital signature of a PDF, as poppler reports it from the original bytes.
package struct DigitalSignature: Codable, Hashable, Sendable {
  package enum Integrity: String, Codable, Sendable {
    case valid, invalid
    case notVerified = "not-verified"
  }
  package enum Trust: String, Codable, Sendable {
    case trusted, untrusted, expired
    case notVerified = "not-verified"
  }

  package var fieldName: String
  /// `false` where the field is there and nobody has signed it.
  package var isSigned: Bool
  /// Whether the bytes that were signed are unchanged.
  package var integrity: Integrity
  /// Whether the signer's certificate is known to be genuine: never without asking the network, which
  /// a reader cannot, unless its issuer is known to the machine.
  package var trust: Trust
  /// The signature is of the whole file; `false` where something was added after it, `nil` where
  /// that cannot be said.
  package var coversFile: Bool?
  /// The name in the certificate.
  package var signer: String?
  /// Seconds since 1970-01-01 UTC, by the clock of the signer's machine.
  package var signedAt: Int?
  /// Counted from 1; `nil` where the field is on no page.
  package var page: Int?
  package var box: ShownBox?

  package init(
    fieldName: String, isSigned: Bool, integrity: Integrity, trust: Trust = .notVerified,
    coversFile: Bool? = nil, signer: String? = nil, signedAt: Int? = nil, page: Int?, box: ShownBox?
  ) {
    self.fieldName = fieldName
    self.isSigned = isSigned
    self.integrity = integrity
    self.trust = trust
    self.coversFile = coversFile
    self.signer = signer
    self.signedAt = signedAt
    self.page = page
    self.box = box
  }
}
