'use strict';
// The lists below the graph: findings, tables, and what else the report has. A list shows one page and makes the next one on request.
const Lists = (function () {
  const PAGE = 100;

  /** Shows rows one page at a time. make returns the element of a row. */
  function paged(holder, rows, make) {
    holder.replaceChildren();
    let shown = 0;
    const more = el('button', { class: 'more', onclick: next });
    function next() {
      more.remove();
      rows.slice(shown, shown + PAGE).forEach(row => holder.append(make(row)));
      shown = Math.min(rows.length, shown + PAGE);
      if (shown < rows.length) {
        more.textContent = 'Show ' + Math.min(PAGE, rows.length - shown) + ' more of ' + (rows.length - shown).toLocaleString('en');
        (holder.tagName === 'TBODY' ? holder.parentElement.parentElement : holder).append(more);
      }
    }
    next();
  }

  /** A finding, as a row that can be opened. */
  function finding(model, item, on) {
    const table = item.table < 0 ? null : model.tables[item.table];
    const message = el('span', { class: 'message' });
    const body = el('div', { class: 'body' });
    model.detail(item.i).then(detail => { message.textContent = detail.message; });
    const row = el('details', { 'data-severity': item.rule.severity },
      el('summary', {}, el('span', { class: 'badge ' + item.rule.severity.toLowerCase() }, item.rule.severity),
        el('code', {}, table ? table.name : ''), el('span', { class: 'rule' }, item.rule.title), message), body);
    row.addEventListener('toggle', async () => {
      if (row.open && !body.childElementCount) body.append(...explanation(await model.detail(item.i), item, table, on));
    });
    return row;
  }

  function explanation(detail, item, table, on) {
    return [
      el('p', {}, item.rule.why),
      detail.references ? el('ul', {}, detail.references.map(reference => el('li', {}, el('code', {}, reference[0]), ' ' + reference[1]))) : null,
      el('p', {}, detail.advice),
      detail.lines ? el('div', { class: 'paste' }, el('p', {}, 'Paste ' + detail.place + ':', copy(detail.lines)), el('pre', {}, detail.lines)) : null,
      el('p', { class: 'small' }, el('code', {}, item.rule.id), detail.object ? [' ', el('code', {}, detail.object)] : null, ' ',
        table && on ? el('button', { class: 'link', onclick: () => on(table.i) }, 'show in the graph') : null)
    ].filter(Boolean);
  }

  function copy(text) {
    const button = el('button', { class: 'link', onclick: async () => {
      await navigator.clipboard.writeText(text);
      button.textContent = 'copied';
    } }, 'copy');
    return navigator.clipboard ? [' ', button] : [];
  }

  async function findings(holder, model, on) {
    const rules = d3.rollups(model.findings, list => list.length, item => item.rule);
    const search = el('input', { type: 'search', placeholder: 'table, rule or text', 'aria-label': 'search the findings' });
    const choice = el('select', { 'aria-label': 'rule' }, el('option', { value: '' }, 'every rule'),
      rules.map(([rule, count]) => el('option', { value: rule.id }, rule.title + ' (' + count + ')')));
    const boxes = model.SEVERITIES.map(severity => el('input', { type: 'checkbox', value: severity, checked: true }));
    const count = el('span', { class: 'count' });
    const list = el('div', { class: 'panel' });
    holder.append(el('h2', {}, 'Findings'), el('div', { class: 'tools' }, search, choice,
      boxes.map(box => el('label', {}, box, ' ' + box.value)), count), list);
    let turn = 0;
    async function filter() {
      const mine = ++turn;
      const wanted = search.value.trim().toLowerCase();
      const severities = new Set(boxes.filter(box => box.checked).map(box => box.value));
      const rows = [];
      for (const item of model.findings) {
        if (!severities.has(item.rule.severity) || choice.value && choice.value !== item.rule.id) continue;
        const table = item.table < 0 ? '' : model.tables[item.table].name;
        const text = (table + ' ' + item.rule.id + ' ' + item.rule.title).toLowerCase();
        if (!wanted || text.includes(wanted) || (await model.detail(item.i)).message.toLowerCase().includes(wanted)) rows.push(item);
      }
      if (mine !== turn) return;
      count.textContent = rows.length.toLocaleString('en') + ' of ' + model.findings.length.toLocaleString('en');
      paged(list, rows, item => finding(model, item, on));
      if (!rows.length) list.append(el('div', { class: 'none' }, 'Nothing found.'));
    }
    search.addEventListener('input', filter);
    [choice, ...boxes].forEach(input => input.addEventListener('change', filter));
    await filter();
  }

  function tables(holder, model, on) {
    const columns = [['Table', table => table.name], ['State', table => table.state], ['Because', table => table.reason],
      ['Rows (estimate)', table => table.rows === null ? -1 : table.rows], ['Findings', table => table.findings.length]];
    const search = el('input', { type: 'search', placeholder: 'table, state or reason', 'aria-label': 'search the tables' });
    const count = el('span', { class: 'count' });
    const body = el('tbody', {});
    let sort = null, descending = false;
    const heads = columns.map(([title, value], i) => el('th', { class: i > 2 ? 'right' : null }, el('button', { onclick: () => {
      descending = sort === value ? !descending : i > 2;
      sort = value;
      fill();
    } }, title)));
    holder.append(el('h2', {}, 'Tables'), el('div', { class: 'tools' }, search, count),
      el('div', { class: 'scroll' }, el('table', {}, el('thead', {}, el('tr', {}, heads)), body)));
    function fill() {
      const wanted = search.value.trim().toLowerCase();
      const rows = model.tables.filter(table => (table.name + ' ' + table.state + ' ' + table.reason).toLowerCase().includes(wanted));
      if (sort) rows.sort((a, b) => (descending ? d3.descending : d3.ascending)(sort(a), sort(b)));
      count.textContent = rows.length.toLocaleString('en') + ' of ' + model.tables.length.toLocaleString('en');
      holder.querySelectorAll('.more').forEach(button => button.remove());
      paged(body, rows, table => el('tr', {}, el('td', {}, el('i', { class: 'dot back-' + table.kind }),
        el('button', { class: 'link', onclick: () => on(table.i) }, table.name)), el('td', {}, table.state), el('td', {}, table.reason),
      el('td', { class: 'right' }, table.rows === null ? 'not analysed' : table.rows.toLocaleString('en')),
      el('td', { class: 'right' }, String(table.findings.length))));
    }
    search.addEventListener('input', fill);
    fill();
  }

  /** A table of the report: changes, models, checks, accepted findings. */
  function section(holder, part) {
    const body = el('tbody', {});
    holder.append(el('h2', {}, part.title), el('div', { class: 'scroll' }, el('table', {},
      el('thead', {}, el('tr', {}, part.headings.map(heading => el('th', {}, heading)))), body)));
    paged(body, part.rows, row => el('tr', {}, row.map((cell, i) =>
      el('td', { class: part.right.includes(i) ? 'right' : null }, part.code.includes(i) && cell ? el('code', {}, cell) : cell))));
  }

  return { findings, finding, tables, section };
})();
