/// The review page as a Mustache template. `{{ }}` escapes (`MarkupText`); what stands in `{{{ }}}`
/// is the style sheet and base64 alone.
enum ReviewTemplate {
  static let html = #"""
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">
    <meta name="referrer" content="no-referrer">
    <title>{{name}}: {{disposition}}</title>
    <style>
    {{{style}}}
    </style>
    </head>
    <body>
    <a class="skip" href="#main">Skip to the findings</a>
    <div class="page">
    <header class="width">
    <h1>{{name}}</h1>
    <p class="soft">Case <span class="id">{{caseID}}</span>, <a href="../../../index.html">all open cases</a></p>
    <p class="verdict"><span class="badge {{dispositionClass}}"><span aria-hidden="true">{{dispositionSymbol}}</span> {{disposition}}</span> <span>{{explanation}}</span></p>
    <dl class="facts">
    {{#facts}}
    <div><dt>{{label}}</dt><dd>{{value}}</dd></div>
    {{/facts}}
    </dl>
    </header>
    <nav aria-label="Contents">
    <ol>
    <li><a href="#decide">To decide ({{openCount}})</a></li>
    <li><a href="#checks">Checks</a>
    <ol>
    {{#groups}}
    <li><a href="#{{anchor}}">{{heading}} ({{count}})</a></li>
    {{/groups}}
    </ol></li>
    <li><a href="#dates">Dates ({{dateCount}})</a></li>
    <li><a href="#attestations">Attestations ({{attestationCount}})</a></li>
    <li><a href="#entries">Fields and check boxes ({{entryCount}})</a></li>
    <li><a href="#passages">Passages ({{passageCount}})</a></li>
    <li><a href="#documents">Documents and pages</a>
    <ol>
    {{#documents}}
    <li><a href="#{{anchor}}">{{heading}}</a></li>
    {{/documents}}
    </ol></li>
    </ol>
    </nav>
    <main id="main" class="width" tabindex="-1">

    <section id="decide" aria-labelledby="decide-heading">
    <h2 id="decide-heading">What a person has to decide</h2>
    {{#isOpen}}
    <ol class="decide">
    {{#decisions}}
    <li><a href="#{{target}}">{{subject}}</a><span>{{question}}</span></li>
    {{/decisions}}
    </ol>
    {{/isOpen}}
    {{^isOpen}}
    <p>The checker left nothing open: every check that counts is satisfied, and every page was read or is blank. Whether to accept the complaint is for a person to decide.</p>
    {{/isOpen}}
    </section>

    <section id="checks" aria-labelledby="checks-heading">
    <h2 id="checks-heading">Checks</h2>
    {{#groups}}
    <section class="group" id="{{anchor}}" aria-labelledby="{{anchor}}-heading">
    <h3 id="{{anchor}}-heading">{{heading}} ({{count}})</h3>
    {{#checks}}
    <article class="check {{outcomeClass}} {{nestingClass}}" id="{{anchor}}" aria-labelledby="{{anchor}}-heading">
    <div class="top"><span class="badge {{outcomeClass}}"><span aria-hidden="true">{{symbol}}</span> {{outcome}}</span>
    <h4 id="{{anchor}}-heading"><span class="id">{{id}}</span> {{title}}</h4>
    <span class="rule">Rule <code>{{rule}}</code></span></div>
    <p>{{reason}}</p>
    {{#hasWitnesses}}
    <p>What speaks for it, each apart from the others:</p>
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
    <img src="data:image/png;base64,{{{picture}}}" alt="{{alternative}}">
    {{/hasPicture}}
    {{^hasPicture}}
    {{#shownAt}}
    <div class="none">Picture at <a href="#{{checkAnchor}}">{{check}}</a></div>
    {{/shownAt}}
    {{^shownAt}}
    <div class="none">No picture of this finding</div>
    {{/shownAt}}
    {{/hasPicture}}
    <figcaption><a href="#{{findingAnchor}}"><span class="id">{{finding}}</span></a> {{caption}}, <a class="where" href="#{{pageAnchor}}">{{pageWords}}</a></figcaption>
    </figure>
    {{/evidence}}
    </div>
    {{/hasEvidence}}
    {{#hasVariants}}
    <div class="scroll broad" role="region" aria-label="Filing period, every policy and reading" tabindex="0">
    <table>
    <caption>{{variantSummary}}</caption>
    <thead><tr><th scope="col">Policy</th><th scope="col">Counted from</th><th scope="col">Filed</th><th scope="col">Last day</th><th scope="col">Margin</th><th scope="col">Result</th></tr></thead>
    <tbody>
    {{#variants}}
    <tr><th scope="row">{{policy}}</th><td class="day">{{start}}</td><td class="day">{{end}}</td><td class="day">{{lastDay}}</td><td class="number">{{margin}}</td><td class="day">{{result}}</td></tr>
    {{/variants}}
    </tbody>
    </table>
    </div>
    {{/hasVariants}}
    </article>
    {{/checks}}
    </section>
    {{/groups}}
    </section>

    <section id="dates" aria-labelledby="dates-heading">
    <h2 id="dates-heading">Dates</h2>
    {{#hasDates}}
    <div class="scroll broad" role="region" aria-label="Dates" tabindex="0">
    <table>
    <caption>Every date found, with each day it may mean, the most likely first. Birth dates are masked.</caption>
    <thead><tr><th scope="col">Finding</th><th scope="col">Role</th><th scope="col">As written</th><th scope="col">May mean</th><th scope="col">Where</th><th scope="col">Picture</th></tr></thead>
    <tbody>
    {{#dates}}
    <tr id="{{findingAnchor}}"><th scope="row" class="id">{{finding}}</th><td>{{role}}</td><td class="text">{{written}}<br><span class="soft">{{writing}}</span></td><td><ul>{{#meanings}}<li class="days">{{.}}</li>{{/meanings}}</ul></td><td><a class="where" href="#{{pageAnchor}}">{{pageWords}}</a></td><td>{{#hasPicture}}<img src="data:image/png;base64,{{{picture}}}" alt="{{alternative}}">{{/hasPicture}}{{^hasPicture}}<span class="soft">none</span>{{/hasPicture}}</td></tr>
    {{/dates}}
    </tbody>
    </table>
    </div>
    {{/hasDates}}
    {{^hasDates}}
    <p>The checker found no date.</p>
    {{/hasDates}}
    </section>

    <section id="attestations" aria-labelledby="attestations-heading">
    <h2 id="attestations-heading">Attestations</h2>
    {{#hasAttestations}}
    {{#attestations}}
    <article class="act" id="{{findingAnchor}}" aria-labelledby="{{findingAnchor}}-heading">
    <h3 id="{{findingAnchor}}-heading"><span class="id">{{finding}}</span> {{heading}}: <span aria-hidden="true">{{symbol}}</span> {{state}}</h3>
    <p>{{reason}} <a class="where" href="#{{pageAnchor}}">{{pageWords}}</a></p>
    {{#hasPicture}}
    <div class="evidence"><img src="data:image/png;base64,{{{picture}}}" alt="{{alternative}}"></div>
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
    {{/hasAttestations}}
    {{^hasAttestations}}
    <p>The checker found no place to sign, notary block, seal or stamp.</p>
    {{/hasAttestations}}
    </section>

    <section id="entries" aria-labelledby="entries-heading">
    <h2 id="entries-heading">Fields and check boxes of the form</h2>
    {{#hasEntries}}
    <div class="scroll broad" role="region" aria-label="Fields and check boxes of the form" tabindex="0">
    <table>
    <caption>Whether each is filled in or checked, and how. What is written in them is not judged here.</caption>
    <thead><tr><th scope="col">Finding</th><th scope="col">Label</th><th scope="col">State</th><th scope="col">Where</th><th scope="col">Picture</th></tr></thead>
    <tbody>
    {{#entries}}
    <tr id="{{findingAnchor}}"><th scope="row" class="id">{{finding}}</th><td class="text">{{label}}<br><span class="soft">{{kind}}</span></td><td><span aria-hidden="true">{{symbol}}</span> {{state}}<br><span class="soft">{{reason}}</span></td><td><a class="where" href="#{{pageAnchor}}">{{pageWords}}</a></td><td>{{#hasPicture}}<img src="data:image/png;base64,{{{picture}}}" alt="{{alternative}}">{{/hasPicture}}{{^hasPicture}}<span class="soft">none</span>{{/hasPicture}}</td></tr>
    {{/entries}}
    </tbody>
    </table>
    </div>
    {{/hasEntries}}
    {{^hasEntries}}
    <p>The checker found no field or check box of the form.</p>
    {{/hasEntries}}
    </section>

    <section id="passages" aria-labelledby="passages-heading">
    <h2 id="passages-heading">Passages</h2>
    {{#hasPassages}}
    <div class="scroll broad" role="region" aria-label="Passages" tabindex="0">
    <table>
    <caption>The words that checks quote, as they were read. Birth dates and identity numbers are masked, and there is no picture of lines that hold one.</caption>
    <thead><tr><th scope="col">Finding</th><th scope="col">As read</th><th scope="col">How sure</th><th scope="col">Where</th></tr></thead>
    <tbody>
    {{#passages}}
    <tr id="{{findingAnchor}}"><th scope="row" class="id">{{finding}}</th><td class="text">{{text}}</td><td>{{rank}}</td><td><a class="where" href="#{{pageAnchor}}">{{pageWords}}</a></td></tr>
    {{/passages}}
    </tbody>
    </table>
    </div>
    {{/hasPassages}}
    {{^hasPassages}}
    <p>No check quotes words of the documents.</p>
    {{/hasPassages}}
    </section>

    <section id="documents" aria-labelledby="documents-heading">
    <h2 id="documents-heading">Documents and pages</h2>
    {{#documents}}
    <section class="document" id="{{anchor}}" aria-labelledby="{{anchor}}-heading">
    <h3 id="{{anchor}}-heading">{{heading}}</h3>
    <dl class="facts">
    <div><dt>File as received</dt><dd><a href="{{path}}">{{path}}</a></dd></div>
    {{#facts}}
    <div><dt>{{label}}</dt><dd>{{value}}</dd></div>
    {{/facts}}
    <div class="wide"><dt>SHA-256</dt><dd><code>{{sha256}}</code></dd></div>
    </dl>
    {{#pages}}
    <article class="sheet" id="{{anchor}}" aria-labelledby="{{anchor}}-heading">
    <h4 id="{{anchor}}-heading">{{heading}}</h4>
    <div class="sides">
    {{#hasPicture}}
    <svg class="paper" width="{{width}}" height="{{height}}" viewBox="0 0 {{width}} {{height}}" role="img" aria-label="{{alternative}}">
    <image href="data:image/jpeg;base64,{{{picture}}}" width="{{width}}" height="{{height}}" preserveAspectRatio="none"/>
    {{#boxes}}
    <g class="{{kind}}"><rect class="halo" x="{{x}}" y="{{y}}" width="{{boxWidth}}" height="{{boxHeight}}"/><rect class="edge" x="{{x}}" y="{{y}}" width="{{boxWidth}}" height="{{boxHeight}}"/>{{#hasTag}}<a href="#{{findingAnchor}}" tabindex="-1"><rect class="tag" x="{{tagX}}" y="{{tagY}}" width="{{tagWidth}}" height="16"/><text x="{{textX}}" y="{{textY}}">{{finding}}</text></a>{{/hasTag}}</g>
    {{/boxes}}
    </svg>
    {{/hasPicture}}
    {{^hasPicture}}
    <div class="none">No picture of this page. See the file as received.</div>
    {{/hasPicture}}
    <div class="notes">
    <p>{{summary}}</p>
    {{#hasFindings}}
    <h5>Marked on this page</h5>
    <ul>
    {{#findings}}
    <li><a href="#{{findingAnchor}}"><span class="id">{{finding}}</span></a> {{caption}}</li>
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
    </section>
    {{/documents}}
    </section>
    </main>
    <footer class="width">
    <p>Made by jurat, which shows what it found, where, and how sure it is. It decides nothing, tells nobody and sends nothing. The same findings for programs: <a href="case.json">case.json</a>.</p>
    </footer>
    </div>
    </body>
    </html>

    """#
}
