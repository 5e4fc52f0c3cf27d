// Everything here is an addition: pages can be read, heard and linked into without it.
'use strict';
const find = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const glide = () => (calm.matches ? 'auto' : 'smooth');

// Browsers may forbid storage; then nothing is remembered.
const memory = {
  get(name) { try { return localStorage.getItem(`episodes:${name}`); } catch { return null; } },
  set(name, value) { try { localStorage.setItem(`episodes:${name}`, value); } catch { /* not remembered */ } },
};

// Pages in other languages than English bring their phrases along.
const phrases = JSON.parse(find('[data-phrases]')?.textContent || '{}');
const _ = (text, values) => (phrases[text] || text).replace(/\{(\w+)\}/g, (whole, name) => values?.[name] ?? whole);

const clock = (seconds) => {
  const whole = Math.max(0, Math.floor(seconds));
  const [hour, minute, second] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const tail = String(second).padStart(2, '0');
  return hour ? `${hour}:${String(minute).padStart(2, '0')}:${tail}` : `${minute}:${tail}`;
};

// Where others find this page: not among files, and not inside somebody's page.
const here = () => (location.protocol === 'file:' || find('[data-embed]') ? find('link[rel=canonical]').href : location.href.split('#')[0]);

let toastTimer;
const say = (text) => {
  const toast = find('[data-toast]');
  toast.textContent = text;
  toast.classList.add('on');
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => toast.classList.remove('on'), 2200);
};

const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Pages without https have no clipboard of that kind.
    const area = document.body.appendChild(document.createElement('textarea'));
    area.value = text;
    area.select();
    document.execCommand('copy');
    area.remove();
  }
  say(_('Copied'));
};

// Place of the last element whose number is not above the wanted one; -1 before the first.
const lastAt = (numbers, wanted) => {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] <= wanted) low = middle + 1; else high = middle;
  }
  return low - 1;
};

const words = find('[data-words]');
const player = startPlayer(find('[data-player]'));
const script = startTranscript(words);
player?.update();
startFinder();
startQuotes();
startFilter();
startMenus();
startKeys();
addEventListener('hashchange', () => goToHash());
goToHash(true);

function startPlayer(root) {
  if (!root) return null;
  const media = all('audio, video', root);
  const dock = find('[data-dock]', root);
  const [bar, side] = [find('[data-seek]', root), find('.side')];
  const chapters = all('.chapters [data-at]');
  const starts = chapters.map((link) => Number(link.dataset.at));
  const rates = [0.8, 1, 1.2, 1.5, 1.75, 2];
  const { title, show } = root.dataset;
  const key = `at:${root.dataset.key}`;
  const offset = (medium) => Number(medium.dataset.offset) || 0;
  const at = () => Math.max(0, current.currentTime - offset(current));
  const length = () => (Number.isFinite(current.duration) ? current.duration : Number(current.dataset.duration)) - offset(current);
  let current = media.find((medium) => medium.localName === memory.get('medium')) || media[0];
  let [touched, chapter, savedAt] = [false, -1, 0];

  const label = (name, text) => {
    const button = find(`[data-do=${name}]`, root);
    button.setAttribute('aria-label', text);
    return button;
  };

  function seek(seconds, play = false) {
    touched = true;
    current.currentTime = Math.max(0, seconds) + offset(current);
    if (play) current.play().catch(() => say(_('This medium cannot be played here')));
    update();
  }

  function update() {
    const [now, total] = [at(), length()];
    bar.max = Math.ceil(total) || 1;
    bar.value = now;
    bar.parentElement.style.setProperty('--p', `${(100 * now) / (total || 1)}%`);
    bar.setAttribute('aria-valuetext', _('{time} of {length}', { time: clock(now), length: clock(total) }));
    find('[data-time]', root).textContent = clock(now);
    find('[data-left]', root).textContent = `−${clock(total - now)}`;
    const entered = touched ? lastAt(starts, now + 0.05) : -1;
    if (entered !== chapter) {
      chapters[chapter]?.removeAttribute('aria-current');
      chapters[entered]?.setAttribute('aria-current', 'true');
      if (side?.scrollHeight > side?.clientHeight) side.scrollTop = (chapters[entered]?.offsetTop ?? 0) - side.clientHeight / 2;
      chapter = entered;
    }
    name();
    script?.show(now, touched);
  }

  // Above the bar stands the chapter that is heard, or the place that is pointed at.
  let pointed = NaN;
  function name() {
    const titleOf = (place) => chapters[place]?.querySelector('span + span').textContent;
    find('[data-now]', root).textContent = pointed >= 0
      ? `${clock(pointed)} ${titleOf(lastAt(starts, pointed)) || ''}`
      : titleOf(chapter) || (root.classList.contains('docked') ? title : '');
  }

  function remember() {
    if (!touched || Math.abs(at() - savedAt) < 4) return;
    savedAt = at();
    memory.set(key, savedAt > length() - 15 ? 0 : Math.floor(savedAt));
  }

  function state() {
    const playing = !current.paused;
    root.classList.toggle('playing', playing);
    label('play', _(playing ? 'Pause' : 'Play'));
    dockIfAway();
  }

  function setRate(rate) {
    media.forEach((medium) => { medium.defaultPlaybackRate = rate; medium.playbackRate = rate; });
    label('speed', _('Speed {rate}×', { rate })).textContent = `${rate}×`;
    memory.set('rate', rate);
  }

  function use(medium, keep = true) {
    const [place, playing] = [at(), !current.paused];
    current.pause();
    current = medium;
    media.forEach((one) => one.parentElement.classList.toggle('off', one !== medium));
    all('[data-switch]', root).forEach((button) => button.setAttribute('aria-pressed', button.dataset.switch === medium.localName));
    if (!keep) return;
    memory.set('medium', medium.localName);
    seek(place, playing);
  }

  let away = false;
  function dockIfAway() {
    const docked = away && touched;
    if (docked !== root.classList.contains('docked')) {
      root.style.minHeight = docked ? `${root.offsetHeight}px` : '';
      root.classList.toggle('docked', docked);
      document.documentElement.style.setProperty('--dock', docked ? `${dock.offsetHeight}px` : '0px');
    }
  }
  new IntersectionObserver(([entry]) => {
    away = !entry.isIntersecting && entry.boundingClientRect.top < 0;
    dockIfAway();
  }).observe(root);

  const faster = (by) => setRate(rates[Math.min(rates.length - 1, Math.max(0, rates.indexOf(current.playbackRate) + by))]);
  const actions = {
    play: () => { touched = true; if (current.paused) seek(at(), true); else current.pause(); },
    back: () => seek(at() - 15),
    ahead: () => seek(Math.min(at() + 30, length() - 1)),
    speed: () => setRate(rates[(rates.indexOf(current.playbackRate) + 1) % rates.length]),
    mute: () => { current.muted = !current.muted; say(_(current.muted ? 'Sound off' : 'Sound on')); },
    chapter: (by) => { const to = starts[Math.max(0, chapter + by)]; if (to !== undefined) seek(to); },
    share: startSharing(root, at),
    help: () => find('[data-help]')?.showModal(),
  };

  media.forEach((medium) => {
    const mine = (act) => () => { if (medium === current) act(); };
    for (const name of ['play', 'pause', 'ended']) medium.addEventListener(name, mine(state));
    medium.addEventListener('play', mine(() => { touched = true; }));
    medium.addEventListener('timeupdate', mine(() => { update(); remember(); }));
    for (const name of ['loadedmetadata', 'seeked']) medium.addEventListener(name, mine(update));
    // Captions have the times of the transcript's own medium.
    find('track', medium)?.addEventListener('load', ({ target }) => {
      for (const cue of target.track.cues || []) { cue.startTime += offset(medium); cue.endTime += offset(medium); }
    });
  });
  bar.addEventListener('input', () => seek(Number(bar.value)));
  bar.addEventListener('pointermove', ({ offsetX }) => { pointed = (offsetX / bar.clientWidth) * bar.max; name(); });
  bar.addEventListener('pointerleave', () => { pointed = NaN; name(); });
  root.addEventListener('click', ({ target }) => {
    const button = target.closest('[data-do], [data-switch]');
    if (button?.dataset.switch) use(media.find((medium) => medium.localName === button.dataset.switch));
    else if (button) actions[button.dataset.do]();
  });
  addEventListener('pagehide', () => { savedAt = -9; remember(); });
  if (starts.length < 60) starts.slice(1).forEach((start) => {
    const mark = find('[data-marks]', root).appendChild(document.createElement('i'));
    mark.style.left = `${(100 * start) / (length() || 1)}%`;
  });
  const session = navigator.mediaSession;
  if (session) {
    const art = find('.opening img.cover');
    session.metadata = new MediaMetadata({
      title, artist: show, artwork: art ? [{ src: art.src }] : [],
    });
    session.setActionHandler('seekbackward', actions.back);
    session.setActionHandler('seekforward', actions.ahead);
  }
  dock.hidden = false;
  root.classList.add('alive');
  use(current, false);
  setRate(Number(memory.get('rate')) || 1);
  const place = Number(memory.get(key)) || 0;
  if (place > 5 && !location.hash) {
    current.currentTime = place + offset(current);
    label('play', _('Continue at {time}', { time: clock(place) }));
  }
  return { seek, update, actions, faster };
}

// A link and a frame for other pages, from the beginning or from this moment on.
function startSharing(root, at) {
  const dialog = find('[data-sharing]');
  // A page of somebody's own.
  if (!dialog) return () => copy(`${here()}#t=${Math.floor(at())}`);
  const [link, frame, from] = all('input', dialog);
  const whole = frame.value;
  function offer() {
    const start = at();
    const place = from.checked ? `#t=${Math.floor(start)}` : '';
    from.nextElementSibling.textContent = _('Start at {time}', { time: clock(start) });
    link.value = here() + place;
    frame.value = whole.replace(/(?=" width=)/, place);
    for (const field of [link, frame]) field.parentElement.nextElementSibling.dataset.copy = field.value;
  }
  from.addEventListener('change', offer);
  const send = find('[data-send]', dialog);
  send.hidden = !navigator.share;
  send.addEventListener('click', () => navigator.share({ title: root.dataset.title, url: link.value })
    .catch((error) => { if (error.name !== 'AbortError') copy(link.value); }));
  return () => {
    from.checked = at() >= 1;
    from.parentElement.hidden = !from.checked;
    offer();
    dialog.showModal();
  };
}

function startTranscript(root) {
  if (!root) return null;
  const lines = all('[data-t]', root);
  const starts = Float64Array.from(lines, (line) => Number(line.dataset.t));
  const button = find('[data-follow]');
  let [shown, following] = [-1, memory.get('follow') !== 'no'];

  const inView = (line) => {
    const box = line?.getBoundingClientRect();
    return Boolean(box) && box.bottom > 0 && box.top < innerHeight;
  };
  const reveal = (line) => {
    const box = line.getBoundingClientRect();
    if (box.top > innerHeight * 0.15 && box.bottom < innerHeight * 0.7) return;
    scrollBy({ top: box.top - innerHeight * 0.33, behavior: glide() });
  };
  const setFollowing = (on) => {
    following = on;
    button?.setAttribute('aria-pressed', on);
    memory.set('follow', on ? 'yes' : 'no');
    if (on && lines[shown]) reveal(lines[shown]);
  };

  // A reader who scrolled elsewhere is left there: only a line that was in sight is followed.
  function show(seconds, lit) {
    const next = lit ? lastAt(starts, seconds + 0.05) : -1;
    if (next === shown) return;
    const before = lines[shown];
    before?.classList.remove('on');
    shown = next;
    if (!lines[next]) return;
    lines[next].classList.add('on');
    if (following && before && inView(before)) reveal(lines[next]);
  }

  find('[data-tools]').hidden = false;
  setFollowing(following);
  button?.addEventListener('click', () => setFollowing(!following));
  const doubts = find('[data-doubts]');
  doubts?.addEventListener('click', () => doubts.setAttribute('aria-pressed', root.classList.toggle('show-doubts')));
  if (player) {
    root.classList.add('alive-words');
    // Without this script these links open the recording at that time.
    all('a.at', root).forEach((link) => { link.href = `#t=${Math.floor(link.dataset.at)}`; });
    root.addEventListener('click', ({ target }) => {
      const line = target.closest('[data-t]');
      if (line && getSelection().isCollapsed) player.seek(Number(line.dataset.t), true);
    });
  }
  const lineAt = (seconds) => lines[Math.max(0, lastAt(starts, seconds + 0.999))];
  return { show, lineAt, lines, toggle: () => setFollowing(!following) };
}

// `#t=252`, `#t=4:12`, `#chapter-3` and `#s120` lead to a place of the recording.
function secondsOf(hash) {
  const named = decodeURIComponent(hash);
  const time = /^#t=(?:npt:)?([\d:.]+)/.exec(named);
  if (time) return time[1].split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  if (/^#s\d+$/.test(named)) return Number(find(named)?.dataset.t ?? NaN);
  const chapter = /^#chapter-(\d+)$/.exec(named);
  return chapter ? Number(all('.chapters [data-at]')[chapter[1] - 1]?.dataset.at ?? NaN) : NaN;
}

function goToHash(first = false) {
  // Lists of episodes lead here with it.
  if (location.hash === '#play') { player?.actions.play(); return; }
  let seconds = NaN;
  try { seconds = secondsOf(location.hash); } catch { return; } // a hash that is no valid text
  if (!Number.isFinite(seconds)) return;
  player?.seek(seconds);
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target || first) (target || script?.lineAt(seconds))?.scrollIntoView({ block: 'center' });
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (!link || !player || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const seconds = link.dataset.at ? Number(link.dataset.at) : secondsOf(link.hash);
  if (!Number.isFinite(seconds)) return;
  event.preventDefault();
  history.replaceState(null, '', link.hash);
  player.seek(seconds, true);
});

function startFinder() {
  const input = find('[data-find-words]');
  if (!input || !words) return;
  const output = find('[data-find-count]');
  const steps = all('[data-find-step]');
  const most = 2000;
  let [texts, ranges, place] = [null, [], -1];

  // The text of each paragraph without times and names, and where its pieces begin.
  const gather = () => all('p', words).map((paragraph) => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT, (node) => (
      node.parentElement.closest('.at, b') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
    const [nodes, begins] = [[], []];
    let text = '';
    while (walker.nextNode()) {
      nodes.push(walker.currentNode);
      begins.push(text.length);
      text += walker.currentNode.data;
    }
    const lower = text.toLowerCase();
    return { nodes, begins, text: lower.length === text.length ? lower : text };
  });

  function rangeOf({ nodes, begins }, from, to) {
    const range = new Range();
    const [first, last] = [lastAt(begins, from), lastAt(begins, to - 1)];
    range.setStart(nodes[first], from - begins[first]);
    range.setEnd(nodes[last], to - begins[last]);
    return range;
  }

  function search() {
    const wanted = input.value.trim().toLowerCase().replace(/\s+/g, ' ');
    ranges = [];
    place = -1;
    if (wanted.length > 1) {
      texts ??= gather();
      for (const one of texts) {
        for (let from = one.text.indexOf(wanted); from >= 0 && ranges.length < most; from = one.text.indexOf(wanted, from + wanted.length)) {
          ranges.push(rangeOf(one, from, from + wanted.length));
        }
      }
    }
    CSS.highlights?.set('found', new Highlight(...ranges));
    CSS.highlights?.delete('found-here');
    steps.forEach((button) => { button.hidden = !ranges.length; });
    output.textContent = wanted.length > 1 ? _(ranges.length ? '{count} found' : 'Not found', { count: ranges.length + (ranges.length === most ? '+' : '') }) : '';
  }

  function go(by) {
    if (!ranges.length) return;
    place = (place + by + ranges.length) % ranges.length;
    const range = ranges[place];
    if (CSS.highlights) CSS.highlights.set('found-here', new Highlight(range));
    else getSelection().setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    range.startContainer.parentElement.scrollIntoView({ block: 'center' });
    output.textContent = _('{place} of {count}', { place: place + 1, count: ranges.length });
  }

  let timer;
  input.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(() => { search(); go(1); }, 150); });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') { event.preventDefault(); go(event.shiftKey ? -1 : 1); }
    if (event.key === 'Escape') { input.value = ''; search(); input.blur(); }
  });
  steps.forEach((button) => button.addEventListener('click', () => go(Number(button.dataset.findStep))));
}

function startQuotes() {
  const button = find('[data-quote]');
  if (!button || !words) return;
  const chosen = () => {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    return words.contains(range.commonAncestorContainer) ? range : null;
  };

  function quoted(range) {
    const piece = range.cloneContents();
    all('.at, b', piece).forEach((node) => node.remove());
    const line = script.lines.find((one) => range.intersectsNode(one)) || script.lines[0];
    let paragraph = line.closest('p');
    while (paragraph && !find('b', paragraph)) paragraph = paragraph.previousElementSibling;
    const seconds = Math.floor(line.dataset.t);
    const who = paragraph ? `${find('b', paragraph).textContent.trim()}, ` : '';
    const title = find('h1').textContent.trim();
    return `${_('“')}${piece.textContent.replace(/\s+/g, ' ').trim()}${_('”')}\n— ${who}${title}, ${clock(seconds)}\n${here()}#t=${seconds}`;
  }

  let timer;
  document.addEventListener('selectionchange', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const range = chosen();
      button.hidden = !range;
      if (!range) return;
      const box = range.getBoundingClientRect();
      button.style.left = `${Math.max(8, Math.min(box.left + scrollX, scrollX + document.documentElement.clientWidth - button.offsetWidth - 8))}px`;
      button.style.top = `${box.bottom + scrollY + 8}px`;
    }, 200);
  });
  // Keeps the selection.
  button.addEventListener('pointerdown', (event) => event.preventDefault());
  button.addEventListener('click', () => { const range = chosen(); if (range) copy(quoted(range)); });
}

function startFilter() {
  const tools = find('[data-filter]');
  if (!tools) return;
  const input = find('[data-filter-words]', tools);
  const turn = find('[data-filter-turn]', tools);
  const sections = all('.archive .year');
  const plain = (text) => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')}`;
  const rows = all('[data-find]').map((row) => [row, plain(row.dataset.find)]);
  const apply = () => {
    const wanted = plain(input.value).split(' ').filter(Boolean);
    let count = 0;
    for (const [row, text] of rows) {
      row.hidden = !wanted.every((word) => text.includes(` ${word}`));
      count += !row.hidden;
    }
    sections.forEach((section) => { section.hidden = !find('[data-find]:not([hidden])', section); });
    find('[data-filter-count]', tools).textContent = wanted.length ? _('{place} of {count}', { place: count, count: rows.length }) : '';
  };
  let newest = true;
  input.addEventListener('input', apply);
  turn.addEventListener('click', () => {
    turn.textContent = _((newest = !newest) ? 'Oldest first' : 'Newest first');
    for (const group of [find('.archive'), ...all('.archive .lines')]) {
      const turned = [...group.children].filter((child) => child.matches('.year, li')).reverse();
      group.append(...turned);
    }
  });
  tools.hidden = false;
  apply();
}

function startMenus() {
  const menus = all('details.menu');
  document.addEventListener('click', ({ target }) => menus.forEach((menu) => { if (!menu.contains(target)) menu.open = false; }));
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') menus.filter((menu) => menu.open).forEach((menu) => { menu.open = false; find('summary', menu).focus(); });
  });
  all('[data-copy]').forEach((button) => {
    button.hidden = false;
    button.addEventListener('click', () => { button.closest('dialog')?.close(); copy(button.dataset.copy); });
  });
  // Folders have no index page in a file browser.
  if (location.protocol === 'file:') all('a[href$="/"]').forEach((link) => { if (link.protocol === 'file:') link.href += 'index.html'; });
}

function startKeys() {
  if (!player) return;
  const { actions } = player;
  const box = find('[data-keys]');
  box.checked = memory.get('keys') !== 'no';
  box.addEventListener('change', () => memory.set('keys', box.checked ? 'yes' : 'no'));
  const keys = {
    ' ': actions.play, k: actions.play, j: actions.back, l: actions.ahead, ArrowLeft: actions.back, ArrowRight: actions.ahead,
    p: () => actions.chapter(-1), n: () => actions.chapter(1), '<': () => player.faster(-1), '>': () => player.faster(1), m: actions.mute,
    f: () => script?.toggle(), '/': () => find('[data-find-words]')?.focus(), '?': actions.help,
  };
  document.addEventListener('keydown', (event) => {
    if (!box.checked || event.ctrlKey || event.metaKey || event.altKey || find('dialog[open]')) return;
    if (event.target.closest('input, textarea, select, video, audio, [contenteditable]')) return;
    if (event.key === ' ' && event.target.closest('button, a, summary')) return;
    const action = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
}
