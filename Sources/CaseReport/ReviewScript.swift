/// The script of the review page: it shows a finding on its page beside the question, and collects what a
/// person says in a decisions file that the browser saves. It sends nothing, and the page is whole
/// without it.
enum ReviewScript {
  static let script = PageScript(
    #"""
    const data = JSON.parse(document.getElementById("case").textContent);
    const byId = (id) => document.getElementById(id);
    function draw(name, attributes) {
      const element = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      return element;
    }

    // The place of a finding on its page. The crop, which has more dots, lies over the page's picture.
    const panel = byId("look");
    let shown = null;
    function region(page, [x, y, width, height]) {
      const wide = Math.min(page.width, Math.max(width * 1.25, 250));
      const high = Math.min(page.height, Math.max(height * 1.5, wide * 0.62));
      const left = Math.max(0, Math.min(page.width - wide, x + width / 2 - wide / 2));
      const top = Math.max(0, Math.min(page.height - high, y + height / 2 - high / 2));
      return [left, top, wide, high];
    }
    function picture(finding, page, isWhole) {
      const size = { width: page.width, height: page.height, preserveAspectRatio: "none" };
      const [x, y, width, height] = finding.box;
      const view = isWhole ? [0, 0, page.width, page.height] : region(page, finding.box);
      const drawing = draw("svg", { class: "paper", viewBox: view.join(" "), role: "img",
        "aria-label": `${finding.words}, with its mark` });
      if (page.picture) drawing.append(draw("image", { href: page.picture, ...size }));
      if (finding.crop) {
        const [left, top, wide, high] = finding.cropBox;
        drawing.append(draw("image", { href: finding.crop, x: left, y: top, width: wide, height: high,
          preserveAspectRatio: "none" }));
      }
      const frame = draw("g", { class: `mark ${finding.kind}` });
      for (const kind of ["halo", "edge"]) {
        frame.append(draw("rect", { class: kind, x: x - 2, y: y - 2, width: width + 4, height: height + 4 }));
      }
      drawing.append(frame);
      return drawing;
    }
    function look(id, isWhole = false) {
      const finding = data.findings[id], page = data.pages[finding.page];
      shown = id;
      const whole = make("button", { type: "button", textContent: isWhole ? "Zoom in" : "Whole page" });
      whole.addEventListener("click", () => look(id, !isWhole));
      const close = make("button", { type: "button", textContent: "Close" });
      close.addEventListener("click", lookAway);
      const original = make("a", { href: page.original, target: "_blank", rel: "noopener" });
      original.append(picture(finding, page, isWhole));
      panel.replaceChildren(
        make("p", {}, make("strong", { textContent: id }), ` ${finding.words} `,
          make("a", { href: page.original, target: "_blank", rel: "noopener", textContent: "Original" })),
        original, make("p", { className: "buttons" }, whole, close));
      panel.hidden = false;
      document.body.classList.add("looking");
    }
    function lookAway() {
      panel.hidden = true;
      shown = null;
      document.body.classList.remove("looking");
    }
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a.look");
      if (!link || event.ctrlKey || event.metaKey || !data.findings[link.dataset.finding]) return;
      event.preventDefault();
      const id = link.dataset.finding;
      if (shown === id) window.open(data.pages[data.findings[id].page].original, "_blank", "noopener");
      else look(id);
    });
    byId("marks").addEventListener("change", (event) =>
      document.body.classList.toggle("unmarked", !event.target.checked));

    // What is said of the case, until it is saved.
    const said = [];
    const dialog = make("dialog", { id: "amend" });
    dialog.setAttribute("aria-labelledby", "amend-heading");
    document.body.append(dialog);
    function field(label, control) { return make("label", {}, label, " ", control); }
    function choice(values) {
      return make("select", {}, ...values.map((value) => make("option", { value, textContent: value })));
    }
    function amend(subject, kind) {
      const fields = data.fields[kind];
      const which = choice(Object.keys(fields));
      const slot = make("span"), note = make("input", { type: "text" });
      function control() {
        const values = fields[which.value];
        const value = Array.isArray(values)
          ? choice(values)
          : make("input", values === "day"
            ? { type: "text", required: true, placeholder: "2024-04-09",
                pattern: "\\d{4}-\\d{2}-\\d{2}(\\.\\.\\d{4}-\\d{2}-\\d{2})?" }
            : { type: "text", required: true });
        value.id = "amend-value";
        slot.replaceChildren(field("is", value));
      }
      which.addEventListener("change", control);
      control();
      const form = make("form", { method: "dialog" });
      const cancel = make("button", { type: "button", textContent: "Cancel" });
      cancel.addEventListener("click", () => dialog.close());
      form.append(
        make("h2", { id: "amend-heading", textContent: subject ? `Amend ${subject}` : "Amend the case" }),
        make("p", {}, field("What", which)), make("p", {}, slot), make("p", {}, field("Note", note)),
        make("p", { className: "buttons" }, make("button", { textContent: "Add" }), cancel));
      form.addEventListener("submit", () => {
        said.push({ act: "amend", subject, field: which.value, value: byId("amend-value").value.trim(),
          note: note.value });
        changed();
      });
      dialog.replaceChildren(form);
      dialog.showModal();
    }
    for (const place of document.querySelectorAll("[data-subject]")) {
      const { subject, kind } = place.dataset;
      if (!data.fields[kind]) continue;
      const button = make("button", { type: "button", className: "amend", textContent: "Amend" });
      button.setAttribute("aria-label", `Amend ${subject}`);
      button.addEventListener("click", () => amend(subject, kind));
      place.append(" ", button);
    }

    const form = byId("verdict");
    const acts = { accept: "Accept", deficient: "Deficient", hold: "Hold", close: "Close",
      ...(data.documents.length > 1 ? { split: "Split off documents" } : {}), join: "Join with a case" };
    const radios = Object.entries(acts).map(([value, words]) => {
      const radio = make("input", { type: "radio", name: "act", value });
      return { radio, label: make("label", {}, radio, ` ${words}`) };
    });
    const rows = data.rows.map((row) => make("input", { type: "checkbox", value: row }));
    const disclosed = data.documents.map((id) => make("input", { type: "checkbox", value: id }));
    const because = make("fieldset", {}, make("legend", { textContent: "Because of" }),
      ...rows.map((box) => make("label", {}, box, ` ${box.value}`)));
    const disclose = make("fieldset", {}, make("legend", { textContent: "May be disclosed to the parties" }),
      ...disclosed.map((box) => make("label", {}, box, ` ${box.value}`)));
    const moved = data.documents.map((id) => make("input", { type: "checkbox", value: id }));
    const split = make("fieldset", {}, make("legend", { textContent: "Belong to another case" }),
      ...moved.map((box) => make("label", {}, box, ` ${box.value}`)));
    const joined = make("input", { type: "text", id: "joined", placeholder: "c-0123456789abcdef",
      pattern: "c-[0-9a-f]{16}" });
    const join = make("fieldset", {}, field("The case that is one with this one", joined));
    const ticked = (boxes) => boxes.filter((box) => box.checked).map((box) => box.value);
    const note = make("input", { type: "text", id: "note" });
    const by = make("input", { type: "text", id: "by", required: true, autocomplete: "name",
      value: memory.name });
    const list = make("ul", { className: "said" });
    const whole = make("button", { type: "button", textContent: "Amend the case" });
    whole.addEventListener("click", () => amend("", "case"));
    const save = make("button", { textContent: "Save decisions file" });
    const state = make("p", { className: "soft" });
    state.setAttribute("role", "status");
    const chosen = () => radios.find(({ radio }) => radio.checked)?.radio.value;
    function changed() {
      isSaved = false;
      because.hidden = chosen() !== "deficient" && chosen() !== "hold";
      disclose.hidden = chosen() !== "accept";
      split.hidden = chosen() !== "split";
      join.hidden = chosen() !== "join";
      joined.required = !join.hidden;
      joined.disabled = join.hidden;
      list.replaceChildren(...said.map((one, index) => {
        const remove = make("button", { type: "button", textContent: "Remove" });
        remove.addEventListener("click", () => { said.splice(index, 1); changed(); });
        return make("li", {},
          `${one.field}${one.subject ? ` of ${one.subject}` : ""} is ${one.value} `, remove);
      }));
      state.textContent = "";
    }
    function entries() {
      const act = chosen();
      if (!act) return said;
      const decision = { act, note: note.value };
      if (!because.hidden) decision.because = ticked(rows);
      if (act === "accept") decision.disclose = ticked(disclosed);
      if (act === "split") decision.moved = ticked(moved);
      if (act === "join") decision.joined = joined.value.trim();
      return [...said, decision];
    }
    form.append(
      make("h3", { textContent: "Your decision" }),
      make("p", { className: "acts" }, ...radios.map(({ label }) => label)), because, disclose,
        split, join, list,
      make("p", { className: "fields" }, field("Note", note), field("Your name", by)),
      make("p", { className: "buttons" }, save, whole), state);
    form.hidden = false;
    form.addEventListener("input", changed);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const all = entries();
      if (!all.length) {
        state.textContent = "Say what you decide, or amend something, first.";
        return;
      }
      const problem = {
        deficient: !ticked(rows).length && "Say which rows the deficiency rests on.",
        split: [0, moved.length].includes(ticked(moved).length)
          && "Say which documents belong to another case, and leave some to this one.",
      }[chosen()];
      if (problem) {
        state.textContent = problem;
        return;
      }
      saveDecisions(`decisions-${data.caseId}.json`, by.value.trim(),
        [{ caseId: data.caseId, results: data.results, entries: all }]);
      state.textContent = `Saved as decisions-${data.caseId}.json. It counts once it is applied: jurat decide --file`;
    });
    changed();
    isSaved = true;

    // Paper has all of it.
    window.addEventListener("beforeprint", () => {
      for (const one of document.querySelectorAll("details.question")) {
        one.removeAttribute("name");
        one.open = true;
      }
    });
    const questions = [...document.querySelectorAll("details.question")];
    function step(by) {
      const at = questions.findIndex((one) => one.open);
      const next = questions[Math.max(0, Math.min(questions.length - 1, at + by))];
      if (next) { next.open = true; next.querySelector("summary").focus(); }
    }
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || dialog.open) return;
      if (event.key === "Escape") return lookAway();
      const { tagName, type } = document.activeElement;
      if (/^(SELECT|TEXTAREA)$/.test(tagName) || (tagName === "INPUT" && !/^(radio|checkbox)$/.test(type))) return;
      const act = { j: () => step(1), k: () => step(-1), n: () => byId("next").click(),
        p: () => byId("previous").click(), d: () => radios[0].radio.focus() }[event.key];
      if (act) { event.preventDefault(); act(); }
    });
    """#)
}
