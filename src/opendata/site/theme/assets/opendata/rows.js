/* Tables of rows: search, filters, sorting, more rows. The address holds what was chosen.
   A word with marks must match them, one without matches any. Long tables come in parts. */
(() => {
  const box = document.querySelector(".rows[data-count]");
  if (!box) return;
  const form = document.querySelector("form.find"), state = form.querySelector("output");
  const body = box.querySelector("tbody"), more = document.querySelector(".more button");
  const heads = [...box.querySelectorAll("thead th")], names = heads.map((th) => th.dataset.name);
  const { compare } = new Intl.Collator("vi", { numeric: true });
  const parts = +box.dataset.parts || 0, page = +box.dataset.page || Infinity;
  let read = 0, limit = page, sort = "", turn = 0;
  const rows = parts ? [] : [...body.rows].map((tr) => ({ cells: [...tr.cells].map((td) => td.textContent), tr }));

  const number = (count) => count.toLocaleString(document.documentElement.lang);
  const lower = (text) => text.toLowerCase().normalize("NFC");
  const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");

  // What codes are called is found too: the choices of the filters tell.
  const called = {};
  form.querySelectorAll("option").forEach(({ parentNode: { dataset }, value, label }) => {
    called[names.indexOf(dataset.column) + value] = " " + label.replace(/ \([\d.,]+\)$/, "");
  });
  const said = (row) => row.cells.map((text, at) => text + (called[at + text] || "")).join("\n");

  function draw(row) {
    if (row.tr) return row.tr;
    row.tr = document.createElement("tr");
    row.cells.forEach((text, at) => {
      const { to, number } = heads[at].dataset;
      let into = row.tr.insertCell();
      if (number === "" || text.length > 40) into.className = number === "" ? "number" : "long";
      if (to && text) {
        into = into.appendChild(document.createElement("a"));
        into.href = to.replace("*", () => encodeURIComponent(text));
      }
      into.textContent = text;
    });
    return row.tr;
  }
  function matches(row, words, chosen) {
    if (!chosen.every((one) => row.cells[one[0]].slice(0, one[2]) === one[1])) return false;
    row.text = row.text || (words.length && lower(said(row)));
    row.plain = row.plain || (row.text && fold(row.text));
    return words.every((word) => (word === fold(word) ? row.plain : row.text).includes(word));
  }
  async function load(need) {
    while (read < parts && rows.length < need) {
      const part = read++;
      const answer = await fetch(box.dataset.from + part + ".json");
      rows.push(...(await answer.json()).map((cells) => ({ cells })));
      state.textContent = "… " + number(rows.length);
    }
  }
  async function show() {
    const mine = ++turn, asked = new URLSearchParams();
    new FormData(form).forEach((value, name) => value.trim() && asked.set(name, value.trim()));
    if (sort) asked.set("sort", sort);
    const query = asked.toString();
    // A page that was opened from a folder may not change its address.
    try { history.replaceState(null, "", location.pathname + (query && "?" + query) + location.hash); } catch {}
    loading = loading.then(() => load(query ? Infinity : limit));
    try { await loading; } catch { state.textContent = form.dataset.failed; return; }
    if (mine !== turn) return;
    const words = lower(asked.get("f") || "").split(/\s+/).filter(Boolean);
    const chosen = [...form.querySelectorAll("select")].filter((one) => one.value)
      .map((one) => [names.indexOf(one.dataset.column), one.value, one.name === "year" ? 4 : undefined]);
    const found = rows.filter((row) => matches(row, words, chosen));
    const at = names.indexOf(sort.replace("-", "")), way = sort[0] === "-" ? -1 : 1;
    if (at >= 0) found.sort(({ cells: { [at]: a } }, { cells: { [at]: b } }) => (a && b ? way * compare(a, b) : !a - !b));
    heads.forEach((th, i) => th.setAttribute("aria-sort", i !== at ? "none" : way > 0 ? "ascending" : "descending"));
    body.replaceChildren(...found.slice(0, limit).map(draw));
    const all = +box.dataset.count, count = query ? found.length : all;
    more.hidden = count <= limit;
    state.textContent = form.dataset.state.replace("{found}", number(count)).replace("{count}", number(all));
  }
  function begin() { limit = page; show(); }

  let loading = Promise.resolve();
  heads.forEach((th, at) => {
    const button = th.appendChild(document.createElement("button")), name = names[at];
    button.type = "button";
    button.setAttribute("aria-label", form.dataset.sort.replace("{column}", name));
    button.onclick = () => { sort = sort === name ? "-" + name : name; begin(); };
  });
  form.oninput = begin;
  form.onsubmit = (event) => event.preventDefault();
  form.onreset = () => { sort = ""; setTimeout(begin); };
  more.onclick = () => { limit += page; show(); };
  const stated = new URLSearchParams(location.search);
  sort = stated.get("sort") || "";
  for (const one of form.elements) if (stated.has(one.name)) one.value = stated.get(one.name);
  form.hidden = false;
  more.hidden = !parts;
  if (stated.toString()) show();
})();
