import Casework
import QPDF
import ReaderProtocol
import Testing

@testable import PageReading

@Suite("Surveying documents")
struct SurveyTests {
  let conversation: Conversation

  init() throws { conversation = try Conversation() }

  @Test("pages are listed with size, rotation and text layer")
  func pages() throws {
    let file = try conversation.file(
      PDFs.file([
        PDFs.Page(content: PDFs.text(["text"])),
        PDFs.Page(content: "", width: 300, height: 400, entries: "/Rotate 90"),
        PDFs.Page(content: "", entries: "/Rotate 45 /CropBox [100 100 500 700]"),
      ]), .pdf)
    let survey = try conversation.survey(file)
    #expect(survey.state == .opened)
    #expect(survey.problem == nil)
    #expect(survey.pages.map(\.number) == [1, 2, 3])
    #expect(survey.pages.map { [$0.width, $0.height] } == [[612, 792], [400, 300], [400, 600]])
    #expect(survey.pages.map(\.rotation) == [0, 90, 0])
    #expect(survey.pages.map(\.hasTextLayer) == [true, false, false])
    #expect(survey.pages.map(\.imageCoverage) == [0, 0, 0])
    #expect(!survey.isDynamicForm)
    #expect(survey.attachmentCount == 0)
  }

  @Test("a document that needs a password is encrypted, and one that does not is open")
  func encrypted() throws {
    let plain = try conversation.file(PDFs.file([PDFs.Page(content: "")]), .pdf)
    for (user, state) in [("secret", DocumentState.encrypted), ("", .opened)] {
      let bytes = try #require(
        PDFJob.run(["--encrypt", user, "owner", "256", "--", plain.path]))
      let survey = try conversation.survey(conversation.file(bytes, .pdf, name: "locked"))
      #expect(survey.state == state)
    }
  }

  @Test(
    "what is no document is damaged, with a problem in words",
    arguments: [
      (MediaType.pdf, "%PDF-1.7\nnothing"), (.pdf, ""), (.tiff, "II*\0\u{8}\0\0\0"),
      (.png, "hello"),
      (.jpeg, ""),
    ])
  func damaged(mediaType: MediaType, content: String) throws {
    let survey = try conversation.survey(conversation.file(Array(content.utf8), mediaType))
    // A picture that cannot be decoded is still a page, which fails when it is read.
    if mediaType == .png || mediaType == .jpeg {
      #expect(survey.pages.count == 1)
    } else {
      #expect(survey.state == .damaged)
      #expect(survey.problem?.isEmpty == false)
    }
  }

  @Test("a file that is not there is damaged")
  func missing() throws {
    let survey = try conversation.survey(DocumentFile(path: "/nonexistent.pdf", mediaType: .pdf))
    #expect(survey.state == .damaged)
  }

  /// A page with a text field at (100, 600), 200 by 20 points from the bottom left, a check box
  /// that is on, and a signature field.
  private func formFile(pageEntries: String = "") -> [UInt8] {
    var writer = PDFWriter()
    let pageTree = writer.reserve()
    let page = writer.reserve()
    func widget(_ rest: String) -> String {
      "<< /Type /Annot /Subtype /Widget /P \(page) 0 R /F 4 \(rest) >>"
    }
    let text = writer.add(
      widget("/FT /Tx /T (name) /V (Jane Roe) /DA (/F 12 Tf 0 g) /Rect [100 600 300 620]"))
    let tick = writer.add(stream: [], entries: "/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    let box = writer.add(
      widget(
        """
        /FT /Btn /T (agree) /V /Yes /AS /Yes /Rect [100 500 110 510] \
        /AP << /N << /Yes \(tick) 0 R >> >>
        """))
    let signature = writer.add(widget("/FT /Sig /T (sign) /Rect [100 400 300 440]"))
    let signed = writer.add(
      widget(
        """
        /FT /Sig /T (signed) /Rect [100 300 300 340] \
        /V << /Type /Sig /Filter /Adobe.PPKLite /SubFilter /other /Contents <00> \
        /ByteRange [0 10 20 30] >>
        """))
    let fields = "[\(text) 0 R \(box) 0 R \(signature) 0 R \(signed) 0 R]"
    writer.write(
      """
      << /Type /Page /Parent \(pageTree) 0 R /MediaBox [0 0 612 792] /Annots \(fields) \
      \(pageEntries) >>
      """, as: page)
    return writer.finish(
      pages: [page], pageTree: pageTree, catalogEntries: "/AcroForm << /Fields \(fields) >>")
  }

  @Test("form fields come with name, kind, value and their box from the top left")
  func fields() throws {
    let file = try conversation.file(formFile(), .pdf)
    let survey = try conversation.survey(file)
    let page = try #require(survey.pages.first)
    let fields = page.fields
    #expect(fields.map(\.name) == ["name", "agree", "sign", "signed"])
    #expect(fields.map(\.kind) == [.text, .button, .signature, .signature])
    #expect(fields.map(\.value) == ["Jane Roe", "on", nil, nil])
    #expect(fields[0].box == ShownBox(Box(x: 100, y: 172, width: 200, height: 20)))
    let signatures = survey.digitalSignatures
    #expect(signatures.map(\.fieldName) == ["sign", "signed"])
    #expect(signatures.map(\.isSigned) == [false, true])
    #expect(signatures.map(\.integrity) == [.notVerified, .notVerified])
    #expect(signatures.map(\.page) == [1, 1])
    // Forty bytes of a file that is longer; the empty field has no range.
    #expect(signatures.map(\.coversFile) == [nil, false])
    let upright = fields.map { $0.upright(on: page, turned: 0) }
    #expect(try conversation.read(file).reading?.fields == upright)
  }

  /// A page with files pinned to it and named elsewhere, by the entries of its catalog.
  private func file(
    pageEntries: (_ file: Int) -> String = { _ in "" },
    catalogEntries: (_ file: Int) -> String = { _ in "" }
  ) throws -> DocumentFile {
    var writer = PDFWriter()
    let pageTree = writer.reserve()
    let stream = writer.add(stream: Array("a letter".utf8), entries: "/Type /EmbeddedFile")
    let file = writer.add("<< /Type /Filespec /F (letter.txt) /EF << /F \(stream) 0 R >> >>")
    let page = writer.add(
      """
      << /Type /Page /Parent \(pageTree) 0 R /MediaBox [0 0 612 792] \(pageEntries(file)) >>
      """)
    return try conversation.file(
      writer.finish(pages: [page], pageTree: pageTree, catalogEntries: catalogEntries(file)), .pdf)
  }

  private static func pin(_ file: Int) -> String {
    "/Annots [<< /Type /Annot /Subtype /FileAttachment /Rect [9 9 29 29] /FS \(file) 0 R >>]"
  }

  @Test("embedded files are counted wherever they are named, and each once")
  func attachments() throws {
    func count(_ file: DocumentFile) throws -> Int {
      try conversation.survey(file).attachmentCount
    }
    func named(_ file: Int) -> String {
      "/Names << /EmbeddedFiles << /Kids [<< /Names [(letter) \(file) 0 R] >>] >> >>"
    }
    #expect(try count(file()) == 0)
    #expect(try count(file(pageEntries: Self.pin)) == 1)
    #expect(try count(file(pageEntries: { "/AF [\($0) 0 R]" })) == 1)
    #expect(try count(file(catalogEntries: named)) == 1)
    #expect(
      try count(file(catalogEntries: { named($0) + "/Collection << /Type /Collection >>" })) == 1)
    #expect(
      try count(file(pageEntries: Self.pin, catalogEntries: { named($0) + "/AF [\($0) 0 R]" })) == 1
    )
  }

  @Test("a form of XFA without fields of its own is drawn by its viewer")
  func dynamicForm() throws {
    func isDynamic(_ entries: String) throws -> Bool {
      try conversation.survey(file(catalogEntries: { _ in entries })).isDynamicForm
    }
    #expect(try isDynamic("/AcroForm << /XFA (x) /Fields [] >>"))
    #expect(try isDynamic("/AcroForm << /XFA (x) /Fields [<< /T (a) >>] >> /NeedsRendering true"))
    #expect(try !isDynamic("/AcroForm << /XFA (x) /Fields [<< /T (a) >>] >>"))
    #expect(try !isDynamic("/AcroForm << /Fields [] >>"))
  }

  @Test("no page of the tree is lost, whatever the tree says of their number")
  func pageTree() throws {
    let bytes = PDFs.file((1...3).map { PDFs.Page(content: PDFs.text(["Page \($0)"])) })
    let text = String(decoding: bytes, as: UTF8.self)
    let survey = try conversation.survey(
      conversation.file(Array(text.replacing("/Count 3", with: "/Count 2").utf8), .pdf))
    #expect(survey.pages.count == 3)
    #expect(survey.problem?.contains("2 pages") == true)
  }

  @Test("the boxes of fields follow the page's rotation")
  func rotatedFields() throws {
    let file = try conversation.file(formFile(pageEntries: "/Rotate 90"), .pdf)
    let field = try #require(try conversation.survey(file).pages.first?.fields.first)
    // 100 from the left and 172 from the top become 172 from the right and 100 from the top.
    #expect(field.box == ShownBox(Box(x: 792 - 172 - 20, y: 100, width: 20, height: 200)))
  }
}
