import Casework

/// FRM-01 to FRM-03, FRM-07 and FRM-11: whether it is a complaint on the form, and filled in.
extension Examination {
  func onTheForm() -> Finding {
    guard facts.hasForm else {
      let likeForm = facts.pages(.unknown, .continuation)
      if ruleSet.policies.withoutForm == .refuse, likeForm.isEmpty,
        facts.pages.allSatisfy({ facts.roleConfidence(of: $0) >= FilingFacts.sureness })
      {
        return .deficient(
          .formAbsent, "No page of the complaint form is in the packet.",
          because: "No page has a title of the form, or several of its headings.",
          and: "Every page was told to be of another kind.")
      }
      return .review(
        .formNotFound,
        "The complaint form was not found by the checker; a person has to say whether a page is "
          + "one.",
        quoting: facts.tops(of: likeForm.isEmpty ? facts.pages : likeForm), resting: .onAllPages)
    }
    let form = facts.pages(.form)
    let quotes = facts.tops(of: form)
    if let program = facts.classification.program, program != ruleSet.program {
      return .review(
        .formOfAnotherProgram,
        "The form is of the programme \(program), and the rule set of \(ruleSet.program).",
        quoting: quotes)
    }
    let sure = form.filter { facts.roleConfidence(of: $0) >= FilingFacts.sureness }
    guard !sure.isEmpty else {
      return .review(
        .formUncertain, "A page looks like the complaint form, and not surely: \(form.inWords).",
        quoting: quotes)
    }
    let single = form.count == 1 ? " Only one page of it was found." : ""
    return .satisfied(
      .formFound, "The complaint form was found: \(form.inWords).\(single)", quoting: quotes)
  }

  func editionOfForm() -> Finding {
    let revisions = facts.dates.filter {
      $0.role == .formRevision && [.form, .continuation].contains(facts.role(of: $0.place.page))
    }
    let evidence = revisions.map(\.id)
    guard let days = EventDays(revisions, choosing: .any, in: facts) else {
      return .review(
        .formRevisionNotFound, "No revision of the form was found by the checker.", evidence)
    }
    let editions = Set(revisions.flatMap(\.readings).map(\.earliest))
    guard editions.count == 1 else {
      return .review(
        .formRevisionsDiffer, "The pages of the form show different revisions: \(days.inWords).",
        evidence)
    }
    return .satisfied(.formRevisionFound, "The form shows a revision of \(days.inWords).", evidence)
  }

  func requiredFields() -> Finding {
    guard !answers.requiredFields.isEmpty else {
      return .note(
        .noFieldRequired, "The form's description names no field that has to be filled in.")
    }
    guard facts.hasForm else { return noForm }
    var (empty, unseen, elsewhere): ([String], [String], [String]) = ([], [], [])
    var (quotes, values): ([Quote], [Quote]) = ([], [])
    for label in answers.requiredFields {
      let fields = rules.fields([label]).flatMap {
        LabelledField.fields($0, on: facts.pages(.form), in: facts)
      }
      values += fields.quotes
      let refersAway = fields.compactMap(\.value).filter {
        $0.text.asLine.says(["see attached", "see attachment", "attached", "see enclosed"])
      }
      if fields.isEmpty {
        unseen.append(label)
      } else if !fields.contains(where: \.isFilled) {
        empty.append(label)
        quotes += fields.map(\.label)
      } else if !refersAway.isEmpty {
        elsewhere.append(label)
        quotes += refersAway
      }
    }
    var problems: [Problem] = []
    if !empty.isEmpty {
      problems.append(
        Problem(.requiredFieldEmpty, "nothing found in: \(empty.joined(separator: "; "))"))
    }
    if !unseen.isEmpty {
      problems.append(
        Problem(.requiredFieldNotFound, "label not found: \(unseen.joined(separator: "; "))"))
    }
    if !elsewhere.isEmpty {
      problems.append(
        Problem(
          .refersToAttachment, "referred to an attachment: \(elsewhere.joined(separator: "; "))"))
    }
    guard problems.isEmpty else {
      return .review(
        problems[0].code,
        "By the checker \(problems.map(\.words).joined(separator: ", and ")). The answer may stand "
          + "in the margin or on another copy.", quoting: quotes)
    }
    return .satisfied(
      .requiredFieldsFilled, "The fields that have to be filled in are filled in.", quoting: values)
  }

  func rulesNamed() -> Finding {
    guard facts.hasForm else { return noForm }
    let doubtful = citations.named.filter { !$0.isCertain }
    let mayBe =
      doubtful.isEmpty
      ? "" : " Not certain, and not counted: \(Citations.inWords(doubtful))."
    guard !citations.certain.isEmpty else {
      return .review(
        .noProvisionCited,
        "No Rule or Standard by its number was surely found by the checker.\(mayBe)",
        quoting: citations.quotes + citations.fields)
    }
    let certain = Citations.inWords(citations.certain)
    guard citations.namesRule else {
      return .review(
        .onlyPrinciplesCited,
        "Only Principles were surely found by the checker: \(certain).\(mayBe)",
        quoting: citations.quotes + citations.fields)
    }
    return .satisfied(.ruleOrStandardCited, "Named: \(certain).\(mayBe)", quoting: citations.quotes)
  }

  func notAnInquiry() -> Finding {
    let asking = [
      "advisory opinion", "request an opinion", "requesting an opinion", "ask for your opinion",
      "ask for an opinion",
    ]
    // A complaint may say "please advise" in passing; a letter without the form asks by it.
    let polite =
      facts.hasForm
      ? [] : ["please advise", "would like to know whether", "is it a violation", "is it ethical"]
    let quotes = facts.quotes(
      of: asking + polite,
      on: facts.pages(.form, .continuation, .unknown, .certificate)
        + (facts.hasForm ? [] : facts.pages(.supporting, .transmittal)))
    guard quotes.isEmpty else {
      return .review(
        .asksForOpinion, "It may ask for an opinion rather than complain: \(quotes.inWords).",
        quoting: quotes)
    }
    guard facts.hasForm else { return noForm }
    return .satisfied(
      .noRequestForOpinion,
      "It is on the complaint form, and no wording of a request for an opinion was found.",
      quoting: facts.tops(of: Array(facts.pages(.form).prefix(1))), resting: .onAllWords)
  }
}
