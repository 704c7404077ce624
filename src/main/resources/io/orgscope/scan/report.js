'use strict';
// The tables around the organizations: a radial tree of the best way of each table, laid out by d3.cluster; every other
// foreign key is a dashed line that shows when asked for.
(function () {
  const data = JSON.parse(document.getElementById('data').textContent);
  const colour = { organizations: '#1565c0', critical: '#c62828', warning: '#ef8f00', scoped: '#2e7d32', global: '#78909c', tooling: '#b0bec5' };
  const byName = new Map(data.tables.map(table => [table.name, table]));
  const holder = document.getElementById('graph');

  function kind(table) {
    if (table.state === 'organizations') return 'organizations';
    if (table.worst === 'CRITICAL') return 'critical';
    if (table.worst === 'WARNING' || table.state === 'should be scoped') return 'warning';
    return table.state === 'scoped' ? 'scoped' : table.state;
  }

  const rows = data.tables.filter(table => table.state !== 'organizations');
  const root = { id: ' root', parent: '' };
  const aside = { id: ' aside', parent: ' root' };
  const items = [root, ...rows.map(table => ({
    id: table.name, table,
    parent: table.parent && byName.has(table.parent) && byName.get(table.parent).state !== 'organizations' ? table.parent
      : table.parent || table.state === 'scoped' ? ' root' : ' aside'
  }))];
  if (items.some(item => item.parent === ' aside')) items.push(aside);
  const tree = d3.stratify().id(item => item.id).parentId(item => item.parent)(items);
  tree.sort((a, b) => d3.ascending(a.data.id, b.data.id));

  // d3 gives the angles, one of its own to every table at an end, whatever its ring, so that no name runs into another.
  // Each ring then is as far out as its names need: those of tables with others behind them run inwards, and
  // neighbours stay a line's height apart.
  d3.cluster().size([2 * Math.PI, 1]).separation((a, b) => a.parent === b.parent ? 1 : 1.4)(tree);
  const radius = [0];
  for (let depth = 1; depth <= tree.height; depth++) {
    const ring = tree.descendants().filter(node => node.depth === depth && node.data.table);
    const inward = d3.max(ring.filter(node => node.children), node => node.data.id.length) || 0;
    const angles = ring.map(node => node.x).sort(d3.ascending);
    const gap = d3.min(d3.pairs(angles), pair => pair[1] - pair[0]) || 2 * Math.PI;
    radius.push(Math.max(radius[depth - 1] + 44 + inward * 7.2, depth === 1 ? 90 + inward * 7.2 : 0, 17 / gap));
  }
  tree.each(node => {
    node.y = radius[node.depth];
    node.px = node.y * Math.sin(node.x);
    node.py = -node.y * Math.cos(node.x);
  });
  const position = new Map(tree.descendants().map(node => [node.data.id, node]));
  const centre = data.tables.find(table => table.state === 'organizations');
  if (centre) position.set(centre.name, tree);

  const svg = d3.select(holder).append('svg').attr('role', 'img').attr('aria-label', 'Tables around the organizations');
  const view = svg.append('g');
  const shown = tree.links().filter(link => link.target.data.table && link.source.data.id !== ' aside');
  const ways = view.append('g').selectAll('path').data(shown).join('path').attr('class', 'way')
    .attr('d', link => link.source === tree ? `M0,0L${link.target.px},${link.target.py}`
      : d3.linkRadial().angle(node => node.x).radius(node => node.y)(link));

  const onTree = new Set(shown.map(link => link.source.data.id + '\n' + link.target.data.id));
  const edges = data.tables.flatMap(table => table.references.map(reference => ({ from: table.name, to: reference.target, columns: reference.columns })))
    .filter(edge => edge.from !== edge.to && position.has(edge.from) && position.has(edge.to))
    .filter(edge => !onTree.has((centre && edge.to === centre.name ? ' root' : edge.to) + '\n' + edge.from));
  const references = view.append('g').selectAll('path').data(edges).join('path').attr('class', 'reference').attr('d', edge => {
    const a = position.get(edge.from), b = position.get(edge.to);
    const mx = (a.px + b.px) / 2 * 0.55, my = (a.py + b.py) / 2 * 0.55;
    return `M${a.px},${a.py}Q${mx},${my} ${b.px},${b.py}`;
  });

  const nodes = view.append('g').selectAll('g')
    .data(tree.descendants().filter(node => node.data.table || node === tree && centre)).join('g')
    .attr('class', node => node === tree ? 'node centre' : 'node')
    .attr('transform', node => `translate(${node.px},${node.py})`);
  const tableOf = node => node === tree ? centre : node.data.table;
  nodes.append('circle').attr('r', node => node === tree ? 13 : node.children ? 7 : 5.5).attr('fill', node => colour[kind(tableOf(node))])
    .attr('stroke', '#fff').attr('stroke-width', 1.5);
  nodes.append('text').text(node => tableOf(node).name).each(function (node) {
    const text = d3.select(this);
    if (node === tree) {
      text.attr('text-anchor', 'middle').attr('dy', 32);
      return;
    }
    // Names run outwards from their ring, and inwards where the next ring begins; never upside down.
    const right = node.x < Math.PI;
    const outward = !node.children;
    text.attr('dy', '0.34em').attr('transform', `rotate(${node.x * 180 / Math.PI - 90 + (right ? 0 : 180)})`)
      .attr('x', (right === outward ? 1 : -1) * 10).attr('text-anchor', right === outward ? 'start' : 'end');
  });

  const tip = d3.select(holder).append('div').attr('class', 'tip');
  function light(name) {
    const near = new Set([name]);
    const touches = (from, to) => from === name || to === name;
    ways.classed('lit', link => {
      const from = tableOf(link.target).name, to = link.source === tree ? centre && centre.name : tableOf(link.source).name;
      if (!touches(from, to)) return false;
      near.add(from).add(to);
      return true;
    });
    references.classed('lit', edge => {
      if (!touches(edge.from, edge.to)) return false;
      near.add(edge.from).add(edge.to);
      return true;
    });
    nodes.classed('lit', node => near.has(tableOf(node).name));
    view.classed('dimmed', true);
  }
  nodes.on('mouseenter', (event, node) => {
    const table = tableOf(node);
    light(table.name);
    const lines = [table.name, table.state + ': ' + table.reason, ...(table.state !== 'scoped' && table.routes.length ? ['route: ' + table.routes.join(', else ')] : []),
      ...(table.rows === null ? [] : ['about ' + table.rows.toLocaleString('en') + ' rows']), table.findings + ' findings'];
    tip.selectAll('div').data(lines).join('div').text(line => line).style('font-weight', (line, i) => i === 0 ? 700 : 400);
    const [x, y] = d3.pointer(event, holder);
    tip.style('left', Math.min(x + 16, holder.clientWidth - 390) + 'px').style('top', (y + 16) + 'px').style('opacity', 1);
  }).on('mouseleave', () => {
    view.classed('dimmed', false);
    tip.style('opacity', 0);
  }).on('click', (event, node) => {
    const search = document.getElementById('search');
    search.value = tableOf(node).name;
    filter();
    search.scrollIntoView({ behavior: 'smooth', block: 'center' });
  });

  const box = view.node().getBBox();
  const scale = Math.min(1, holder.clientWidth / (box.width + 32));
  svg.attr('viewBox', [box.x - 16, box.y - 16, box.width + 32, box.height + 32].join(' '))
    .style('height', Math.max(320, (box.height + 32) * scale) + 'px')
    .call(d3.zoom().scaleExtent([0.5, 8]).on('zoom', event => view.attr('transform', event.transform)));
  document.getElementById('all').addEventListener('change', event => view.classed('all', event.target.checked));

  const details = Array.from(document.querySelectorAll('#findings details'));
  function filter() {
    const wanted = document.getElementById('search').value.trim().toLowerCase();
    const severities = new Set(Array.from(document.querySelectorAll('.tools input[type=checkbox]:checked')).map(box => box.value));
    let count = 0;
    details.forEach(item => {
      const match = severities.has(item.dataset.severity) && (!wanted || item.dataset.text.includes(wanted));
      item.hidden = !match;
      count += match;
    });
    document.getElementById('count').textContent = count + ' of ' + details.length;
  }
  document.querySelectorAll('.tools input').forEach(input => input.addEventListener('input', filter));
  filter();
})();
