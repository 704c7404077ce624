'use strict';
// The tables around the organizations: a radial tree of the best route of each table, with the layout of d3.cluster. Every other
// foreign key is a dashed line that is shown on request.
const Radial = (function () {
  function tree(model) {
    const byIndex = i => model.tables[i];
    const aside = { id: ' aside', parent: ' root' };
    const items = [{ id: ' root', parent: '' }, ...model.tables.filter(table => table !== model.centre).map(table => ({
      id: String(table.i), table,
      parent: table.parent < 0 ? (table.state === 'scoped' ? ' root' : ' aside')
        : byIndex(table.parent) === model.centre ? ' root' : String(table.parent)
    }))];
    if (items.some(item => item.parent === ' aside')) items.push(aside);
    const root = d3.stratify().id(item => item.id).parentId(item => item.parent)(items);
    return root.sort((a, b) => d3.ascending(name(a), name(b)));
  }

  function name(node) {
    return node.data.table ? node.data.table.name : node.data.id;
  }

  // d3 gives each table at an end its own angle, in any ring, so that no name overlaps another.
  // The radius of each ring is as large as its names need. Names of tables with others behind them run inwards, and
  // neighbours keep a distance of one line.
  function place(root) {
    d3.cluster().size([2 * Math.PI, 1]).separation((a, b) => a.parent === b.parent ? 1 : 1.4)(root);
    const radius = [0];
    for (let depth = 1; depth <= root.height; depth++) {
      const ring = root.descendants().filter(node => node.depth === depth && node.data.table);
      const inward = d3.max(ring.filter(node => node.children), node => name(node).length) || 0;
      const angles = ring.map(node => node.x).sort(d3.ascending);
      const gap = d3.min(d3.pairs(angles), pair => pair[1] - pair[0]) || 2 * Math.PI;
      radius.push(Math.max(radius[depth - 1] + 44 + inward * 7.2, depth === 1 ? 90 + inward * 7.2 : 0, 17 / gap));
    }
    root.each(node => {
      node.y = radius[node.depth];
      node.px = node.y * Math.sin(node.x);
      node.py = -node.y * Math.cos(node.x);
    });
  }

  function draw(holder, model, on) {
    const root = tree(model);
    place(root);
    const tableOf = node => node === root ? model.centre : node.data.table;
    const position = new Map(root.descendants().filter(tableOf).map(node => [tableOf(node).i, node]));
    const svg = d3.select(holder).append('svg').attr('role', 'img').attr('aria-label', 'Tables around the organizations');
    const view = svg.append('g');
    const shown = root.links().filter(link => link.target.data.table && link.source.data.id !== ' aside');
    const ways = view.append('g').selectAll('path').data(shown).join('path').attr('class', 'way')
      .attr('d', link => link.source === root ? `M0,0L${link.target.px},${link.target.py}`
        : d3.linkRadial().angle(node => node.x).radius(node => node.y)(link));
    const onTree = new Set(shown.filter(link => tableOf(link.source)).map(link => tableOf(link.source).i + ' ' + tableOf(link.target).i));
    const edges = model.tables.flatMap(table => table.out).filter(edge => edge.from !== edge.to && position.has(edge.from)
      && position.has(edge.to) && !onTree.has(edge.to + ' ' + edge.from));
    const references = view.append('g').selectAll('path').data(edges).join('path').attr('class', 'reference').attr('d', edge => {
      const a = position.get(edge.from), b = position.get(edge.to);
      return `M${a.px},${a.py}Q${(a.px + b.px) / 2 * 0.55},${(a.py + b.py) / 2 * 0.55} ${b.px},${b.py}`;
    });
    const nodes = view.append('g').selectAll('g').data(root.descendants().filter(tableOf)).join('g')
      .attr('class', node => node === root ? 'node centre' : 'node').attr('transform', node => `translate(${node.px},${node.py})`);
    nodes.append('circle').attr('r', node => node === root ? 13 : node.children ? 7 : 5.5)
      .attr('class', node => 'fill-' + tableOf(node).kind);
    nodes.append('text').text(node => tableOf(node).name).each(function (node) { label(d3.select(this), node, node === root); });

    let selected = null;
    function light(i) {
      view.classed('dimmed', i !== null);
      if (i === null) return;
      const near = new Set([i]);
      const touches = (from, to) => from === i || to === i;
      ways.classed('lit', link => {
        const from = tableOf(link.target).i, to = tableOf(link.source) ? tableOf(link.source).i : -1;
        if (touches(from, to)) near.add(from).add(to);
        return touches(from, to);
      });
      references.classed('lit', edge => {
        if (touches(edge.from, edge.to)) near.add(edge.from).add(edge.to);
        return touches(edge.from, edge.to);
      });
      nodes.classed('lit', node => near.has(tableOf(node).i)).classed('selected', node => tableOf(node).i === selected);
    }
    nodes.on('mouseenter', (event, node) => {
      light(tableOf(node).i);
      const [x, y] = d3.pointer(event, holder);
      on.hover(tableOf(node), x, y);
    }).on('mouseleave', () => {
      light(selected);
      on.hover(null);
    }).on('click', (event, node) => {
      event.stopPropagation();
      on.select(tableOf(node).i);
    });
    svg.on('click', () => on.select(null));

    const box = view.node().getBBox();
    let transform = d3.zoomIdentity;
    const zoom = d3.zoom().scaleExtent([0.1, 6]).on('zoom', event => {
      transform = event.transform;
      view.attr('transform', transform);
    });
    svg.call(zoom).on('dblclick.zoom', null);
    function to(x, y, k, smooth) {
      const target = d3.zoomIdentity.translate(holder.clientWidth / 2 - k * x, holder.clientHeight / 2 - k * y).scale(k);
      (smooth ? svg.transition().duration(450) : svg).call(zoom.transform, target);
    }
    function fit(smooth) {
      const k = Math.min(1.4, (holder.clientWidth - 24) / box.width, (holder.clientHeight - 24) / box.height);
      to(box.x + box.width / 2, box.y + box.height / 2, k, smooth);
    }
    fit(false);
    const observer = new ResizeObserver(() => fit(false));
    observer.observe(holder);
    return {
      groups: [],
      select(i, move) {
        selected = i;
        light(i);
        nodes.classed('selected', node => tableOf(node).i === i);
        const node = position.get(i);
        if (node && move) to(node.px, node.py, Math.max(1, transform.k), true);
      },
      show(kinds) { nodes.classed('hiddenkind', node => kinds && !kinds.has(tableOf(node).kind)); },
      every(all) { view.classed('all', all); },
      fit: () => fit(true),
      zoomBy: factor => svg.transition().duration(200).call(zoom.scaleBy, factor),
      redraw() { },
      remove() { observer.disconnect(); svg.remove(); }
    };
  }

  // Names run outwards from their ring, and inwards where the next ring begins; never upside down.
  function label(text, node, centre) {
    if (centre) {
      text.attr('text-anchor', 'middle').attr('dy', 32);
      return;
    }
    const right = node.x < Math.PI;
    const outward = !node.children;
    text.attr('dy', '0.34em').attr('transform', `rotate(${node.x * 180 / Math.PI - 90 + (right ? 0 : 180)})`)
      .attr('x', (right === outward ? 1 : -1) * 10).attr('text-anchor', right === outward ? 'start' : 'end');
  }

  return { draw };
})();
