import Casework
import Testing

@testable import PageRoles

/// Papers that come with a complaint and are none of its pages.
struct OtherPapersTests {
  struct Packet: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var documents: [[Packets.Page]]
    var roles: [PageRole]
    var min: Int
    var max: Int
  }

  private static let first = Packets.Page.lines(Packets.firstPage)
  private static let last = Packets.Page.lines(Packets.lastPage)
  private static let prose = Packets.Page.lines([Packets.prose])
  private static let powerOfAttorney = Packets.Page.lines([
    "Durable Power of Attorney", "I appoint my sister to act for me", Packets.prose,
  ])
  private static let faxCover = Packets.Page.lines([
    "Facsimile cover sheet", "To: The Board", "From: A Member", "Pages: 9",
  ])
  private static func transmittal(_ more: String...) -> Packets.Page {
    .lines(["Dear Board,", "Enclosed please find my complaint and its exhibits."] + more)
  }

  static let packets: [Packet] = [
    Packet(
      testDescription: "a power of attorney keeps its role over its pages, and is no exhibit",
      documents: [[first, last, powerOfAttorney, .blank, prose, .lines(Packets.exhibit), prose]],
      roles: [
        .form, .form, .powerOfAttorney, .blank, .powerOfAttorney, .supporting, .supporting,
      ], min: 2, max: 2),
    Packet(
      testDescription: "the form begins again after a power of attorney",
      documents: [[powerOfAttorney, prose, first, last]],
      roles: [.powerOfAttorney, .powerOfAttorney, .form, .form], min: 2, max: 2),
    Packet(
      testDescription: "an exhibit that is a power of attorney is one",
      documents: [[first, last], [.lines(["Exhibit B", "Power of Attorney", Packets.prose])]],
      roles: [.form, .form, .powerOfAttorney], min: 2, max: 2),
    Packet(
      testDescription: "a certificate after a power of attorney may be the complaint's",
      documents: [[first, last, powerOfAttorney, .lines(Packets.certificate)]],
      roles: [.form, .form, .powerOfAttorney, .certificate], min: 2, max: 3),
    Packet(
      testDescription: "a certificate that speaks of the power of attorney is not",
      documents: [
        [
          first, last, powerOfAttorney,
          .lines(Packets.certificate + ["Signed by Ada Tongeren, Principal"]),
        ]
      ],
      roles: [.form, .form, .powerOfAttorney, .powerOfAttorney], min: 2, max: 2),
    Packet(
      testDescription: "a power of attorney whose numbering begins anew has ended",
      documents: [[first, last, powerOfAttorney, .lines([Packets.prose, "@Page 1 of 3"])]],
      roles: [.form, .form, .powerOfAttorney, .supporting], min: 2, max: 2),
    Packet(
      testDescription: "a letter that only says what is enclosed is no page of the complaint",
      documents: [[transmittal("Sincerely,"), first, last]],
      roles: [.transmittal, .form, .form], min: 2, max: 2),
    Packet(
      testDescription: "a letter that also tells what happened may be one",
      documents: [
        [
          transmittal("She told me on the phone that my file was closed.", "Sincerely,"), first,
          last,
        ]
      ],
      roles: [.transmittal, .form, .form], min: 2, max: 3),
    Packet(
      testDescription: "a long letter is a letter, whatever it encloses",
      documents: [
        [
          .lines(
            ["Dear Board,", "Enclosed is my complaint."]
              + Array(repeating: Packets.prose, count: 10)), first, last,
        ]
      ],
      roles: [.supporting, .form, .form], min: 2, max: 3),
    Packet(
      testDescription: "what follows a letter is of the letter, and may be a page of the complaint",
      documents: [[transmittal(), prose, first, last]],
      roles: [.transmittal, .transmittal, .form, .form], min: 2, max: 3),
    Packet(
      testDescription: "a letter among other papers that encloses something is support",
      documents: [
        [first, last], [.lines(["Dear Ms Tongeren,", "Enclosed is your invoice.", "Sincerely,"])],
      ],
      roles: [.form, .form, .supporting], min: 2, max: 2),
    Packet(
      testDescription: "without a form nobody can say what a letter is",
      documents: [[transmittal("Sincerely,")]], roles: [.transmittal], min: 0, max: 1),
    Packet(
      testDescription: "a fax cover is none, though its subject is the form",
      documents: [
        [
          .lines([
            "Fax transmission", "To: The Board", "From: A Member", "Conduct Board Complaint Form",
          ]), first, last,
        ],
        [faxCover, prose],
      ],
      roles: [.faxCover, .form, .form, .faxCover, .supporting], min: 2, max: 2),
    Packet(
      testDescription: "the line of a fax machine makes no cover of a page of the form",
      documents: [
        [
          .lines(["Fax transmission"] + Packets.firstPage),
          .lines(["Facsimile", "From: A Member"]),
        ]
      ],
      roles: [.form, .unknown], min: 1, max: 2),
  ]

  @Test(arguments: packets)
  func `are told from the complaint`(_ packet: Packet) {
    let classification = Packets.classify(packet.documents)
    #expect(classification.pages.map(\.role) == packet.roles)
    #expect(
      classification.complaintPages == PageInterval(min: packet.min, max: packet.max))
  }

  @Test func `a page that was read badly after a power of attorney is unknown`() {
    var poor = Packets.reading([Packets.prose])
    for line in poor.lines.indices {
      for word in poor.lines[line].words.indices { poor.lines[line].words[word].confidence = 0.3 }
    }
    let found = Packets.classify([[Self.first, Self.last, Self.powerOfAttorney, .reading(poor)]])
    #expect(found.pages.last?.role == .unknown)
    #expect(found.complaintPages == PageInterval(min: 2, max: 3))
  }

  /// The role of a page of `lines` with `barcodes`, in front of a form.
  private func role(_ lines: [String], _ barcodes: (Barcode.Symbology, String)...) -> PageRole? {
    var reading = Packets.reading(lines)
    reading.barcodes = barcodes.map {
      Barcode(symbology: $0.0, text: $0.1, box: Box(x: 72, y: 72, width: 58, height: 72))
    }
    return Packets.classify([[.reading(reading), Self.first, Self.last]]).pages.first?.role
  }

  @Test(arguments: [
    (Barcode.Symbology.patch, "T", true), (.patch, "3", true), (.patch, "2", false),
    (.patch, "1", false), (.code39, "JURAT-SEP", true), (.code128, "PATCHT", true),
    (.qr, "Separator sheet 12", true), (.code128, "9400110200881234567890", false),
    (.code39, "T", false),
  ])
  func `a sheet with nothing but a barcode is a separator where the barcode says so`(
    symbology: Barcode.Symbology, text: String, isSeparator: Bool
  ) {
    #expect((role([], (symbology, text)) == .separator) == isSeparator)
    #expect((role(["Batch 12"], (symbology, text)) == .separator) == isSeparator)
  }

  @Test func `a barcode on another page makes no separator of it`() {
    #expect(role(Packets.firstPage, (.patch, "T")) == .form)
    #expect(role(Packets.certificate, (.patch, "T")) == .certificate)
    let prose = Array(repeating: Packets.prose, count: 6)
    #expect(role(prose, (.patch, "T")) == .unknown)
    #expect(role(["Exhibit A", Packets.prose], (.code128, "FORM-104")) == .supporting)
    #expect(role(["Continuation sheet", Packets.prose], (.patch, "T")) == .continuation)
  }

  @Test(arguments: [(1, PageRole.separator), (30, .unknown)])
  func `a page of handwriting is no separator, whatever code is on it`(
    marks: Int, expected: PageRole
  ) {
    var reading = Packets.reading([])
    reading.barcodes = [
      Barcode(symbology: .patch, text: "T", box: Box(x: 72, y: 72, width: 58, height: 72))
    ]
    reading.marks = (0..<marks).map { row in
      Mark(
        box: Box(x: 300, y: 100 + 20 * Double(row), width: 90, height: 12), inkArea: 60,
        strokeWidth: 1.2, pieceCount: 6, largestPieceWidth: 30, largestPieceHeight: 12,
        eulerNumber: 2, saturation: 0, darkness: 0.7)
    }
    let pages = [[Packets.Page.reading(reading), Self.first, Self.last]]
    #expect(Packets.classify(pages).pages.first?.role == expected)
  }
}
