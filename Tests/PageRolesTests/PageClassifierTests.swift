import Casework
import TestSupport
import Testing

@testable import PageRoles

struct PageClassifierTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var documents: [[Packets.Page]]
    var roles: [PageRole]
    var interval: PageInterval
  }

  static let cases: [Case] = [
    Case(
      testDescription: "a form of two pages and nothing else",
      documents: [[.lines(Packets.firstPage), .lines(Packets.lastPage)]],
      roles: [.form, .form], interval: PageInterval(min: 2, max: 2)),
    Case(
      testDescription: "a continuation sheet counts",
      documents: [
        [
          .lines(Packets.firstPage), .lines(["Continuation sheet", Packets.prose]),
          .lines(Packets.lastPage),
        ]
      ],
      roles: [.form, .continuation, .form], interval: PageInterval(min: 3, max: 3)),
    Case(
      testDescription: "a blank back does not count",
      documents: [[.lines(Packets.firstPage), .blank, .lines(Packets.lastPage), .blank]],
      roles: [.form, .blank, .form, .blank], interval: PageInterval(min: 2, max: 2)),
    Case(
      testDescription: "a page that could not be read may be a page of the complaint",
      documents: [[.lines(Packets.firstPage), .failed, .lines(Packets.lastPage)]],
      roles: [.form, .unknown, .form], interval: PageInterval(min: 2, max: 3)),
    Case(
      testDescription:
        "a page that was not drawn in full is of the form by what is seen, or unknown",
      documents: [
        [
          .lines(Packets.firstPage), .incomplete(Packets.lastPage),
          .incomplete(["Separator sheet"]),
        ]
      ],
      roles: [.form, .form, .unknown], interval: PageInterval(min: 2, max: 3)),
    Case(
      testDescription: "an exhibit in the same document, notarised or not, is supporting",
      documents: [
        [
          .lines(Packets.firstPage), .lines(Packets.lastPage), .lines(Packets.exhibit),
          .lines(Packets.certificate),
        ]
      ],
      roles: [.form, .form, .supporting, .supporting], interval: PageInterval(min: 2, max: 2)),
    Case(
      testDescription: "the log of a signing service after the form is supporting",
      documents: [
        [
          .lines(Packets.firstPage), .lines(Packets.lastPage),
          .lines([
            "Certificate Of Completion", "Envelope Id: 4F0C2D1E", "Signer Events Signature",
            "Notary Events Signature",
          ]),
          .lines(["Electronic Record and Signature Disclosure", Packets.prose]),
        ]
      ],
      roles: [.form, .form, .supporting, .supporting], interval: PageInterval(min: 2, max: 2)),
    Case(
      testDescription: "a continuation sheet after an exhibit is the exhibit's",
      documents: [
        [.lines(Packets.firstPage), .lines(Packets.lastPage)],
        [.lines(Packets.exhibit), .lines(["Continuation sheet", Packets.prose])],
      ],
      roles: [.form, .form, .supporting, .supporting], interval: PageInterval(min: 2, max: 2)),
    Case(
      testDescription: "a continuation sheet in a file of its own has one witness",
      documents: [
        [.lines(Packets.firstPage), .lines(Packets.lastPage)],
        [.lines(["Continuation sheet", Packets.prose])],
      ],
      roles: [.form, .form, .continuation], interval: PageInterval(min: 2, max: 3)),
    Case(
      testDescription: "a heading that says more than the continuation's speaks against it",
      documents: [
        [
          .lines(Packets.firstPage),
          .lines(["Ward notes Continuation sheet", Packets.prose]), .lines(Packets.lastPage),
        ]
      ],
      roles: [.form, .continuation, .form], interval: PageInterval(min: 2, max: 3)),
    Case(
      testDescription: "a page without a number after numbered ones has a phrase and no more",
      documents: [
        [
          .lines(Packets.firstPage + ["@Page 1 of 2"]),
          .lines(Packets.lastPage + ["@Page 2 of 2"]),
          .lines(["Statement of the neighbour", "Section F Witnesses", Packets.prose]),
        ]
      ],
      roles: [.form, .form, .form], interval: PageInterval(min: 2, max: 3)),
    Case(
      testDescription: "a page that was scanned twice counts once",
      documents: [
        [
          .lines(Packets.firstPage), .lines(["Continuation sheet"] + Packets.story),
          .lines(["Continuation sheet"] + Packets.story), .lines(Packets.lastPage),
        ]
      ],
      roles: [.form, .continuation, .continuation, .form],
      interval: PageInterval(min: 3, max: 4)),
    Case(
      testDescription: "a continuation sheet on which nothing is written may not count",
      documents: [
        [
          .lines(Packets.firstPage),
          .lines(["Continuation sheet", "Statement of facts continued", "Complainant: A Name"]),
          .lines(Packets.lastPage),
        ]
      ],
      roles: [.form, .continuation, .form], interval: PageInterval(min: 2, max: 3)),
    Case(
      testDescription: "a certificate that names the form is none of its pages",
      documents: [
        [
          .lines(Packets.firstPage), .lines(Packets.lastPage),
          .lines(Packets.certificate + ["Conduct Board Complaint Form"]),
        ]
      ],
      roles: [.form, .form, .certificate], interval: PageInterval(min: 2, max: 3)),
    Case(
      testDescription: "a notarial certificate on a loose sheet is in doubt",
      documents: [
        [.lines(Packets.firstPage), .lines(Packets.lastPage), .lines(Packets.certificate)]
      ],
      roles: [.form, .form, .certificate], interval: PageInterval(min: 2, max: 3)),
    Case(
      testDescription: "a page after the form without a phrase of it is unknown",
      documents: [
        [.lines(Packets.firstPage), .lines(Packets.lastPage), .lines([Packets.prose])]
      ],
      roles: [.form, .form, .unknown], interval: PageInterval(min: 2, max: 3)),
    Case(
      testDescription: "documents after the complaint are supporting",
      documents: [
        [.lines(Packets.firstPage), .lines(Packets.lastPage)],
        [.lines([Packets.prose]), .lines(Packets.letter)],
      ],
      roles: [.form, .form, .supporting, .supporting], interval: PageInterval(min: 2, max: 2)),
    Case(
      testDescription: "a letter in front of the form is supporting and in doubt",
      documents: [
        [.lines(Packets.letter), .lines(Packets.firstPage), .lines(Packets.lastPage)]
      ],
      roles: [.supporting, .form, .form], interval: PageInterval(min: 2, max: 3)),
    Case(
      testDescription: "a letter that names the form is not the form",
      documents: [
        [
          .lines([
            "Dear Board,", "I enclose the Conduct Board Complaint Form as you asked me to do",
          ]),
          .lines(Packets.firstPage), .lines(Packets.lastPage),
        ]
      ],
      roles: [.transmittal, .form, .form], interval: PageInterval(min: 2, max: 2)),
    Case(
      testDescription: "a separator sheet and an envelope do not count",
      documents: [
        [
          .lines(["Document separator", "Batch 12"]), .lines(Packets.firstPage),
          .lines(Packets.lastPage), .lines(["Certified mail", "1120 Some Route"]),
        ]
      ],
      roles: [.separator, .form, .form, .envelope], interval: PageInterval(min: 2, max: 2)),
    Case(
      testDescription: "a second copy of the form is not certainly part of the complaint",
      documents: [
        [
          .lines(Packets.firstPage), .lines(Packets.lastPage), .lines(Packets.firstPage),
          .lines(Packets.lastPage),
        ]
      ],
      roles: [.form, .form, .form, .form], interval: PageInterval(min: 2, max: 4)),
    Case(
      testDescription: "the title repeated at the head of later pages begins no second copy",
      documents: [
        [
          .lines(Packets.firstPage + ["@Page 1 of 2"]),
          .lines(["Conduct Board Complaint Form", "Section F Witnesses", "@Page 2 of 2"]),
        ]
      ],
      roles: [.form, .form], interval: PageInterval(min: 2, max: 2)),
    Case(
      testDescription: "a page numbered as the form's but without a phrase of it may belong to it",
      documents: [
        [
          .lines(Packets.firstPage + ["@Page 1 of 3"]), .lines([Packets.prose, "@Page 2 of 3"]),
          .lines(Packets.lastPage + ["@Page 3 of 3"]),
        ]
      ],
      roles: [.form, .form, .form], interval: PageInterval(min: 2, max: 3)),
    Case(
      testDescription: "a packet without the form has no complaint pages for certain",
      documents: [[.lines(Packets.letter), .lines([Packets.prose])]],
      roles: [.supporting, .unknown], interval: PageInterval(min: 0, max: 2)),
    Case(
      testDescription: "the pages of one form may be files of their own",
      documents: [
        [.lines(Packets.firstPage + ["@Page 1 of 2"])],
        [.lines(["Conduct Board Complaint Form"] + Packets.lastPage + ["@Page 2 of 2"])],
      ],
      roles: [.form, .form], interval: PageInterval(min: 2, max: 2)),
    Case(
      testDescription: "an envelope is none of the form, though its address names the board",
      documents: [
        [
          .lines(Packets.firstPage), .lines(Packets.lastPage),
          .lines(["First class mail", "Section F Witnesses"]),
        ]
      ],
      roles: [.form, .form, .envelope], interval: PageInterval(min: 2, max: 2)),
  ]

  @Test(arguments: cases)
  func `gives every page its role and counts the complaint's pages`(_ packet: Case) {
    let classification = Packets.classify(packet.documents)
    #expect(classification.pages.map(\.role) == packet.roles)
    #expect(classification.complaintPages == packet.interval)
  }

  @Test func `names the programme of the form, and none without a form`() {
    #expect(Packets.classify([[.lines(Packets.firstPage)]]).program == "test")
    #expect(Packets.classify([[.lines(Packets.letter)]]).program == nil)
    #expect(Packets.classify([[.lines(Packets.letter)]]).kind == .unknown)
  }

  @Test func `tells forms apart whose titles differ in two letters`() {
    var other = Packets.form
    other.id = "other-form"
    other.program = "other"
    other.titles = ["Conduct Boards Complaints Form"]
    let page = ["Conduct Boards Complaints Form", "Section A Complainant"]
    let classification = PageClassifier(forms: [Packets.form, other], lexicon: shippedLexicon)
      .classify(Packets.documents([[.lines(page)]]))
    #expect(classification.program == "other")
  }

  @Test func `reasons quote nothing of the page`() {
    let page = ["Exhibit A", "Zebedee Quux wrote this"]
    for page in Packets.classify([[.lines(Packets.firstPage), .lines(page)]]).pages {
      #expect(!page.reason.contains("Zebedee"))
      #expect(!page.reason.isEmpty)
    }
  }

  @Test(arguments: [
    ("Conduct Baard Complaint Farm", true), ("CONDUCT BOARD  COMPLAINT F0RM", true),
    ("Conduct of the Meeting", false),
  ])
  func `recognises the title with the slips of OCR`(title: String, isForm: Bool) {
    let role = Packets.classify([[.lines([title, Packets.prose])]]).pages.first?.role
    #expect((role == .form) == isForm)
  }
}
