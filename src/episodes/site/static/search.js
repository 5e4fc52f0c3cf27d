// Searching: an index of each show lies beside this page, in parts; Pagefind reads them, this shows what it finds.
'use strict';
(() => {
  const form = document.querySelector('[data-search]');
  const list = document.querySelector('[data-found]');
  const count = document.querySelector('[data-count]');
  const further = document.querySelector('[data-further]');
  const [words, choice] = [form.elements.q, form.elements.show];
  const indexes = list.dataset.indexes.trim().split(/\s+/);
  const shows = [...new Set(indexes.map((folder) => folder.split('/')[0]))];
  const [atOnce, hitsAtOnce] = [10, 3];
  // Shorter sentences are shown with what follows, longer ones around the words that were found.
  const [fewWords, mostWords] = [12, 44];
  const engines = new Map();
  let [turn, results, shown, timer] = [0, [], 0, 0];

  const element = (name, className = '', ...inside) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...inside);
    return made;
  };
  const chosen = () => (shows.includes(choice?.value) ? choice.value : '');

  // One engine for a show alone, one for all of them together.
  function engineOf(show) {
    if (!engines.has(show)) engines.set(show, open(show).catch((error) => { engines.delete(show); throw error; }));
    return engines.get(show);
  }

  async function open(show) {
    const [first, ...others] = indexes.filter((folder) => !show || folder.startsWith(`${show}/`));
    const bundle = (folder) => new URL(`${folder}/`, location.href.split(/[?#]/)[0]).href;
    const module = await import(`${bundle(first)}pagefind.js`);
    const engine = module.createInstance({ bundlePath: bundle(first) });
    for (const other of others) {
      // A part may be gone by now; the others are searched still.
      try { await engine.mergeIndex(bundle(other)); } catch { /* without it */ }
    }
    return engine;
  }

  async function search() {
    const [wanted, mine] = [words.value.trim(), ++turn];
    remember(wanted);
    if (!wanted) { results = []; empty(''); return; }
    count.textContent = _('Searching …');
    try {
      const found = await (await engineOf(chosen())).search(wanted);
      if (mine !== turn || !found) return;
      results = found.results;
      empty(results.length
        ? _(results.length === 1 ? '{count} episode' : '{count} episodes', { count: results.length })
        : _('Nothing found for {words}', { words: `${_('“')}${wanted}${_('”')}` }));
      await more();
    } catch (error) {
      if (mine === turn) empty(_('The search cannot be used here: {reason}', { reason: error.message || error }));
    }
  }

  function empty(text) {
    list.replaceChildren();
    shown = 0;
    further.hidden = true;
    count.textContent = text;
  }

  async function more() {
    const mine = turn;
    const next = results.slice(shown, shown + atOnce);
    const loaded = await Promise.all(next.map((result) => result.data()));
    if (mine !== turn) return;
    shown += next.length;
    const items = loaded.map(show);
    list.append(...items);
    further.hidden = shown >= results.length;
    return items[0];
  }

  // Zero-width spaces part words of languages that are written without spaces.
  function wordsOf(data) {
    const text = (data.raw_content ?? data.content).replace(/&lt;/g, '<').replace(/&gt;/g, '>');
    return text.includes('\u200B') ? [text.split('\u200B'), ''] : [text.split(/[\r\n\s]+/g), ' '];
  }

  function show(data) {
    const page = new URL(`${data.meta.show}/${encodeURIComponent(data.meta.folder)}/`, new URL(list.dataset.root, location.href)).href;
    const facts = element('p', 'meta');
    if (data.meta.number) facts.append(element('b', '', data.meta.number));
    facts.append(element('span', '', data.meta.date));
    if (shows.length > 1) facts.append(element('span', '', data.meta['show-title']));
    const title = element('a', '', data.meta.title);
    title.href = page;
    const item = element('li', '', facts, element('h2', '', title));
    const [texts, gap] = wordsOf(data);
    const hits = hitsOf(data, texts.length);
    const rows = hits.map((hit) => element('li', '', row(hit, texts, gap, page)));
    if (rows.length) item.append(element('ul', 'hits', ...rows.slice(0, hitsAtOnce)));
    if (rows.length > hitsAtOnce) item.append(rest(rows.slice(hitsAtOnce), item));
    return item;
  }

  // Gather what was found by the segment that it is in; the strongest first three, all in the order of time.
  function hitsOf(data, length) {
    const marks = data.anchors.filter(({ id }) => id === 'notes' || /^s\d+~/.test(id));
    const hits = new Map();
    for (const { location, weight } of data.weighted_locations) {
      let place = marks.length - 1;
      while (place >= 0 && marks[place].location > location) place -= 1;
      if (place < 0) continue; // in the title, which is shown anyway
      const endOf = (mark) => marks[mark + 1]?.location ?? length;
      let [last, end] = [place, endOf(place)];
      while (place > 0 && last + 1 < marks.length && end - marks[place].location < fewWords) end = endOf(last += 1);
      const hit = hits.get(place) || { place, id: marks[place].id, start: marks[place].location, end, found: new Set(), weight: 0 };
      if (!hit.found.has(location)) hit.weight += weight;
      hit.found.add(location);
      hits.set(place, hit);
    }
    const strongest = [...hits.values()].sort((a, b) => b.weight - a.weight || a.place - b.place);
    const inTime = (some) => some.sort((a, b) => a.place - b.place);
    return [...inTime(strongest.slice(0, hitsAtOnce)), ...inTime(strongest.slice(hitsAtOnce, 60))];
  }

  function row(hit, texts, gap, page) {
    const [anchor, seconds, speaker] = hit.id.split('~');
    const text = element('span', 'text');
    if (speaker) text.append(element('b', '', decodeURIComponent(speaker)), ' ');
    text.append(...excerpt(hit, texts, gap));
    const link = element('a', 'hit', element('span', 'at', seconds === undefined ? _('Notes') : clock(Number(seconds))), ' ', text);
    link.href = seconds === undefined ? page : `${page}#${anchor}`;
    return link;
  }

  function excerpt(hit, texts, gap) {
    const first = Math.min(...hit.found);
    let [start, end] = [hit.start, hit.end];
    if (end - start > mostWords) start = Math.max(start, Math.min(first - 12, end - mostWords));
    end = Math.min(end, start + mostWords);
    const parts = [start > hit.start ? '… ' : ''];
    for (let place = start; place < end; place += 1) {
      parts.push(hit.found.has(place) ? element('mark', '', texts[place]) : texts[place], gap);
    }
    return [...parts, end < hit.end ? '…' : ''];
  }

  function rest(rows, item) {
    const reveal = element('button', '', _(rows.length === 1 ? '{count} more place' : '{count} more places', { count: rows.length }));
    reveal.type = 'button';
    const line = element('p', 'rest tools', reveal);
    reveal.addEventListener('click', () => {
      item.querySelector('.hits').append(...rows);
      line.remove();
      rows[0].querySelector('a').focus();
    });
    return line;
  }

  // The address names what is shown, so that it can be sent and gone back to.
  function remember(wanted) {
    const query = new URLSearchParams();
    if (wanted) query.set('q', wanted);
    if (chosen()) query.set('show', chosen());
    history.replaceState(null, '', `${location.pathname}${query.size ? `?${query}` : ''}`);
  }

  form.addEventListener('submit', (event) => { event.preventDefault(); clearTimeout(timer); search(); });
  words.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(search, 250); });
  choice?.addEventListener('change', search);
  further.addEventListener('click', async ({ target }) => {
    if (target.closest('button')) (await more())?.querySelector('a').focus();
  });
  document.querySelector('[data-without]').hidden = true;
  const asked = new URLSearchParams(location.search);
  words.value = asked.get('q') || '';
  if (choice && shows.includes(asked.get('show'))) choice.value = asked.get('show');
  if (words.value) search();
  else words.focus();
})();
