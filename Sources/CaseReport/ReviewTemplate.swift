/// The review page as a Mustache template. `{{ }}` escapes (`MarkupText`); what stands in `{{{ }}}` is
/// style, script and data of our own making.
///
/// Without its script the page is whole: what is open stands first, the rest folds open by hand.
enum ReviewTemplate {
  static let html = #"""
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src file: 'self'; style-src 'unsafe-inline'; script-src 'sha256-{{{scriptDigest}}}'; form-action 'none'; base-uri 'none'">
    <meta name="referrer" content="no-referrer">
    <title>{{name}}: {{disposition}}</title>
    <style>
    {{{style}}}
    {{{printHeading}}}
    </style>
    </head>
    <body>
    <a class="skip" href="#main">Skip to what has to be decided</a>
    <div class="page">
    <header>
    <div class="title">
    <h1>{{name}}</h1>
    <nav aria-label="Cases"><a href="../../../index.html">All open cases</a> <a href="../../../index.html#before-{{caseID}}" id="previous">Previous</a> <a href="../../../index.html#after-{{caseID}}" id="next">Next</a></nav>
    </div>
    <p class="verdict"><span class="badge {{dispositionClass}}"><span aria-hidden="true">{{dispositionSymbol}}</span> {{disposition}}</span> <span>{{explanation}}</span></p>
    <dl class="facts">
    {{#facts}}
    <div><dt>{{label}}</dt><dd>{{value}}</dd></div>
    {{/facts}}
    </dl>
    <details class="more"><summary>About this case</summary>
    <dl class="facts">
    <div><dt>Case</dt><dd class="id">{{caseID}}</dd></div>
    {{#moreFacts}}
    <div><dt>{{label}}</dt><dd>{{value}}</dd></div>
    {{/moreFacts}}
    </dl>
    {{#hasOpenQuestions}}
    <p class="soft">The rule set leaves open, by the keys of its file, and what depends on it:</p>
    <ul class="open">
    {{#openQuestions}}<li><code>{{key}}</code>: {{#rows}}<a href="#{{anchor}}">{{id}}</a> {{outcome}} {{/rows}}</li>{{/openQuestions}}
    </ul>
    {{/hasOpenQuestions}}
    </details>
    </header>
    <main id="main" tabindex="-1">

    <section id="decide" aria-labelledby="decide-heading">
    <h2 id="decide-heading">What a person has to decide ({{openCount}})</h2>
    <div class="questions">
    {{#closedDocuments}}
    <p class="question unread"><a href="#{{target}}">{{subject}}</a> {{question}}</p>
    {{/closedDocuments}}
    {{#questions}}
    <details class="question check {{outcomeClass}}" id="{{anchor}}" name="question"{{#isFirst}} open{{/isFirst}}>
    <summary><span class="badge {{outcomeClass}}"><span aria-hidden="true">{{symbol}}</span> {{outcome}}</span> <span><span class="id">{{id}}</span> {{title}}</span></summary>
    <div class="body">
    {{> card}}
    {{#isAsked}}
    <p class="soft">For this answer wait:</p>
    <ul class="waiting">
    {{#waiting}}<li id="{{anchor}}"><span class="id">{{id}}</span> {{title}}: {{outcome}}. {{reason}}</li>{{/waiting}}
    </ul>
    {{/isAsked}}
    </div>
    </details>
    {{/questions}}
    {{^isOpen}}
    <p>The checker left nothing open: every check that counts is satisfied, and every page was read or is blank. Whether to accept the complaint is for a person to decide.</p>
    {{/isOpen}}
    </div>
    <aside id="look" aria-label="The place on the page" hidden></aside>
    <form id="verdict" hidden aria-label="Your decision"></form>
    </section>

    {{#amendments.hasRows}}
    <section id="amendments" aria-labelledby="amendments-heading">
    <h2 id="amendments-heading">Amended by people</h2>
    <div class="scroll">
    <table>
    <caption>What people said in place of the machine; <code>jurat history</code> has when.</caption>
    <thead><tr><th scope="col">Number</th><th scope="col">Of</th><th scope="col">Is</th><th scope="col">Was</th><th scope="col">Said by</th><th scope="col">Note</th></tr></thead>
    <tbody>
    {{#amendments.rows}}
    <tr><th scope="row">{{number}}</th><td class="text">{{subject}}</td><td class="text">{{value}}</td><td class="text">{{was}}</td><td class="text">{{by}}</td><td class="text">{{note}}</td></tr>
    {{/amendments.rows}}
    </tbody>
    </table>
    </div>
    </section>
    {{/amendments.hasRows}}

    {{#groups}}
    <details class="fold" id="{{anchor}}"><summary><h2>{{heading}} ({{count}})</h2></summary>
    {{#checks}}
    <article class="check {{outcomeClass}}" id="{{anchor}}" aria-labelledby="{{anchor}}-heading">
    <div class="top"><span class="badge {{outcomeClass}}"><span aria-hidden="true">{{symbol}}</span> {{outcome}}</span>
    <h3 id="{{anchor}}-heading"><span class="id">{{id}}</span> {{title}}</h3></div>
    {{> card}}
    </article>
    {{/checks}}
    </details>
    {{/groups}}

    <details class="fold" id="dates"><summary><h2>Dates ({{dateCount}})</h2></summary>
    {{#hasDates}}
    <div class="scroll">
    <table>
    <caption>Every date found, with each day it may mean, the most likely first. Birth dates are masked.</caption>
    <thead><tr><th scope="col">Finding</th><th scope="col">Role</th><th scope="col">As written</th><th scope="col">May mean</th><th scope="col">Where</th><th scope="col">Picture</th></tr></thead>
    <tbody>
    {{#dates}}
    <tr id="{{findingAnchor}}"><th scope="row" data-subject="{{finding}}" data-kind="date"><span class="id">{{finding}}</span></th><td>{{role}}</td><td class="text">{{written}}<br><span class="soft">{{writing}}</span></td><td><ul>{{#meanings}}<li class="days">{{.}}</li>{{/meanings}}</ul></td><td>{{> where}}</td><td>{{> thumbnail}}</td></tr>
    {{/dates}}
    </tbody>
    </table>
    </div>
    {{/hasDates}}
    {{^hasDates}}
    <p>The checker found no date.</p>
    {{/hasDates}}
    </details>

    <details class="fold" id="attestations"><summary><h2>Attestations ({{attestationCount}})</h2></summary>
    {{#attestations}}
    <article class="act" id="{{findingAnchor}}" aria-labelledby="{{findingAnchor}}-heading">
    <h3 id="{{findingAnchor}}-heading" data-subject="{{finding}}" data-kind="attestation"><span class="id">{{finding}}</span> {{heading}}: <span aria-hidden="true">{{symbol}}</span> {{state}}</h3>
    <p>{{reason}} {{> where}}</p>
    {{#hasPicture}}
    <div class="evidence"><img src="{{picture}}" alt="{{alternative}}" loading="lazy"></div>
    {{/hasPicture}}
    {{#hasElements}}
    <div class="scroll">
    <table>
    <caption>{{act}}: what its wording offers a place for</caption>
    <thead><tr><th scope="col">Element</th><th scope="col">State</th><th scope="col">As read</th><th scope="col">How filled in</th></tr></thead>
    <tbody>
    {{#elements}}
    <tr><th scope="row">{{name}}</th><td><span aria-hidden="true">{{symbol}}</span> {{state}}</td><td class="text">{{read}}</td><td>{{filled}}</td></tr>
    {{/elements}}
    </tbody>
    </table>
    </div>
    {{/hasElements}}
    </article>
    {{/attestations}}
    {{^hasAttestations}}
    <p>The checker found no place to sign, notary block, seal or stamp.</p>
    {{/hasAttestations}}
    </details>

    <details class="fold" id="entries"><summary><h2>Fields and check boxes of the form ({{entryCount}})</h2></summary>
    {{#hasEntries}}
    <div class="scroll">
    <table>
    <caption>Whether each is filled in or checked, and how. What is written in them is not judged here.</caption>
    <thead><tr><th scope="col">Finding</th><th scope="col">Label</th><th scope="col">State</th><th scope="col">Value as read</th><th scope="col">Where</th><th scope="col">Picture</th></tr></thead>
    <tbody>
    {{#entries}}
    <tr id="{{findingAnchor}}"><th scope="row" data-subject="{{finding}}" data-kind="attestation"><span class="id">{{finding}}</span></th><td class="text">{{label}}<br><span class="soft">{{kind}}</span></td><td><span aria-hidden="true">{{symbol}}</span> {{state}}<br><span class="soft">{{reason}}</span></td><td class="text">{{value}}</td><td>{{> where}}</td><td>{{> thumbnail}}</td></tr>
    {{/entries}}
    </tbody>
    </table>
    </div>
    {{/hasEntries}}
    {{^hasEntries}}
    <p>The checker found no field or check box of the form.</p>
    {{/hasEntries}}
    </details>

    <details class="fold" id="passages"><summary><h2>Passages ({{passageCount}})</h2></summary>
    {{#hasPassages}}
    <div class="scroll">
    <table>
    <caption>The words that checks quote, as they were read. Birth dates and identity numbers are masked, and there is no picture of lines that hold one.</caption>
    <thead><tr><th scope="col">Finding</th><th scope="col">As read</th><th scope="col">How sure</th><th scope="col">Where</th></tr></thead>
    <tbody>
    {{#passages}}
    <tr id="{{findingAnchor}}"><th scope="row" class="id">{{finding}}</th><td class="text">{{text}}</td><td>{{rank}}</td><td>{{> where}}</td></tr>
    {{/passages}}
    </tbody>
    </table>
    </div>
    {{/hasPassages}}
    {{^hasPassages}}
    <p>No check quotes words of the documents.</p>
    {{/hasPassages}}
    </details>

    <section id="documents" aria-labelledby="documents-heading">
    <h2 id="documents-heading">Documents and pages</h2>
    <p class="switch"><label><input type="checkbox" id="marks" checked> Marks on the pages</label></p>
    {{#documents}}
    <details class="fold document" id="{{anchor}}"><summary><h3>{{heading}}, {{pageCount}}</h3></summary>
    <dl class="facts">
    <div><dt>File as received</dt><dd><a href="{{path}}">{{path}}</a></dd></div>
    {{#facts}}
    <div><dt>{{label}}</dt><dd>{{value}}</dd></div>
    {{/facts}}
    <div class="wide"><dt>SHA-256</dt><dd><code>{{sha256}}</code></dd></div>
    </dl>
    {{#pages}}
    <article class="sheet" id="{{anchor}}" aria-labelledby="{{anchor}}-heading">
    <h4 id="{{anchor}}-heading" data-subject="{{subject}}" data-kind="page">{{heading}}</h4>
    <div class="sides">
    {{#hasPicture}}
    <svg class="paper" width="{{width}}" height="{{height}}" viewBox="0 0 {{width}} {{height}}" role="group" aria-label="{{alternative}}">
    <image href="{{picture}}" width="{{width}}" height="{{height}}" preserveAspectRatio="none"/>
    {{#boxes}}
    <g class="mark {{kind}}"><rect class="halo" x="{{x}}" y="{{y}}" width="{{boxWidth}}" height="{{boxHeight}}"/><rect class="edge" x="{{x}}" y="{{y}}" width="{{boxWidth}}" height="{{boxHeight}}"/>{{#hasTag}}<a href="#{{findingAnchor}}" tabindex="-1"><rect class="tag" x="{{tagX}}" y="{{tagY}}" width="{{tagWidth}}" height="16"/><text x="{{textX}}" y="{{textY}}">{{finding}}</text></a>{{/hasTag}}</g>
    {{/boxes}}
    </svg>
    {{/hasPicture}}
    {{^hasPicture}}
    <div class="none">No picture of this page. See the file as received.</div>
    {{/hasPicture}}
    <div class="notes">
    <p>{{summary}} <a href="{{original}}">Original</a></p>
    {{#hasFindings}}
    <h5>Marked on this page</h5>
    <ul>
    {{#findings}}
    <li><span class="id">{{finding}}</span> {{caption}}</li>
    {{/findings}}
    </ul>
    {{/hasFindings}}
    {{^hasFindings}}
    <p class="soft">Nothing is marked on this page.</p>
    {{/hasFindings}}
    {{#hasText}}
    <details><summary>Text of this page</summary><pre>{{text}}</pre></details>
    {{/hasText}}
    </div>
    </div>
    </article>
    {{/pages}}
    </details>
    {{/documents}}
    </section>
    </main>
    <footer>
    <p>Made by jurat, which shows what it found, where, and how sure it is. It decides nothing, tells nobody and sends nothing. The same findings for programs: <a href="case.json">case.json</a>.</p>
    </footer>
    </div>
    <script type="application/json" id="case">{{{data}}}</script>
    <script>{{{script}}}</script>
    </body>
    </html>

    """#

  /// What a check says, and what it rests on.
  static let card = #"""
    <p>{{reason}}</p>
    {{#hasWitnesses}}
    <p class="soft">What speaks for it, each apart from the others:</p>
    <ul class="witnesses">
    {{#witnesses}}<li>{{.}}</li>{{/witnesses}}
    </ul>
    {{/hasWitnesses}}
    {{#isWaiting}}
    <p class="soft">Waits for <a href="#{{waitsForAnchor}}">{{waitsFor}}</a>.</p>
    {{/isWaiting}}
    {{#hasEvidence}}
    <div class="evidence">
    {{#evidence}}
    <figure>
    {{#hasPicture}}
    <a class="look" href="#{{pageAnchor}}" data-finding="{{finding}}"><img src="{{picture}}" alt="{{alternative}}" loading="lazy"></a>
    {{/hasPicture}}
    <figcaption><span class="id" data-subject="{{finding}}" data-kind="{{subjectKind}}">{{finding}}</span> {{caption}}, {{#hasPicture}}{{pageWords}}{{/hasPicture}}{{^hasPicture}}{{> where}}{{/hasPicture}}</figcaption>
    </figure>
    {{/evidence}}
    </div>
    {{/hasEvidence}}
    {{#hasVariants}}
    <p>{{variantSummary}}</p>
    <details class="variants"><summary>Every policy and reading</summary>
    <div class="scroll">
    <table>
    <caption>The filing period under every policy and reading of the dates</caption>
    <thead><tr><th scope="col">Policy</th><th scope="col">Counted from</th><th scope="col">Filed</th><th scope="col">Last day</th><th scope="col">Margin</th><th scope="col">Result</th></tr></thead>
    <tbody>
    {{#variants}}
    <tr><th scope="row">{{policy}}</th><td class="day">{{start}}</td><td class="day">{{end}}</td><td class="day">{{lastDay}}</td><td class="number">{{margin}}</td><td class="day">{{result}}</td></tr>
    {{/variants}}
    </tbody>
    </table>
    </div>
    </details>
    {{/hasVariants}}
    <p class="rule">Rule <code>{{rule}}</code>{{#hasSource}}. {{source}}{{/hasSource}}</p>

    """#

  /// The way to a finding on its page.
  static let place = #"""
    <a class="where look" href="#{{pageAnchor}}" data-finding="{{finding}}">{{pageWords}}</a>
    """#

  static let thumbnail = #"""
    {{#hasPicture}}<img src="{{picture}}" alt="{{alternative}}" loading="lazy">{{/hasPicture}}{{^hasPicture}}<span class="soft">none</span>{{/hasPicture}}
    """#
}
