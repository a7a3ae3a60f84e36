"""Invented people and invented complaints."""

PEOPLE = {}


def person(key, name, street, city, phone, email):
    PEOPLE[key] = {"name": name, "street": street, "city": city, "phone": phone, "email": email}


person("hallam", "Verity Hallam", "14 Larchmere Lane", "Haddon Corner, NJ 08099",
       "(856) 555-0142", "v.hallam@example.org")
person("okonjo", "Desmond Okonjo", "2207 Brindle Street, Apt. 4", "Millhaven, NJ 08098",
       "(609) 555-0117", "d.okonjo@example.com")
person("trask", "Loretta Trask", "88 Old Ferry Road", "Port Ansel, NJ 08097",
       "(856) 555-0163", "ltrask@example.net")
person("mireles", "Joaquin Mireles", "511 Canning Avenue", "Eastbrook, PA 19099",
       "(215) 555-0128", "j.mireles@example.com")
person("vantongeren", "Ada van Tongeren", "37 Quarry Hill Court", "Sedgefield, NJ 08096",
       "(856) 555-0155", "ada.vt@example.org")
person("birdsong", "Calvin Birdsong", "960 Tamarack Drive", "Lower Penfold, NJ 08095",
       "(609) 555-0184", "cbirdsong@example.net")
person("szabo", "Ilona Szabo", "6 Weavers Row", "Millhaven, NJ 08098",
       "(856) 555-0136", "ilona.szabo@example.com")
person("prewitt", "Norman Prewitt", "1450 Station Road", "Carrow, DE 19799",
       "(302) 555-0171", "nprewitt@example.org")
person("achterberg", "Ruth Achterberg", "73 Coldspring Terrace", "Haddon Corner, NJ 08099",
       "(856) 555-0109", "r.achterberg@example.net")
person("delacruz", "Emilio Delacruz", "305 Fennimore Street", "Port Ansel, NJ 08097",
       "(856) 555-0190", "edelacruz@example.com")
person("whitlow", "Marguerite Whitlow", "21 Orchard Close", "Sedgefield, NJ 08096",
       "(856) 555-0121", "mwhitlow@example.org")
person("nakagawa", "Helen Nakagawa", "418 Tillotson Avenue", "Eastbrook, PA 19099",
       "(215) 555-0167", "hnakagawa@example.com")


def _certificant(name, number, employer, phone, address):
    return {"name": name, "certificate": number, "employer": employer, "phone": phone,
            "address": address}


CERTIFICANTS = {
    "corrigan": _certificant(
        "Philippa Corrigan", "0099412", "Tidewell Care Partners", "(856) 555-0201",
        "300 Harbinger Plaza, Suite 12, Millhaven, NJ 08098"),
    "lindqvist": _certificant(
        "Gordon Lindqvist", "0097730", "Beacon Row Rehabilitation", "(609) 555-0214",
        "45 Beacon Row, Lower Penfold, NJ 08095"),
    "abernathy": _certificant(
        "Simone Abernathy", "0098156", "Stillwater Benefit Services", "(215) 555-0222",
        "1900 Merchant Street, Floor 6, Eastbrook, PA 19099"),
}

# A scenario: the rules it names, a summary, and the statement of facts paragraph by paragraph.
# {who} is the certificant's last name, {full} the whole name, {firm} the employer, {day} the day
# of the occurrence and {known} the day it was learned.
SCENARIOS = {
    "discharge": {
        "rules": "Standard S 2 (Representation of practice); Standard S 9; Rule 3",
        "summary":
            "{full} signed a discharge plan that said I had agreed to go home without help. I had "
            "not been asked. The plan was sent to my insurer the same day, and the home nursing "
            "that my surgeon had ordered was cancelled on the strength of it.",
        "facts": [
            "I am sixty-one years old and live alone in a second floor flat. In the winter I broke "
            "my left hip and was operated on at the county hospital. After nine days I was moved to "
            "a rehabilitation unit, where {full} of {firm} was named as my case manager. She came "
            "to my room once in the first week, introduced herself, left a card on the table and "
            "said that she would come back to talk about what I would need at home. My sister was "
            "with me and heard her say so.",
            "She did not come back. I asked the ward clerk for her twice and the night nurse once. "
            "Each time I was told that a message had been left. The physiotherapist wrote in my "
            "notes that I could not yet manage stairs, and the surgeon had ordered a nurse at home "
            "three times a week for a month, with a raised seat and a rail for the bathroom.",
            "On {day} I was told at breakfast that I was going home at noon. The nurse in charge "
            "showed me a plan with {who}'s signature at the foot. It said that I had been consulted, "
            "that I had declined home nursing, that a daughter would stay with me, and that I had "
            "been given a list of agencies to choose from. I have no daughter. Nobody had given me "
            "a list. I said all of this to the nurse, who wrote it down and telephoned the office of "
            "{firm}. She was told that the plan had already gone to the insurer and that the bed was "
            "needed.",
            "I was taken home by ambulance car and carried up the stairs by the driver and a "
            "neighbour. There was no rail and no raised seat. No nurse came the next day or the day "
            "after that. When I telephoned the insurer I was told that the order for nursing had been "
            "withdrawn because the case manager had recorded that the patient did not want it. I "
            "asked for a copy of what they had. It reached me on {known}, and that is when I first "
            "saw the words that had been written in my name.",
            "I then wrote to {firm} and asked three questions: when I had been consulted, who had "
            "told {who} that a daughter would stay with me, and which list of agencies had been "
            "handed to me. The answer, which is among the supporting documents, says that the plan "
            "was prepared from a template used for all patients on the unit, that the entries had "
            "not been changed for me, and that the signature was put on it by the office. It does "
            "not say that anybody has corrected the record.",
            "Because of the plan I paid for a private nurse for sixteen days out of my savings. I "
            "fell once in the bathroom in the first week and was seen at the urgent care centre, "
            "where the bruising was photographed. I do not say that {who} meant me harm. I say that "
            "a plan was signed that was not true, that I was not asked, and that those who relied on "
            "it were misled. I ask the Committee to look at the plan, at the nursing notes of that "
            "morning and at the answer of {firm}, and to say whether this is how a certified case "
            "manager may put her name to a document.",
        ],
    },
    "referral": {
        "rules": "Standard S 11 (Conflict of interest); Standard S 5; Rule 4",
        "summary":
            "{full} sent four injured workers to an equipment firm in which a member of the "
            "household holds a share, and did not tell them, the insurer or the employer about it. "
            "I run the claims desk that paid the bills and found out by accident.",
        "facts": [
            "I supervise the claims desk of a self-insured warehouse company. For three years we "
            "have used {firm} for the medical case management of injured workers, and {full} was "
            "assigned to most of our files. I had no complaint about the work until this spring, "
            "and I set down here only what I saw or what is in the papers that I attach.",
            "On {day} I approved the bill for a power chair and a lift for one of our drivers, who "
            "had lost the use of his legs. The bill was about a third higher than the quotation that "
            "the driver's own physician had enclosed with the prescription. I asked {who} why that "
            "quotation had not been used. The reply was that the other supplier could not deliver, "
            "that time was short and that the firm chosen was the only one in the county with the "
            "right model in stock.",
            "I let it stand. Some days later I telephoned the other supplier about a different "
            "matter. The manager said that the chair had been on the floor all month and that "
            "nobody from {firm} had called. I then took out the files of the past half year and "
            "found that four workers out of four who had needed large equipment had been sent to "
            "the same firm, each time with a note that no other supplier was available.",
            "On {known} I looked up the firm in the public register of companies. One of its two "
            "partners has the same surname and the same home address as {who}. I asked about this by "
            "e-mail, in plain words and without accusing anybody. The answer was that the partner "
            "is a spouse, that the share is small, that the prices are fair and that there had been "
            "no reason to mention it. The e-mail is attached as it reached me.",
            "None of the four workers had been told. I asked each of them, in the presence of our "
            "safety officer. Two said that they had been given a leaflet of the firm and had not "
            "been told that they might go elsewhere. One said that he had asked for a supplier "
            "nearer to his home and had been told that the insurer would not pay for it. We are the "
            "insurer, and nobody had asked us.",
            "I have taken the matter up with {firm}, which has moved our files to another case "
            "manager. I have no quarrel with the equipment itself, which works. I bring this "
            "Complaint because the workers could not know that the person who advised them stood "
            "to gain from the advice, and because a statement that nobody else could deliver was "
            "made to me in writing and was not so. I am ready to produce the four files, with the "
            "workers' consent, and to answer questions at any reasonable time.",
        ],
    },
    "records": {
        "rules": "Standard S 12 (Confidentiality); Standard S 16; Rule 6",
        "summary":
            "{full} left my whole medical file, with notes about my late husband, on the desk of my "
            "supervisor at work. I had consented to a report on my fitness to return and to nothing "
            "else. Three people in the office have told me what they read in it.",
        "facts": [
            "I have worked in the records office of a school district for eleven years. After an "
            "operation on my shoulder I was away for seven weeks. The district's insurer named "
            "{full} of {firm} as case manager, to help with the return to work. At our first meeting "
            "I signed a consent. It allowed a report to my supervisor about what I could lift, how "
            "long I could sit and on what day I could come back. I crossed out the sentence about "
            "other records and put my initials beside it, and {who} put initials there too.",
            "Through my recovery I spoke quite openly with {who}, because I had been told that our "
            "talks were confidential. I said that I had not slept well since my husband died, that I "
            "had seen a counsellor about it and that I took a tablet in the evening. None of that has "
            "to do with my shoulder or with my duties, and I would not have spoken of it in the office.",
            "On {day} {who} came to the district office for a meeting about my return. I was not "
            "invited. When the meeting was over a folder stayed behind on the desk of my supervisor. "
            "It held the surgeon's reports, the consent with its crossed out line, and eleven pages of "
            "typed notes of our conversations, with my name on every page. The folder lay there for "
            "the rest of that day and the whole of the next. The desk stands in an open room.",
            "I came back to work on the following Monday. A colleague asked me kindly, in the "
            "corridor, whether the tablets were helping. I did not understand how she could know. "
            "Another said that she was sorry about the counselling. On {known} my supervisor told me "
            "about the folder, apologised, and gave it to me in a sealed envelope. She said that she "
            "had supposed that I had agreed to it, because it had been handed to her by my own case "
            "manager with the words that she would find everything in there.",
            "I telephoned {who} the same afternoon. I was told that it had been a busy week, that the "
            "folder was meant for the insurer, that offices such as ours are used to handling personal "
            "papers, and that I should not make too much of it. I asked for this in writing and have "
            "had no letter. The office manager of {firm} did write. That letter says that the folder "
            "was left in error and that staff have been reminded of the rules.",
            "I cannot make people forget what they read. I have asked to be moved to another building "
            "and the district has agreed. I bring this Complaint so that the Committee may decide "
            "whether a case manager who has a written limit in front of her may carry a whole file "
            "into an employer's office and leave it there. I attach the consent and the letter, and I "
            "name two colleagues who are willing to say what they saw on the desk.",
        ],
    },
    "own-conduct": {
        "rules": "Standard S 4 (Competence); Standard S 8",
        "summary":
            "I am reporting my own conduct. I let my certification lapse for nineteen days and signed "
            "three care plans with the letters CCM behind my name in that time. I found the mistake "
            "myself, told my employer and have written to the clients.",
        "facts": [
            "I am reporting my own conduct, and I have tried to write it down as plainly as I would "
            "want a colleague to do. I have been certified for fourteen years and have worked for {firm} "
            "for six of them. My certificate was due for renewal in the spring. I had the continuing "
            "education hours, I had filled in the application, and I believed that I had paid the fee.",
            "On {day} I signed a care plan for a client with a spinal injury and put the letters CCM "
            "behind my name, as I had done every working day for years. I did the same on two other "
            "plans within the following two weeks. I was not certified on any of those days. The card "
            "with which I had meant to pay had been replaced by the bank, the payment had been refused, "
            "and the notice of it had gone to an old address of mine that I no longer read.",
            "I learned of it on {known}, when I logged in to print the new certificate for a court and "
            "found that there was none. I paid the fee and the late fee the same hour. The certificate was "
            "renewed two days later. I then told my supervisor, who asked me to stop signing plans "
            "until the certificate had come, and I did stop. She went through my files with me. The "
            "three plans were the only documents that I had signed in the gap.",
            "I have written to the three clients and to the two insurers concerned. I told them in one "
            "page what had happened, that the plans had been reviewed and signed again by a colleague who "
            "was certified throughout, and that nothing in the plans themselves had needed to be "
            "changed. One client telephoned to say that she did not mind at all. The other two have not "
            "answered. Copies of the letters are kept by {firm} and can be had from my supervisor.",
            "I know that the letters behind a name are a statement to the public and that in those "
            "nineteen days the statement was not true. I ought to have checked, and I had no system that "
            "would have caught it. I now have two: the renewal date is in the office calendar, where my "
            "supervisor sees it as well, and the Commission has my present address.",
            "I make this report because I would rather that the Commission hears it from me. I do not ask "
            "for any particular outcome. I will answer questions, and I consent to my supervisor being "
            "asked about any of the above.",
        ],
    },
    "silence": {
        "rules": "Standard S 1 (Advocacy); Standard S 10; Rule 5",
        "summary":
            "{full} stopped answering for my brother's case without notice, missed the appeal that the "
            "insurer had set for his home care, and told nobody that another case manager was needed. "
            "The care ended and he had to go into a nursing home.",
        "facts": [
            "My brother has multiple sclerosis and lived, until this year, in his own house with an aide "
            "in the mornings and evenings. I do not live with him, but I pay his bills and read his "
            "letters to him. His insurer arranged for {full} of {firm} to manage his case. For the first "
            "year this went well. There was a telephone call every second week and a visit each quarter, "
            "and when the aide was changed we were asked about it beforehand.",
            "In the new year the calls stopped. We thought nothing of it at first. Then the insurer wrote "
            "that the hours of the aide would be cut by half unless the need for them was shown again, "
            "and that the case manager had been asked to send the papers. I called {who} the day that "
            "the letter came and was told not to worry, that it was a matter of form, that it would be "
            "sent in good time and that we need do nothing ourselves.",
            "On {day} the time for the papers ran out. Nothing had been sent. I know this from the "
            "insurer, whose letter is attached. I had called {who}'s number eleven times in the three "
            "weeks before, and I kept a list with the hour of each call. A machine answered every time. "
            "I left a message each time, with my number and the date that the insurer had set. I sent two "
            "e-mails as well. Neither was returned, and neither was answered.",
            "On {known} I went to the office of {firm}. The receptionist told me that {who} had changed to "
            "another department, that the files had been left to be shared out, and that nobody had yet "
            "been given my brother's. She was embarrassed about it and found me a supervisor, who made "
            "an appeal out of time that same afternoon. It was refused. My brother's aide went down to "
            "one hour a day, which is not enough to get a man of his weight out of bed and dressed.",
            "He lay in bed for most of nine days. A neighbour found him with a sore on his back and "
            "called the doctor, and from the hospital he went to a nursing home, where he still is. The "
            "house is being kept for him. I have asked {firm} for the notes of the last half year and "
            "have been given four lines, the last of which says that the family had been advised of the "
            "appeal and would attend to it. That is the opposite of what we were told.",
            "People may change their work, and files may be handed on. What I complain of is that nobody "
            "told us, that a promise was made and not kept when my brother depended on it, and that the "
            "notes were written so as to put it on the family. I ask the Committee to hear the supervisor "
            "and to read the list of calls beside the telephone records, which I can get.",
        ],
    },
}

# What most complainants add at the end.
_CLOSINGS = [
    "Before I wrote this I tried to settle the matter directly. I telephoned twice and wrote once, and I "
    "said what I thought would put it right: a correction of the record, a word of regret and a promise "
    "that it would not be done to the next person. I was listened to politely on the telephone. The letter "
    "was answered by somebody else, and the correction that I had asked for was not spoken of at all. I "
    "have kept my notes of both calls and can send copies if they are wanted.",
    "The two witnesses whom I name in Section F have read what I say about them and agree that they may be "
    "asked. One of them can be reached in the evening only. I have not spoken about this Complaint with "
    "anybody else who was concerned, and I have not put it on the internet. I understand that the "
    "Committee cannot award money and that it is not there to decide what the insurer owes. That is not "
    "what I ask for. I ask that the conduct be looked at by people who know the work.",
]

_OPENINGS = [
    "I telephoned {who} in the morning and was asked to call again after lunch.",
    "{who} called me from a car and said that there were only a few minutes to talk.",
    "I went to the office of {firm} without an appointment and waited for most of an hour.",
    "The home aide rang to say that the hours had been changed again without a word to anybody.",
    "A letter from the insurer arrived, dated a week earlier, with a form to send back.",
    "{who} came to the house with a colleague whom we had not met before.",
    "My sister spoke to {who} because I was at work, and wrote down what was said.",
]
_MIDDLES = [
    "I asked whether the surgeon's order for the lift had been sent on, and was told that it was being "
    "looked into. I said that I had heard the same in the week before and asked for a date. No date was "
    "given. I asked who else could decide the matter and was told that it all went through one desk.",
    "We went through the list of what my mother needs in a day, from getting up to going to bed. {who} "
    "wrote nothing down. When I offered my own list the reply was that it would only confuse the file, and "
    "that the assessment of last year would do for the present.",
    "The question was who should pay for the drive to the clinic. I had been told that it was covered and "
    "had the sentence in writing. {who} said that the sentence had been a mistake of the office, that we "
    "should have known it, and that the drives of the last month would be charged to us.",
    "I was told that the plan had been agreed with the doctor. I said that the doctor had told me the day "
    "before that he had never seen it. There was a silence, and then I was told that an assistant of his "
    "must have had it. The assistant, whom I asked, had not had it either.",
    "We talked about the therapist, who had been taken off without notice. {who} said that the progress had "
    "been too slow to go on paying for it. I asked where that was written and who had measured it. It was, "
    "I was told, a general impression, and general impressions need not be written down.",
]
_ENDINGS = [
    "I made a note of the call the same evening, and my husband read it and signed it beside me.",
    "Nothing came of it. I wrote a short letter to confirm what had been said and kept a copy.",
    "I was promised an answer within three days. It had not come when I called the next time.",
    "My mother listened to all of this and has not spoken of {who} since without being upset.",
    "I asked for the name of a supervisor and was given a number that nobody has ever answered.",
    "The aide was in the kitchen and heard it, and is willing to say so if anybody asks her.",
]


def chronology(days, who, firm):
    """A long statement of facts, an entry a day."""
    entries = []
    for number, day in enumerate(days):
        entry = " ".join((
            f"{day}.", _OPENINGS[number % len(_OPENINGS)], _MIDDLES[number % len(_MIDDLES)],
            _ENDINGS[number % len(_ENDINGS)]))
        entries.append(entry.format(who=who, firm=firm))
    return "\n".join(entries)


def statement(scenario, certificant, day, known):
    """The rules, the summary and the facts of a scenario with its names and days put in."""
    story = SCENARIOS[scenario]
    words = {"full": certificant["name"], "who": certificant["name"].split()[-1],
             "firm": certificant["employer"], "day": day, "known": known}
    return (story["rules"], story["summary"].format(**words),
            "\n".join(part.format(**words) for part in story["facts"] + _CLOSINGS))
