/// The list of cases as a Mustache template. `{{ }}` escapes (`MarkupText`); what stands in `{{{ }}}` is
/// style and script alone.
enum WorkListTemplate {
  static let html = #"""
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src file: 'self'; style-src 'unsafe-inline'; script-src 'sha256-{{{scriptDigest}}}'; form-action 'none'; base-uri 'none'">
    <meta name="referrer" content="no-referrer">
    <title>{{title}}: {{count}}</title>
    <style>
    {{{style}}}
    </style>
    </head>
    <body>
    <a class="skip" href="#main">Skip to the cases</a>
    <div class="list">
    <header>
    <h1>{{title}}</h1>
    <p><span id="count">{{count}}</span>, as of {{made}}. {{#isOfOpenCases}}What can still be mended in time comes first. <a href="decided.html">Decided and closed cases</a>{{/isOfOpenCases}}{{^isOfOpenCases}}<a href="index.html">Open cases</a>{{/isOfOpenCases}}</p>
    <form id="filter" hidden>
    <label>Search <input id="text" type="search" autocomplete="off"></label>
    <label>Disposition <select id="disposition"><option value="">any</option><option value="ready">ready for a decision</option><option value="deficiency-candidate">deficiency candidate</option><option value="review">needs review</option><option value="not-examined">not through</option></select></label>
    <label>Open check <select id="check"><option value="">any</option>{{#checks}}<option>{{.}}</option>{{/checks}}</select></label>
    <label>Received <select id="age"><option value="">any day</option><option value="7">over a week ago</option><option value="30">over 30 days ago</option><option value="90">over 90 days ago</option></select></label>
    <label>Order <select id="order"><option value="urgency">urgency</option><option value="received">day received</option><option value="name">name</option></select></label>
    <button type="button" id="keys" aria-haspopup="dialog">Keys</button>
    </form>
    </header>
    <main id="main" tabindex="-1">
    {{#isEmpty}}
    <p>There is none.</p>
    {{/isEmpty}}
    <ol class="cases" id="cases" data-day="{{made}}"{{#isOfOpenCases}} data-open="yes"{{/isOfOpenCases}}>
    {{#rows}}
    <li class="case" id="{{id}}" data-disposition="{{dispositionClass}}" data-checks="{{openChecks}}" data-received="{{receivedDay}}" data-results="{{results}}">
    <div class="who">
    <h2>{{#hasPage}}<a href="{{page}}">{{name}}</a>{{/hasPage}}{{^hasPage}}{{name}}{{/hasPage}}</h2>
    <p class="soft"><span class="id">{{id}}</span>{{#hasPacket}}, came as {{packet}}{{/hasPacket}}</p>
    </div>
    <p class="state"><span class="badge {{dispositionClass}}"><span aria-hidden="true">{{dispositionSymbol}}</span> {{disposition}}</span></p>
    <div class="why">
    <p>{{#hasSubject}}<strong>{{subject}}</strong> {{/hasSubject}}{{reason}} {{further}}</p>
    {{#hasCrop}}<img src="{{crop}}" alt="{{alternative}}" loading="lazy">{{/hasCrop}}
    {{#isDecided}}<p class="decided">{{decision}}</p>{{/isDecided}}
    {{#hasFlags}}<ul class="flags">{{#flags}}<li>{{.}}</li>{{/flags}}</ul>{{/hasFlags}}
    </div>
    <dl class="days"><div><dt>Received</dt><dd>{{received}}</dd></div><div><dt>Taken in</dt><dd>{{takenIn}}</dd></div><div><dt>Filed</dt><dd>{{filed}}</dd></div><div><dt>Last day of filing</dt><dd>{{#isPressing}}<strong>{{lastDay}}</strong>{{/isPressing}}{{^isPressing}}{{lastDay}}{{/isPressing}}</dd></div></dl>
    </li>
    {{/rows}}
    </ol>
    </main>
    <form id="collected" hidden>
    <p id="collected-count" role="status"></p>
    <label>Your name <input id="by" type="text" required autocomplete="name"></label>
    <button>Save decisions file</button>
    </form>
    <footer><p>The checker decides nothing: it says what it found. Decisions are written down with <code>jurat decide</code>, or collected here and on the cases' pages and applied with <code>jurat decide --file</code>.</p></footer>
    </div>
    <dialog id="help" aria-labelledby="help-heading">
    <h2 id="help-heading">Keys</h2>
    <dl><div><dt><kbd>j</kbd>, <kbd>k</kbd></dt><dd>next and previous case</dd></div><div><dt><kbd>Enter</kbd></dt><dd>open the case</dd></div><div><dt><kbd>d</kbd></dt><dd>decide it</dd></div><div><dt><kbd>/</kbd></dt><dd>search</dd></div><div><dt><kbd>Esc</kbd></dt><dd>leave the search, or this</dd></div></dl>
    <form method="dialog"><button>Close</button></form>
    </dialog>
    <dialog id="decide" aria-labelledby="decide-heading"></dialog>
    <script>{{{script}}}</script>
    </body>
    </html>

    """#
}
