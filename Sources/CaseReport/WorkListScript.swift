/// The script of the list of cases: it filters, sorts and moves, collects decisions for a file that the
/// browser saves, and sends nothing.
enum WorkListScript {
  static let script = PageScript(
    #"""
    const list = document.getElementById("cases");
    const all = [...list.children];
    const field = (id) => document.getElementById(id);
    const shown = () => [...list.children].filter((row) => !row.hidden);
    const words = new Map(all.map((row) => [row, row.textContent.toLowerCase()]));
    function filter() {
      const sought = field("text").value.toLowerCase().split(/\s+/).filter(Boolean);
      const disposition = field("disposition").value, check = field("check").value;
      const age = Number(field("age").value), today = Date.parse(list.dataset.day);
      for (const row of all) {
        row.hidden = !(sought.every((word) => words.get(row).includes(word))
          && (!age || (today - Date.parse(row.dataset.received)) / 86400000 > age)
          && (!disposition || row.dataset.disposition === disposition)
          && (!check || row.dataset.checks.split(" ").includes(check)));
      }
      const count = shown().length;
      field("count").textContent =
        count === all.length ? `${count} case${count === 1 ? "" : "s"}` : `${count} of ${all.length} cases`;
    }
    const keys = {
      urgency: (row) => String(all.indexOf(row)).padStart(8, "0"),
      received: (row) => row.dataset.received || "9999",
      name: (row) => row.querySelector("h2").textContent,
    };
    function sort() {
      const key = keys[field("order").value];
      const keyed = all.map((row) => [key(row), row]);
      keyed.sort((left, right) => left[0].localeCompare(right[0]));
      list.append(...keyed.map((pair) => pair[1]));
    }
    function move(step) {
      const links = shown().map((row) => row.querySelector("h2 a")).filter(Boolean);
      const at = links.indexOf(document.activeElement);
      const next = links[at < 0 ? (step > 0 ? 0 : links.length - 1) : at + step];
      if (next) { next.focus(); next.closest("li").scrollIntoView({ block: "nearest" }); }
    }
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || field("help").open || dialog.open) return;
      const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
      if (isTyping) {
        if (event.key === "Escape") document.activeElement.blur();
        return;
      }
      const act = { j: () => move(1), k: () => move(-1), "/": () => field("text").focus(),
        "?": () => field("help").showModal(),
        d: () => document.activeElement.closest("li.case")?.querySelector(".decide")?.click() }[event.key];
      if (act) { event.preventDefault(); act(); }
    });
    field("filter").addEventListener("input", () => { sort(); filter(); });
    field("filter").addEventListener("submit", (event) => event.preventDefault());
    field("keys").addEventListener("click", () => field("help").showModal());
    field("filter").hidden = false;

    // From a case's page: the open case before or after it.
    const neighbour = /^#(after|before)-(c-[0-9a-f]{16})$/.exec(location.hash);
    if (neighbour) {
      const links = all.map((row) => row.querySelector("h2 a")).filter(Boolean);
      const at = links.findIndex((link) => link.closest("li").id === neighbour[2]);
      const next = at < 0 ? null : links[at + (neighbour[1] === "after" ? 1 : -1)];
      if (next) location.replace(next.href);
      else if (at >= 0) links[at].focus();
    }

    // Decisions, until they are saved.
    const decisions = new Map();
    const acts = list.dataset.open
      ? { accept: "Accept", deficient: "Deficient", hold: "Hold", close: "Close" }
      : { reopen: "Open again" };
    const dialog = field("decide");
    function decide(row) {
      const radios = Object.entries(acts).map(([value, words]) => {
        const radio = make("input", { type: "radio", name: "act", value, required: true });
        return make("label", {}, radio, ` ${words} `);
      });
      const boxes = row.dataset.checks.split(" ").filter(Boolean).map((check) =>
        make("label", {}, make("input", { type: "checkbox", value: check }), ` ${check} `));
      const note = make("input", { type: "text" });
      const cancel = make("button", { type: "button", textContent: "Cancel" });
      const problem = make("p", { className: "soft" });
      problem.setAttribute("role", "status");
      cancel.addEventListener("click", () => dialog.close());
      const form = make("form", { method: "dialog" },
        make("h2", { id: "decide-heading", textContent: row.querySelector("h2").textContent }),
        make("p", {}, ...radios), make("p", {}, "Because of ", ...boxes),
        make("p", {}, make("label", {}, "Note ", note)), problem,
        make("p", {}, make("button", { textContent: "Add" }), " ", cancel));
      form.addEventListener("submit", (event) => {
        const act = form.querySelector("[name=act]:checked").value;
        const because = boxes.map((label) => label.firstChild).filter((box) => box.checked)
          .map((box) => box.value);
        if (act === "deficient" && !because.length) {
          problem.textContent = "Say which checks the deficiency rests on.";
          return event.preventDefault();
        }
        decisions.set(row.id, { caseId: row.id, results: row.dataset.results,
          entries: [{ act, note: note.value, because }] });
        row.querySelector(".collected")?.remove();
        row.querySelector(".why").append(
          make("p", { className: "collected", textContent: `To be saved: ${acts[act]}` }));
        count();
        row.querySelector(".decide").focus();
      });
      dialog.replaceChildren(form);
      dialog.showModal();
    }
    function count() {
      isSaved = false;
      field("collected").hidden = false;
      field("collected-count").textContent =
        `${decisions.size} decision${decisions.size === 1 ? "" : "s"} to be saved`;
    }
    for (const row of all) {
      if (!row.dataset.results) continue;
      const button = make("button", { type: "button", className: "decide", textContent: "Decide" });
      button.setAttribute("aria-label", `Decide ${row.querySelector("h2").textContent}`);
      button.addEventListener("click", () => decide(row));
      row.querySelector(".state").append(" ", button);
    }
    field("by").value = memory.name;
    field("collected").addEventListener("submit", (event) => {
      event.preventDefault();
      saveDecisions(`decisions-${list.dataset.day}.json`, field("by").value.trim(),
        [...decisions.values()]);
      field("collected-count").textContent = "Saved. It counts once it is applied: jurat decide --file";
    });
    """#)
}
