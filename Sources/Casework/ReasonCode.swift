/// The kind of a check's `reason`, for programs, whatever its words are.
///
/// A code says what was found. What becomes of it is the check's outcome, and what it is said of, its
/// row: `date-not-found` of DAT-02 is the day of receipt. Where a reason says several things, the code is
/// that of the first. "Not found" is said of the checker, "absent" and "empty" of the packet.
///
/// Stable within `jurat.case/1`: a code is never given another meaning, and new ones may be added.
package enum ReasonCode: String, Codable, CaseIterable, Hashable, Sendable {
  // Of rows of any subject.
  case formNotFound = "form-not-found"
  /// Wording that would say so was looked for, and none was found.
  case noWordingFound = "no-wording-found"
  /// The question is for a register or a file that the checker does not look into.
  case notLookedUp = "not-looked-up"
  /// OUT-01: it repeats the other rows.
  case summary

  // What came in the packet, and whether it could be opened and read.
  case everythingOpened = "everything-opened"
  case noDocument = "no-document"
  case fileLeftOut = "file-left-out"
  case documentEncrypted = "document-encrypted"
  case documentDamaged = "document-damaged"
  case documentUnsupported = "document-unsupported"
  case documentOpenedWithProblem = "document-opened-with-problem"
  /// Its pages are drawn by its viewer.
  case dynamicForm = "dynamic-form"
  case embeddedFile = "embedded-file"
  /// What a person said belongs to nothing that is found now.
  case amendmentUnmatched = "amendment-unmatched"
  case noPage = "no-page"
  case pageNotRead = "page-not-read"
  case pageReadInPart = "page-read-in-part"
  /// A page has more dates than are looked at.
  case datesBeyondLimit = "dates-beyond-limit"

  // How well it was read.
  case wellRead = "well-read"
  case poorlyRead = "poorly-read"
  case otherPagesPoorlyRead = "other-pages-poorly-read"
  case textContradictsPage = "text-contradicts-page"
  case lowResolution = "low-resolution"
  case sentByFax = "sent-by-fax"
  case streaksRemoved = "streaks-removed"

  // Digital signatures.
  case noDigitalSignature = "no-digital-signature"
  case digitalSignaturesIntact = "digital-signatures-intact"
  case digitalSignatureNotVerified = "digital-signature-not-verified"
  case changedAfterSigning = "changed-after-signing"

  // Whether it is one case.
  case oneForm = "one-form"
  case formRepeated = "form-repeated"
  case differentForms = "different-forms"
  case pageNumberingRestarts = "page-numbering-restarts"
  /// The name reads otherwise on one page than on another; likewise the three that follow.
  case complainantNamesDiffer = "complainant-names-differ"
  case respondentNamesDiffer = "respondent-names-differ"
  case printedNamesDiffer = "printed-names-differ"
  case certifiedNamesDiffer = "certified-names-differ"

  // Whether a page was lost.
  case noSignOfLostPage = "no-sign-of-lost-page"
  case noPageNumbers = "no-page-numbers"
  case pageNumbersConflict = "page-numbers-conflict"
  case faxedPagesNotFound = "faxed-pages-not-found"
  case listedExhibitsNotFound = "listed-exhibits-not-found"
  /// The loose certificate is of a document of another number of pages.
  case certificatePageCountDiffers = "certificate-page-count-differs"

  // The form.
  case formFound = "form-found"
  case formUncertain = "form-uncertain"
  case formAbsent = "form-absent"
  case formOfAnotherProgram = "form-of-another-program"
  case formRevisionFound = "form-revision-found"
  case formRevisionNotFound = "form-revision-not-found"
  case formRevisionsDiffer = "form-revisions-differ"
  case requiredFieldsFilled = "required-fields-filled"
  case requiredFieldEmpty = "required-field-empty"
  case requiredFieldNotFound = "required-field-not-found"
  case noFieldRequired = "no-field-required"
  /// The statement or an answer is said to stand in what is attached.
  case refersToAttachment = "refers-to-attachment"

  // Who files, and in which capacity.
  case complainantNameWithheld = "complainant-name-withheld"
  case capacityKnown = "capacity-known"
  case capacityNotUnderstood = "capacity-not-understood"
  case capacityAmbiguous = "capacity-ambiguous"
  case capacityContradictsSelfReport = "capacity-contradicts-self-report"
  /// In another than the row asks about.
  case filedInAnotherCapacity = "filed-in-another-capacity"
  case powerOfAttorneyFound = "power-of-attorney-found"
  case powerOfAttorneyNotFound = "power-of-attorney-not-found"
  case selfReport = "self-report"
  case chairComplaint = "chair-complaint"

  // The parties.
  case oneNameEach = "one-name-each"
  case severalNamesInField = "several-names-in-field"
  case severalPartiesWording = "several-parties-wording"
  case partyNamesNotBothRead = "party-names-not-both-read"
  case partiesMayBeOnePerson = "parties-may-be-one-person"
  case differentParties = "different-parties"

  // What is complained of.
  case ruleOrStandardCited = "rule-or-standard-cited"
  case onlyPrinciplesCited = "only-principles-cited"
  case noProvisionCited = "no-provision-cited"
  case asksForOpinion = "asks-for-opinion"
  case noRequestForOpinion = "no-request-for-opinion"

  // Pages.
  case withinPageLimit = "within-page-limit"
  case overPageLimit = "over-page-limit"
  /// Whether it is over the limit depends on which pages count.
  case pageCountUncertain = "page-count-uncertain"
  /// By its shape.
  case pageMayHoldSeveral = "page-may-hold-several"
  case smallType = "small-type"
  case pageRolesClear = "page-roles-clear"
  case pageRoleUnclear = "page-role-unclear"
  case complaintWordingInSupport = "complaint-wording-in-support"
  case complaintAfterSupport = "complaint-after-support"

  // The complainant's signature.
  case complainantSigned = "complainant-signed"
  case complainantSignedByPicture = "complainant-signed-by-picture"
  /// By a mark, with initials, in type, or by another for the complainant.
  case signedUnusually = "signed-unusually"
  case signedDigitally = "signed-digitally"
  /// There is writing in the place, and nothing else shows that it is a signature.
  case signatureUncorroborated = "signature-uncorroborated"
  case signatureUncertain = "signature-uncertain"
  /// One is, and the form is there more than once.
  case notEveryFormSigned = "not-every-form-signed"
  case placeToSignNotFound = "place-to-sign-not-found"
  /// And the checker is not sure.
  case placeToSignLooksEmpty = "place-to-sign-looks-empty"
  case placeToSignEmpty = "place-to-sign-empty"
  /// The place looks empty, and yet there is a signature elsewhere; likewise the three that follow.
  case signatureElsewhere = "signature-elsewhere"
  case notarizedThoughUnsigned = "notarized-though-unsigned"
  case doubtfulMarkElsewhere = "doubtful-mark-elsewhere"
  case fewerPlacesToSignThanForms = "fewer-places-to-sign-than-forms"
  case complainantNameNotRead = "complainant-name-not-read"
  case signerNameNotRead = "signer-name-not-read"
  case signerNameAgrees = "signer-name-agrees"
  /// The name printed at the signature or in the certificate reads otherwise than the complainant's.
  case signerNameDiffers = "signer-name-differs"

  // The day that the row asks for.
  case dateKnown = "date-known"
  /// Written by hand; what it says was not read for certain.
  case dateByHand = "date-by-hand"
  case dateNotFound = "date-not-found"
  case dateNotReadInFull = "date-not-read-in-full"
  case dateAmbiguous = "date-ambiguous"
  case dateOnlyBounded = "date-only-bounded"
  case dateOnlyInStatement = "date-only-in-statement"

  // Days against each other.
  case datesInOrder = "dates-in-order"
  case datesOutOfOrder = "dates-out-of-order"
  case tooFewDatesToCompare = "too-few-dates-to-compare"
  case datesNotBothRead = "dates-not-both-read"
  case signedAfterReceipt = "signed-after-receipt"
  case notarizedBeforeSigned = "notarized-before-signed"
  case notarizedOnDayOfSignature = "notarized-on-day-of-signature"
  case notarizedPerhapsOnAnotherDay = "notarized-perhaps-on-another-day"
  /// On the day of the signature or later.
  case acknowledgedAfterSigning = "acknowledged-after-signing"

  // The notary block.
  case notaryBlockCompleted = "notary-block-completed"
  /// One is, and the form is there more than once.
  case notEveryFormNotarized = "not-every-form-notarized"
  case notaryBlockVoided = "notary-block-voided"
  case notarySignatureTyped = "notary-signature-typed"
  case notaryBlockUncertain = "notary-block-uncertain"
  /// No block is completed, and yet there is a seal, a notary's signature or a block that may be of
  /// another document.
  case traceOfNotaryElsewhere = "trace-of-notary-elsewhere"
  case onlySupportNotarized = "only-support-notarized"
  /// Under penalty of perjury.
  case unswornDeclaration = "unsworn-declaration"
  /// And the checker is not sure.
  case notaryBlockLooksEmpty = "notary-block-looks-empty"
  /// Not signed, and yet filled in.
  case notaryBlockUnsigned = "notary-block-unsigned"
  case notaryBlockEmpty = "notary-block-empty"
  case notaryBlockNotFound = "notary-block-not-found"
  case notaryBlockAbsent = "notary-block-absent"
  /// There is none to look into.
  case noCompletedNotaryBlock = "no-completed-notary-block"
  case notaryBlockOnComplaint = "notary-block-on-complaint"
  case looseCertificate = "loose-certificate"

  // What the notary block says.
  case jurat
  case acknowledgment
  case signatureWitnessing = "signature-witnessing"
  case copyCertification = "copy-certification"
  case notarialActUnknown = "notarial-act-unknown"
  case severalNotarialActs = "several-notarial-acts"
  case venueFilledIn = "venue-filled-in"
  /// Wording of another kind than state and county.
  case venueOfAnotherKind = "venue-of-another-kind"
  case venueNotFound = "venue-not-found"
  case domesticVenue = "domestic-venue"
  case foreignVenue = "foreign-venue"
  case foreignNotarizationWording = "foreign-notarization-wording"
  case remoteNotarizationWording = "remote-notarization-wording"
  case physicalPresenceTicked = "physical-presence-ticked"
  case notarialDateNotRead = "notarial-date-not-read"
  case commissionInForce = "commission-in-force"
  case commissionExpired = "commission-expired"
  /// Whether it was in force depends on the reading of the dates.
  case commissionUncertain = "commission-uncertain"
  /// Longer than any commission is.
  case commissionTooLong = "commission-too-long"
  case commissionWithoutEnd = "commission-without-end"
  /// There is a place for it.
  case commissionEndNotRead = "commission-end-not-read"
  /// Nor a place for it.
  case commissionEndNotFound = "commission-end-not-found"
  case sealFound = "seal-found"
  case sealNotNeeded = "seal-not-needed"
  case sealNotFound = "seal-not-found"
  case officerNamed = "officer-named"
  case officerNameOrTitleNotFound = "officer-name-or-title-not-found"
  case officerMayBeParty = "officer-may-be-party"

  // The filing period, and the edition that it is of.
  /// Under every admissible reading and policy.
  case inTime = "in-time"
  case outOfTime = "out-of-time"
  /// By the dates that were read, and not surely.
  case inTimeAsRead = "in-time-as-read"
  case outOfTimeAsRead = "out-of-time-as-read"
  case readingsAndPoliciesDiffer = "readings-and-policies-differ"
  case periodStartNotFound = "period-start-not-found"
  case periodEndNotFound = "period-end-not-found"
  /// Of its start or its end no day can be counted with.
  case filingDaysUnknown = "filing-days-unknown"
  /// In the year in which a period would end.
  case holidaysUnknown = "holidays-unknown"
  case onlyEdition = "only-edition"
  case editionsAgree = "editions-agree"
  /// And it matters, or cannot be told to be the same.
  case governingEditionOpen = "governing-edition-open"

  // What the reviewer should know.
  case otherProceedingsStated = "other-proceedings-stated"
  case otherProceedingsWording = "other-proceedings-wording"
  case noOtherProceedingsStated = "no-other-proceedings-stated"
  case inEnglish = "in-english"
  case notInEnglish = "not-in-english"
  case noWordsRead = "no-words-read"
  case personalIdentifiers = "personal-identifiers"
  case medicalWording = "medical-wording"
  case filesKeptApart = "files-kept-apart"
  case documentsIdentical = "documents-identical"
}
