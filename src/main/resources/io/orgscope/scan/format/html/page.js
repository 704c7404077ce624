'use strict';
// Ties the graph, the panel beside it and the lists below it together.
(async function () {
  const RADIAL = 130;
  const KINDS = [['organizations', 'organizations'], ['critical', 'critical'], ['warning', 'warning'], ['unknown', 'unknown'], ['scoped', 'scoped'],
    ['global', 'global'], ['tooling', 'tooling']];
  const holder = document.getElementById('graph');
  if (typeof DecompressionStream === 'undefined') {
    document.getElementById('findings').append(el('p', { class: 'none' }, 'This page needs a browser of 2023 or later.'));
    return;
  }
  const model = await Model.load();
  const side = document.getElementById('side');
  const tip = holder.parentElement.appendChild(el('div', { class: 'tip' }));
  let graph = null, selected = null, off = new Set();

  const on = {
    select: i => select(i, false),
    hover(table, x, y) {
      tip.style.opacity = table ? 1 : 0;
      if (!table) return;
      tip.replaceChildren(el('b', {}, table.name), el('div', {}, table.state + ': ' + table.reason),
        table.findings.length ? el('div', {}, table.findings.length + (table.findings.length === 1 ? ' finding' : ' findings')) : '');
      tip.style.left = Math.max(4, Math.min(x + 16, holder.clientWidth - tip.offsetWidth - 8)) + 'px';
      tip.style.top = (y + 18 + tip.offsetHeight > holder.clientHeight ? y - tip.offsetHeight - 12 : y + 18) + 'px';
    }
  };

  const schemas = new Set(model.tables.map(table => table.schema)).size;
  const layouts = [...(model.centre && model.tables.length <= 3 * RADIAL ? [['radial', 'around the organizations']] : []), ['subtree', 'by subtree'], ['state', 'by state'],
    ['name', 'by first word'], ...(schemas > 1 ? [['schema', 'by schema']] : [])];
  const choice = el('select', { 'aria-label': 'arrange' }, layouts.map(([value, text]) => el('option', { value }, text)));
  const search = el('input', { type: 'search', placeholder: 'find a table', 'aria-label': 'find a table', autocomplete: 'off' });
  const hits = el('div', { class: 'hits', hidden: true });
  const every = el('label', { class: 'every' }, el('input', { type: 'checkbox', onchange: event => graph.every && graph.every(event.target.checked) }),
    ' every foreign key');
  document.getElementById('tools').append(el('div', { class: 'find' }, search, hits), el('label', {}, 'arrange ', choice), every,
    el('span', { class: 'zoom' }, el('button', { title: 'zoom in', onclick: () => graph.zoomBy(1.6) }, '+'),
      el('button', { title: 'zoom out', onclick: () => graph.zoomBy(0.625) }, '−'), el('button', { onclick: () => graph.fit() }, 'all')));
  const legend = document.getElementById('legend');
  KINDS.filter(([kind]) => model.tables.some(table => table.kind === kind)).forEach(([kind, text]) => {
    const count = model.tables.filter(table => table.kind === kind).length;
    legend.append(el('button', { class: 'kind', 'aria-pressed': 'true', onclick: event => {
      if (!off.delete(kind)) off.add(kind);
      event.currentTarget.setAttribute('aria-pressed', String(!off.has(kind)));
      graph.show(off.size ? new Set(KINDS.map(item => item[0]).filter(item => !off.has(item))) : null);
    } }, el('i', { class: 'dot back-' + kind }), text + ' ' + count.toLocaleString('en')));
  });

  /** The radial tree if its names can be read, else groups whose number is neither small nor large. */
  function usual() {
    if (model.tables.length <= RADIAL && model.centre) return 'radial';
    const [subtrees, names] = ['subtree', 'name'].map(by => Boxes.groups(model, by));
    const largest = d3.max(names, group => group.lines.length);
    return names.length >= 5 && names.length < subtrees.length && largest < model.tables.length / 3 ? 'name' : 'subtree';
  }

  function arrange() {
    if (graph) graph.remove();
    holder.replaceChildren();
    every.hidden = choice.value !== 'radial';
    graph = choice.value === 'radial' ? Radial.draw(holder, model, on) : Boxes.draw(holder, model, choice.value, on);
    if (selected === null) overview(); else graph.select(selected, true);
  }

  function select(i, move) {
    selected = i;
    graph.select(i, move);
    if (i === null) overview(); else about(model.tables[i]);
  }

  function goto(i) {
    select(i, true);
    holder.parentElement.scrollIntoView({ behavior: 'smooth', block: 'nearest' });
  }

  function tableLink(i) {
    const table = model.tables[i];
    return el('button', { class: 'link', onclick: () => select(i, true) }, el('i', { class: 'dot back-' + table.kind }), table.name);
  }

  /** The content if no table is selected. */
  function overview() {
    side.replaceChildren(el('p', { class: 'small' }, 'Point at a table to see its state. Click on it to see its findings and references. Drag to move, scroll to zoom.'));
    if (!graph.groups.length) {
      const worst = model.tables.filter(table => table.findings.length).sort((a, b) => a.findings[0] - b.findings[0]).slice(0, 30);
      side.append(el('h3', {}, 'Look at these first'), el('ul', { class: 'links' }, worst.map(table => el('li', {}, tableLink(table.i)))));
      return;
    }
    side.append(el('h3', {}, graph.groups.length.toLocaleString('en') + (graph.groups.length === 1 ? ' group' : ' groups')));
    const list = el('ul', { class: 'groups' });
    graph.groups.slice(0, 200).forEach(group => list.append(el('li', {}, el('button', { class: 'link', onclick: group.show }, group.name),
      el('span', { class: 'count' }, String(group.tables.length)), bar(group.tables))));
    side.append(list);
  }

  function bar(tables) {
    return el('span', { class: 'bar' }, KINDS.map(([kind]) => {
      const share = tables.filter(table => table.kind === kind).length / tables.length;
      const part = el('i', { class: 'back-' + kind });
      part.style.width = 100 * share + '%';
      return share ? part : null;
    }));
  }

  function about(table) {
    const references = (title, list, end) => list.length ? [el('h3', {}, title + ' (' + list.length.toLocaleString('en') + ')'), el('ul', { class: 'links' },
      list.slice(0, 40).map(reference => el('li', {}, tableLink(reference[end]), el('span', { class: 'small' }, ' ' + reference.columns))),
      list.length > 40 ? el('li', { class: 'small' }, 'and ' + (list.length - 40).toLocaleString('en') + ' more') : null)] : [];
    const findings = el('div', { class: 'found' }, table.findings.map(i => Lists.finding(model, model.findings[i], null)));
    side.replaceChildren(el('button', { class: 'close', title: 'close', onclick: () => select(null, false) }, '×'),
      el('h3', { class: 'name' }, el('i', { class: 'dot back-' + table.kind }), table.name),
      el('p', {}, table.state + ': ' + table.reason), el('p', { class: 'small' }, table.rows === null ? 'not analysed'
        : 'about ' + table.rows.toLocaleString('en') + ' rows'),
      ...(table.state !== 'scoped' && table.routes.length ? [el('h3', {}, 'Route'), el('ul', { class: 'routes' },
        table.routes.map(route => el('li', {}, el('code', {}, route))))] : []),
      ...(table.findings.length ? [el('h3', {}, 'Findings (' + table.findings.length + ')'), findings] : []),
      ...references('References', table.out, 'to'), ...references('Referenced by', table.in, 'from'));
    side.scrollTop = 0;
  }

  function find() {
    const wanted = search.value.trim().toLowerCase();
    const found = wanted ? model.tables.filter(table => table.name.toLowerCase().includes(wanted))
      .sort((a, b) => a.name.toLowerCase().indexOf(wanted) - b.name.toLowerCase().indexOf(wanted) || a.name.length - b.name.length) : [];
    hits.replaceChildren(...found.slice(0, 12).map(table => el('button', { onclick: () => {
      hits.hidden = true;
      search.value = table.name;
      select(table.i, true);
    } }, el('i', { class: 'dot back-' + table.kind }), table.name)),
    ...(found.length > 12 ? [el('span', { class: 'small' }, (found.length - 12).toLocaleString('en') + ' more')] : []),
    ...(wanted && !found.length ? [el('span', { class: 'small' }, 'no table')] : []));
    hits.hidden = !wanted;
  }
  search.addEventListener('input', find);
  search.addEventListener('keydown', event => {
    if (event.key === 'Enter' && hits.firstElementChild && hits.firstElementChild.tagName === 'BUTTON') hits.firstElementChild.click();
    if (event.key === 'Escape') { hits.hidden = true; select(null, false); }
  });
  document.addEventListener('click', event => { if (!hits.contains(event.target) && event.target !== search) hits.hidden = true; });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => graph.redraw());

  choice.value = usual();
  choice.addEventListener('change', arrange);
  arrange();
  const named = decodeURIComponent(location.hash.slice(1));
  const start = named && model.tables.find(table => table.name === named);
  if (start) select(start.i, true);
  Lists.findings(document.getElementById('findings'), model, goto);
  Lists.tables(document.getElementById('tables'), model, goto);
  model.sections.forEach(part => Lists.section(document.getElementById('sections'), part));
})();
