/* Shows what belongs together on hover and focus: marks in the text, lines of the record, and in a
   small box the rule behind them. Without it the same links lead from one to the other. */
(() => {
  const view = document.querySelector(".p2r");
  if (!view) return;
  const panel = view.querySelector(".record");
  const linesOf = new Map(); // id of a mark → its lines
  for (const link of view.querySelectorAll('.v .why a[href^="#m"]')) {
    const mark = link.hash.slice(1);
    if (!linesOf.has(mark)) linesOf.set(mark, new Set());
    linesOf.get(mark).add(link.closest(".v"));
  }
  const nameOf = (mark) => mark.id || mark.dataset.of;
  const pieces = (name) => [
    document.getElementById(name),
    ...view.querySelectorAll(`[data-of="${CSS.escape(name)}"]`),
  ].filter(Boolean);

  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  tip.setAttribute("aria-hidden", "true"); // the links describe themselves by their lines
  view.append(tip);

  const part = (tag, text) => {
    const made = document.createElement(tag);
    made.textContent = text;
    return made;
  };

  function told(line, before) {
    const row = document.createElement("div");
    row.className = line.classList[1] || "";
    const card = line.closest(".card");
    if (!before || before.closest(".card") !== card) {
      row.append(part("b", card.querySelector("h3").firstChild.textContent.trim()));
    }
    row.append(part("i", `${line.querySelector("dt").textContent} `));
    row.append(part("span", line.querySelector(".value").textContent));
    for (const why of line.querySelectorAll(".why")) {
      row.append(part("i", ` · ${why.firstElementChild.textContent}`));
      const rule = why.querySelector(".rule");
      const note = rule && document.getElementById(rule.hash.slice(1));
      if (note) row.append(part("i", `: ${note.textContent}`));
    }
    return row;
  }

  function clear() {
    for (const one of view.querySelectorAll(".on")) one.classList.remove("on");
    tip.hidden = true;
    chosen = null;
  }

  const isWide = () => matchMedia("(min-width: 60em)").matches;
  let chosen = null; // the link that the box is about

  function place(link) {
    chosen = link;
    if (!isWide()) {
      tip.style.left = tip.style.top = "";
      return;
    }
    const at = link.getClientRects()[0];
    // Beside the record, not over it.
    const room = view.querySelector(".source").getBoundingClientRect().right - tip.offsetWidth;
    const below = at.bottom + 10;
    const fits = below + tip.offsetHeight < innerHeight;
    tip.style.left = `${Math.max(8, Math.min(at.left, room))}px`;
    tip.style.top = `${fits ? below : Math.max(8, at.top - tip.offsetHeight - 8)}px`;
  }

  let touched = null;
  let waiting = 0;
  function reveal(line) {
    clearTimeout(waiting);
    if (panel.scrollHeight <= panel.clientHeight) return;
    waiting = setTimeout(() => {
      const top = line.getBoundingClientRect().top - panel.getBoundingClientRect().top;
      if (top > 40 && top < panel.clientHeight - 80) return;
      const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
      panel.scrollTo({
        top: panel.scrollTop + top - panel.clientHeight / 3,
        behavior: still ? "auto" : "smooth",
      });
    }, 120);
  }

  function enter(target) {
    const mark = target.closest(".m");
    const line = target.closest(".v");
    clear();
    if (mark) {
      const lines = new Set();
      for (let one = mark; one; one = one.parentElement.closest(".m")) {
        for (const found of linesOf.get(nameOf(one)) || []) lines.add(found);
      }
      for (const one of pieces(nameOf(mark))) one.classList.add("on");
      for (const one of lines) one.classList.add("on");
      const shown = [...lines].slice(0, 6).map((one, at, all) => told(one, all[at - 1]));
      if (!shown.length) return;
      tip.replaceChildren(...shown);
      tip.hidden = false;
      place(target.closest("a") || mark);
      reveal([...lines][0]);
    } else if (line) {
      line.classList.add("on");
      for (const link of line.querySelectorAll('.why a[href^="#m"]')) {
        for (const one of pieces(link.hash.slice(1))) one.classList.add("on");
      }
    }
  }

  for (const name of ["pointerover", "focusin"]) {
    view.addEventListener(name, (event) => enter(event.target));
  }
  for (const name of ["pointerleave", "focusout"]) view.addEventListener(name, clear);
  document.addEventListener("scroll", () => { if (chosen) place(chosen); }, { passive: true });
  // On a small screen the record is far away: a first touch says what it holds, a second goes there.
  view.addEventListener("click", (event) => {
    const link = event.target.closest(".m > a");
    if (!link || isWide() || event.detail === 0 || link === touched) return;
    event.preventDefault();
    touched = link;
    enter(link);
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") clear(); });
})();
