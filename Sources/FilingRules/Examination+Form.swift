import Casework

/// FRM-01 to FRM-03, FRM-07 and FRM-11: whether it is a complaint on the form, and filled in.
extension Examination {
  func onTheForm() -> Finding {
    guard facts.hasForm else {
      let likeForm = facts.pages(.unknown, .continuation)
      if ruleSet.policies.withoutForm == .refuse, likeForm.isEmpty {
        return .deficient("No page of the complaint form is in the packet.")
      }
      return .review(
        "The complaint form was not found by the checker; a person has to say whether a page is "
          + "one.")
    }
    let form = facts.pages(.form)
    if let program = facts.classification.program, program != ruleSet.program {
      return .review(
        "The form is of the programme \(program), and the rule set of \(ruleSet.program).")
    }
    guard form.contains(where: { facts.roleConfidence(of: $0) >= FilingFacts.sureness }) else {
      return .review("A page looks like the complaint form, and not surely: \(form.inWords).")
    }
    return .satisfied("The complaint form was found: \(form.inWords).")
  }

  func editionOfForm() -> Finding {
    let revisions = facts.dates.filter {
      $0.role == .formRevision && [.form, .continuation].contains(facts.role(of: $0.place.page))
    }
    let evidence = revisions.map(\.id)
    guard let days = EventDays(revisions, choosing: .any, in: facts) else {
      return .review("No revision of the form was found by the checker.", evidence)
    }
    let editions = Set(revisions.flatMap(\.readings).map(\.earliest))
    guard editions.count == 1 else {
      return .review("The pages of the form show different revisions: \(days.inWords).", evidence)
    }
    return .satisfied("The form shows a revision of \(days.inWords).", evidence)
  }

  func requiredFields() -> Finding {
    guard !ruleSet.form.requiredFields.isEmpty else {
      return .note("The rule set names no field that has to be filled in.")
    }
    guard facts.hasForm else { return .note("No complaint form was found by the checker.") }
    var (empty, unseen): ([String], [String]) = ([], [])
    for label in ruleSet.form.requiredFields {
      let fields = facts.pages(.form).compactMap(facts.reading(of:)).flatMap {
        LabelledField.fields(labelled: label, on: $0)
      }
      if fields.isEmpty {
        unseen.append(label)
      } else if !fields.contains(where: \.isFilled) {
        empty.append(label)
      }
    }
    var problems: [String] = []
    if !empty.isEmpty { problems.append("nothing found in: \(empty.joined(separator: "; "))") }
    if !unseen.isEmpty {
      problems.append("label not found: \(unseen.joined(separator: "; "))")
    }
    guard problems.isEmpty else {
      return .review("By the checker \(problems.joined(separator: ", and ")).")
    }
    return .satisfied("The fields that have to be filled in are filled in.")
  }

  func rulesNamed() -> Finding {
    guard facts.hasForm else { return .note("No complaint form was found by the checker.") }
    let citations = Citations(in: facts, on: facts.complaintPages)
    guard !citations.pages.isEmpty else {
      return .review("No Rule or Standard by its number was found by the checker.")
    }
    guard citations.namesRule else {
      return .review("Only Principles were found by the checker: \(citations.inWords).")
    }
    return .satisfied("Named: \(citations.inWords).")
  }

  func notAnInquiry() -> Finding {
    let asking = ["advisory opinion", "request an opinion", "requesting an opinion"]
    // A complaint may say "please advise" in passing; a letter without the form asks by it.
    let polite = facts.hasForm ? [] : ["please advise", "would like to know whether"]
    let pages = facts.pages(
      saying: asking + polite,
      among: facts.pages(.form, .continuation, .unknown, .certificate)
        + (facts.hasForm ? [] : facts.pages(.supporting)))
    guard pages.isEmpty else {
      return .review("It may ask for an opinion rather than complain: \(pages.inWords).")
    }
    return .satisfied("No wording of a request for an opinion was found.")
  }
}
