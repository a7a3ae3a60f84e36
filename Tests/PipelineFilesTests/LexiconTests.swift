import Casework
import PageLayout
import PipelineFiles
import Testing

@Suite("Wording")
struct LexiconTests {
  @Test("the shipped wording is good")
  func shipped() throws {
    let lexicon = try shippedPipeline.lexicon()
    #expect(lexicon.notary.acts[.jurat]?.contains(Phrase("subscribed and sworn")) == true)
    #expect(lexicon.stamps.purpose(of: "recd") == .received)
    #expect(lexicon.stamps.purpose(of: "original") == nil)
  }

  @Test("wording of an act, a circumstance or a purpose may be left out")
  func leftOut() throws {
    let scratch = try PipelineFolderTests.Scratch()
    try scratch.edit(
      "wording.yaml", replacing: "    apostille:\n      - apostille\n", with: "")
    let notary = try scratch.folder.lexicon().notary
    #expect(notary.phrases(of: .apostille).isEmpty)
    #expect(!notary.phrases(of: .foreign).isEmpty)
  }

  @Test(
    "wording that cannot work is refused with its key",
    arguments: [
      ("    jurat:", "    jurrat:", "notary.acts.jurrat", "signature-witnessing"),
      ("    jurat:", "    unknown:", "notary.acts.unknown", "signature-witnessing"),
      (
        "    apostille:", "    loose-certificate:", "notary.circumstances.loose-certificate",
        "consular"
      ),
      ("    filed: [", "    notary: [", "stamps.purposes.notary", "received"),
      ("    - Deputy Clerk", "    - '...'", "notary.officers[4]", "letters and digits"),
      ("  closings:", "  closing:", "letters.closings", "closing"),
      ("[received, recvd", "[received, reçu", "stamps.purposes.received[2]", "without accents"),
      ("[notary, notarial]", "[notary public]", "stamps.notary[1]", "one word"),
      ("letters:", "letter: []\nletters:", "letter", "unknown key"),
    ])
  func slip(old: String, new: String, key: String, says: String) throws {
    let scratch = try PipelineFolderTests.Scratch()
    try scratch.edit("wording.yaml", replacing: old, with: new)
    let error = #expect(throws: SettingsProblem.self) { try scratch.folder.lexicon() }
    #expect(error?.file == "wording.yaml")
    #expect(error?.key == key)
    #expect(error?.reason.contains(says) == true, "\(String(describing: error))")
  }
}
