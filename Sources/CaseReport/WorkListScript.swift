import Casework
import FileStore
import Foundation

/// The script of the list of cases: it filters, sorts and moves, and sends nothing.
enum WorkListScript {
  static let text = #"""
    "use strict";
    const list = document.getElementById("cases");
    const all = [...list.children];
    const field = (id) => document.getElementById(id);
    const shown = () => [...list.children].filter((row) => !row.hidden);
    const words = new Map(all.map((row) => [row, row.textContent.toLowerCase()]));
    function filter() {
      const sought = field("text").value.toLowerCase().split(/\s+/).filter(Boolean);
      const disposition = field("disposition").value, check = field("check").value;
      for (const row of all) {
        row.hidden = !(sought.every((word) => words.get(row).includes(word))
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
      if (event.ctrlKey || event.altKey || event.metaKey || field("help").open) return;
      const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
      if (isTyping) {
        if (event.key === "Escape") document.activeElement.blur();
        return;
      }
      const act = { j: () => move(1), k: () => move(-1), "/": () => field("text").focus(),
        "?": () => field("help").showModal() }[event.key];
      if (act) { event.preventDefault(); act(); }
    });
    field("filter").addEventListener("input", () => { sort(); filter(); });
    field("filter").addEventListener("submit", (event) => event.preventDefault());
    field("keys").addEventListener("click", () => field("help").showModal());
    field("filter").hidden = false;
    """#

  /// Its SHA-256 in base64, by which the page's policy allows it and no other.
  static let digest: String = {
    let hexadecimal = Array(Digest.of(text).rawValue)
    let bytes = stride(from: 0, to: hexadecimal.count, by: 2).compactMap {
      UInt8(String(hexadecimal[$0..<($0 + 2)]), radix: 16)
    }
    return Data(bytes).base64EncodedString()
  }()
}
