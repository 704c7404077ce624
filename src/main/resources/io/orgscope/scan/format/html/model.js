'use strict';
// What the page shows: tables, references and findings. They are in the page as deflated JSON, in parts: the index is read at once, the
// texts of the findings when they are shown.
const Model = (function () {
  async function inflate(id) {
    const bytes = Uint8Array.from(atob(document.getElementById(id).textContent.trim()), c => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
    return JSON.parse(await new Response(stream).text());
  }

  const SEVERITIES = ['CRITICAL', 'WARNING', 'INFO'];

  async function load() {
    const index = await inflate('index');
    const t = index.tables;
    const tables = t.name.map((name, i) => ({
      i, name, state: index.states[t.state[i]], reason: index.texts[t.reason[i]], rows: t.rows[i], parent: t.parent[i],
      routes: t.routes[i].map(text => index.texts[text]), schema: index.texts[t.schema[i]], out: [], in: [], children: [], findings: []
    }));
    t.references.forEach((list, i) => {
      for (let k = 0; k < list.length; k += 2) {
        const reference = { from: i, to: list[k], columns: index.texts[list[k + 1]] };
        tables[i].out.push(reference);
        if (list[k] !== i) tables[list[k]].in.push(reference);
      }
    });
    tables.forEach(table => { if (table.parent >= 0) tables[table.parent].children.push(table.i); });
    const f = index.findings;
    const findings = f.rule.map((rule, i) => ({ i, rule: index.rules[rule], table: f.table[i] }));
    findings.forEach(finding => { if (finding.table >= 0) tables[finding.table].findings.push(finding.i); });
    tables.forEach(table => { table.kind = kind(table, findings); });

    const parts = new Map();
    /** The texts of one finding. Their part is read once. */
    async function detail(i) {
      const part = Math.floor(i / index.partSize);
      if (!parts.has(part)) parts.set(part, inflate('part-' + part));
      const row = (await parts.get(part))[i % index.partSize];
      return { message: row[0], object: row[1], advice: row[2], place: row[3], lines: row[4], references: row[5] };
    }
    return { tables, findings, detail, sections: index.sections, centre: tables.find(table => table.state === 'organizations'), SEVERITIES };
  }

  function kind(table, findings) {
    if (table.state === 'organizations') return 'organizations';
    const worst = table.findings.length ? findings[table.findings[0]].rule.severity : null;
    if (worst === 'CRITICAL') return 'critical';
    if (table.state === 'unknown') return 'unknown';
    if (worst === 'WARNING' || table.state === 'should be scoped') return 'warning';
    return table.state === 'scoped' ? 'scoped' : table.state === 'tooling' ? 'tooling' : 'global';
  }

  return { load };
})();

/** The colours of the page, light or dark, by name. */
function colours() {
  const style = getComputedStyle(document.documentElement);
  return new Proxy({}, { get: (ignored, name) => style.getPropertyValue('--' + name).trim() });
}

/** An element with attributes and children; text is never read as markup. */
function el(name, attributes, ...children) {
  const element = document.createElement(name);
  Object.entries(attributes || {}).forEach(([key, value]) => {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (value !== false && value !== null) element.setAttribute(key, value === true ? '' : value);
  });
  element.append(...children.flat().filter(child => child !== null && child !== undefined));
  return element;
}
