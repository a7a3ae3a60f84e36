package import Casework

/// The wording of notarial certificates, by the act that it certifies.
///
/// The families are those of the Revised Uniform Law on Notarial Acts and of the older state forms:
/// oath or affirmation, acknowledgment, witnessing of a signature, certified copy. The phrases are
/// short because a certificate breaks its lines anywhere.
package enum NotarialWording {
  /// Wording that says which act was done.
  package static let acts: [(phrase: Phrase, act: NotaryBlock.Act)] = [
    (.init("subscribed and sworn"), .jurat),
    (.init("sworn to and subscribed"), .jurat),
    (.init("sworn and subscribed"), .jurat),
    (.init("signed and sworn"), .jurat),
    (.init("sworn to before me"), .jurat),
    (.init("sworn before me"), .jurat),
    (.init("sworn to or affirmed"), .jurat),
    (.init("affirmed before me"), .jurat),
    (.init("affirmed and subscribed"), .jurat),
    (.init("having been duly sworn"), .jurat),
    (.init("being first duly sworn"), .jurat),
    (.init("was acknowledged before me"), .acknowledgment),
    (.init("acknowledged before me"), .acknowledgment),
    (.init("foregoing instrument was acknowledged"), .acknowledgment),
    (.init("instrument was acknowledged"), .acknowledgment),
    (.init("record was acknowledged"), .acknowledgment),
    (.init("acknowledged to me that"), .acknowledgment),
    (.init("acknowledged the execution"), .acknowledgment),
    (.init("acknowledged that he executed"), .acknowledgment),
    (.init("acknowledged that they executed"), .acknowledgment),
    (.init("acknowledged said instrument"), .acknowledgment),
    (.init("acknowledged the foregoing"), .acknowledgment),
    (.init("duly acknowledged"), .acknowledgment),
    (.init("executed the same"), .acknowledgment),
    (.init("personally appeared before me"), .acknowledgment),
    (.init("before me personally appeared"), .acknowledgment),
    (.init("before me personally came"), .acknowledgment),
    (.init("personally known to me"), .acknowledgment),
    (.init("known to me to be the person"), .acknowledgment),
    (.init("signed or attested before me"), .signatureWitnessing),
    (.init("signed before me"), .signatureWitnessing),
    (.init("attested before me"), .signatureWitnessing),
    (.init("witnessed before me"), .signatureWitnessing),
    (.init("certify that this is a true"), .copyCertification),
    (.init("certify that this is a"), .copyCertification),
    (.init("certify or attest that this is"), .copyCertification),
    (.init("true and correct copy of a record"), .copyCertification),
    (.init("certify this to be a true copy"), .copyCertification),
  ]

  /// Wording that stands in a certificate without saying which act it is.
  package static let general: [Phrase] = [
    .init("notary public"), .init("my commission expires"), .init("commission expires"),
    .init("commission expiration"), .init("before me the undersigned"),
    .init("personally appeared"), .init("satisfactory evidence"), .init("notarial seal"),
    .init("given under my hand"), .init("witness my hand and official seal"),
    .init("official seal"), .init("notary id"), .init("commission number"),
    .init("authorized to administer oaths"),
  ]

  /// Wording that says under what circumstances an act was done.
  package static let circumstances: [(circumstance: NotaryBlock.Circumstance, texts: [String])] = [
    (
      .remote,
      [
        "communication technology", "remote online", "remote notarization", "online notary",
        "online notarization", "electronic notary", "electronically notarized",
        "remotely located", "audio video", "tangible copy of an electronic record",
      ]
    ),
    (.consular, ["consul", "consular", "consulate", "embassy"]),
    (.military, ["judge advocate", "10 usc 1044a", "armed forces of the united states"]),
    (
      .foreign,
      [
        "commissioner of oaths", "commissioner for oaths", "notario", "notario publico", "notaire",
      ]
    ),
    (.apostille, ["apostille"]),
  ]

  /// The wording of some circumstances, for looking it up.
  package static func texts(of wanted: Set<NotaryBlock.Circumstance>) -> [String] {
    circumstances.filter { wanted.contains($0.circumstance) }.flatMap(\.texts)
  }

  /// Wording of a sheet that was made to be attached to somebody else's document.
  package static let loose: [Phrase] = [
    .init("title or type of document"), .init("title or description of attached document"),
    .init("description of attached document"), .init("signers other than named above"),
    .init("attached document"), .init("loose certificate"), .init("notarial certificate"),
    .init("certificate of acknowledgment"), .init("all purpose acknowledgment"),
    .init("jurat certificate"), .init("this certificate is attached to"),
    .init("california jurat"),
  ]
}
