'use strict';
// The tables in groups, drawn on a canvas: one box for each group, one line for each table. A line is indented below the table that gives the table its organization.
// If the graph is shown small, a line is a bar in the table's colour. If it is larger, the line has the table's name.
const Boxes = (function () {
  const ROW = 18, WIDTH = 236, GAP = 14, TALL = 36, MANY = 40;

  /** The groups, the largest first. Each has a name and lines. */
  function groups(model, by) {
    const key = { subtree: subtree(model), state: table => table.state, schema: table => table.schema, name: table => prefix(table.name) }[by];
    let list = Array.from(d3.group(model.tables, key), ([name, tables]) => ({ name, tables }));
    if (by === 'name' || by === 'subtree') list = merged(list, by, model);
    return list.map(group => ({ name: group.name, lines: forest(model, group.tables) }))
      .sort((a, b) => b.lines.length - a.lines.length || d3.ascending(a.name, b.name));
  }

  function prefix(name) {
    return name.split('.').pop().split('_')[0];
  }

  /** The topmost table below the organizations on the route of a table. Tables without a route are grouped by their state. */
  function subtree(model) {
    const heads = new Map();
    return table => {
      let head = table;
      const seen = new Set();
      while (head.parent >= 0 && model.tables[head.parent] !== model.centre && !seen.has(head.i)) {
        seen.add(head.i);
        if (heads.has(head.i)) { head = heads.get(head.i); break; }
        head = model.tables[head.parent];
      }
      heads.set(table.i, head);
      return head === model.centre ? head.name : head.parent < 0 && !head.children.length ? head.state + ', nothing above or below' : head.name;
    };
  }

  /** Groups of one table become one group. If there are many groups, the smallest become one too. */
  function merged(list, by, model) {
    const small = list.length > MANY ? 3 : 1;
    const few = list.filter(group => group.tables.length <= small && group.tables[0] !== model.centre);
    if (few.length < 2) return list;
    const name = by === 'name' ? 'other names' : small === 1 && model.centre ? 'directly under ' + model.centre.name : 'small subtrees';
    return [...list.filter(group => !few.includes(group)), { name, tables: few.flatMap(group => group.tables) }];
  }

  /** The tables as lines, each below its parent if that is in the same group. */
  function forest(model, tables) {
    const own = new Set(tables.map(table => table.i));
    const lines = [], seen = new Set();
    const byName = (a, b) => d3.ascending(a.name, b.name);
    function walk(table, depth) {
      if (seen.has(table.i)) return;
      seen.add(table.i);
      lines.push({ table, depth });
      if (table !== model.centre) table.children.filter(i => own.has(i)).map(i => model.tables[i]).sort(byName).forEach(child => walk(child, depth + 1));
    }
    const size = table => table.children.filter(i => own.has(i)).length;
    tables.filter(table => !own.has(table.parent) || model.tables[table.parent] === model.centre)
      .sort((a, b) => (size(b) > 0) - (size(a) > 0) || byName(a, b)).forEach(table => walk(table, 0));
    tables.forEach(table => walk(table, 0));
    return lines;
  }

  /** The number of columns with which the whole is shown largest. */
  function largest(list, width, height, title) {
    let best = null;
    const most = Math.max(1, Math.min(80, d3.sum(list, span)));
    for (let columns = 1; columns <= most; columns++) {
      const tried = pack(list, columns, title);
      tried.scale = Math.min(1, width / tried.width, height / tried.height);
      if (!best || tried.scale > best.scale) best = tried;
    }
    return best;
  }

  /** Gives every box and every line its place. Titles can be read when the whole is shown. */
  function layout(list, width, height) {
    let map = largest(list, width, height, 30);
    if (map.scale * 30 < 15) map = largest(list, width, height, 16 / map.scale);
    const place = new Map();
    list.forEach((group, at) => {
      Object.assign(group, map.boxes[at]);
      group.lines.forEach((line, i) => {
        line.x = group.x + Math.floor(i / group.perColumn) * (WIDTH + GAP) + 8;
        line.y = group.y + map.title + (i % group.perColumn) * ROW;
        place.set(line.table.i, line);
      });
    });
    return { list, place, title: map.title, width: map.width, height: map.height };
  }

  /** Boxes fill columns from the left. Each box is placed as high as possible. */
  function pack(list, columns, title) {
    const heights = new Array(columns).fill(0);
    const boxes = list.map(group => {
      const wide = Math.min(span(group), columns);
      const perColumn = Math.ceil(group.lines.length / wide);
      let best = 0, top = Infinity;
      for (let c = 0; c + wide <= columns; c++) {
        const y = d3.max(heights.slice(c, c + wide));
        if (y < top) { top = y; best = c; }
      }
      const box = { x: best * (WIDTH + GAP), y: top, w: wide * (WIDTH + GAP) - GAP, h: title + perColumn * ROW + 8, perColumn };
      heights.fill(top + box.h + GAP, best, best + wide);
      return box;
    });
    return { boxes, title, width: columns * (WIDTH + GAP) - GAP, height: d3.max(heights) - GAP };
  }

  function span(group) {
    return Math.ceil(group.lines.length / TALL);
  }

  function draw(holder, model, by, on) {
    const canvas = holder.appendChild(document.createElement('canvas'));
    const context = canvas.getContext('2d');
    let width = holder.clientWidth, height = holder.clientHeight;
    const map = layout(groups(model, by), width, height);
    let transform = d3.zoomIdentity, selected = null, hovered = null, shown = null;
    const zoom = d3.zoom().scaleExtent([0.02, 4]).on('zoom', event => { transform = event.transform; render(); });
    const view = d3.select(canvas).call(zoom).on('dblclick.zoom', null);

    function to(x, y, w, h, most, smooth) {
      const k = Math.min(most, (width - 32) / w, (height - 32) / h);
      const target = d3.zoomIdentity.translate(width / 2 - k * (x + w / 2), height / 2 - k * (y + h / 2)).scale(k);
      (smooth ? view.transition().duration(450) : view).call(zoom.transform, target);
    }

    function fit(smooth) {
      to(0, 0, map.width, map.height, 1.25, smooth);
    }

    function resize() {
      width = holder.clientWidth;
      height = holder.clientHeight;
      const ratio = window.devicePixelRatio || 1;
      canvas.width = width * ratio;
      canvas.height = height * ratio;
      canvas.style.width = width + 'px';
      canvas.style.height = height + 'px';
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      render();
    }

    function render() {
      const c = colours(), k = transform.k;
      const palette = { organizations: c.organizations, critical: c.critical, warning: c.warning, scoped: c.scoped, global: c.global, tooling: c.tooling };
      const font = c.font;
      context.clearRect(0, 0, width, height);
      const near = selected === null ? null : neighbours(selected);
      map.list.forEach(group => box(group, c, k, font, near));
      map.list.forEach(group => {
        if (visible(group.x, group.y, group.w, group.h)) group.lines.forEach(line => row(line, c, palette, k, font, near));
      });
      if (selected !== null) links(c, k);
    }

    function visible(x, y, w, h) {
      const [left, top] = transform.apply([x, y]);
      return left < width && top < height && left + w * transform.k > 0 && top + h * transform.k > 0;
    }

    function box(group, c, k, font, near) {
      if (!visible(group.x, group.y, group.w, group.h)) return;
      const [x, y] = transform.apply([group.x, group.y]);
      context.globalAlpha = 1;
      context.fillStyle = c.box;
      context.strokeStyle = c.line;
      context.lineWidth = 1;
      context.beginPath();
      context.roundRect(x, y, group.w * k, group.h * k, Math.min(8, 8 * k + 2));
      context.fill();
      context.stroke();
      const size = Math.min(15, Math.max(13 * k, 10.5));
      if (group.w * k < 46) return;
      context.font = '600 ' + size + 'px ' + font;
      context.fillStyle = c.text;
      const count = ' ' + group.lines.length;
      const room = group.w * k - 12 - context.measureText(count).width;
      context.textBaseline = 'middle';
      const title = cut(group.name, room);
      const middle = y + Math.min(map.title * k / 2, 20);
      context.globalAlpha = near ? 0.55 : 1;
      context.fillText(title, x + 6, middle);
      const at = x + 6 + context.measureText(title).width;
      context.font = size + 'px ' + font;
      context.fillStyle = c.muted;
      context.fillText(count, at, middle);
      context.globalAlpha = 1;
    }

    function row(line, c, palette, k, font, near) {
      const [x, y] = transform.apply([line.x, line.y]);
      if (y > height || y + ROW * k < 0 || x > width || x + WIDTH * k < 0) return;
      const table = line.table;
      const lit = !near || near.has(table.i);
      context.globalAlpha = lit && (!shown || shown.has(table.kind)) ? 1 : 0.2;
      const indent = Math.min(line.depth, 8) * 12 * k;
      const room = (WIDTH - 22) * k - indent;
      context.fillStyle = palette[table.kind];
      const readable = ROW * k >= 9.5;
      if (!readable) {
        context.fillRect(x + indent, y + ROW * k * 0.18, Math.max(3, Math.min(room, (10 + table.name.length * 6.4) * k)), Math.max(1.2, ROW * k * 0.64));
        if (table.i !== selected) return;
      }
      if (readable) {
        if (line.depth) guide(line, x, y, k, c);
        if (table.i === selected || table.i === hovered) {
          context.save();
          context.fillStyle = c.mark;
          context.beginPath();
          context.roundRect(x - 3 * k, y + k, (WIDTH - 10) * k, (ROW - 2) * k, 4);
          context.fill();
          context.restore();
        }
        context.beginPath();
        context.arc(x + indent + 5 * k, y + ROW * k / 2, 4.2 * k, 0, 2 * Math.PI);
        context.fill();
        context.fillStyle = c.text;
        context.font = (table.i === selected ? '700 ' : '') + 12.5 * k + 'px ' + font;
        context.textBaseline = 'middle';
        context.fillText(cut(table.name, room - 10 * k), x + indent + 13 * k, y + ROW * k / 2 + 0.5);
      }
    }

    function guide(line, x, y, k, c) {
      context.strokeStyle = c.line;
      context.lineWidth = 1;
      context.beginPath();
      const at = x + (Math.min(line.depth, 8) - 1) * 12 * k + 5 * k;
      context.moveTo(at, y - ROW * k * 0.2);
      context.lineTo(at, y + ROW * k / 2);
      context.lineTo(at + 8 * k, y + ROW * k / 2);
      context.stroke();
    }

    /** The part of the text that fits, in the current font. */
    function cut(text, room) {
      const guess = context.measureText(text).width;
      if (guess <= room) return text;
      let length = Math.max(1, Math.floor(text.length * room / guess) - 1);
      while (length > 1 && context.measureText(text.slice(0, length) + '…').width > room) length--;
      return length < 2 ? '' : text.slice(0, length) + '…';
    }

    function neighbours(i) {
      const table = model.tables[i];
      return new Set([i, ...table.out.map(reference => reference.to), ...table.in.map(reference => reference.from),
        ...(table.parent >= 0 ? [table.parent] : [])]);
    }

    /** Curves from the table to what it references and from what references it. */
    function links(c, k) {
      const table = model.tables[selected];
      const all = [...table.out.map(reference => [selected, reference.to, c.outward]), ...table.in.map(reference => [reference.from, selected, c.inward])];
      context.lineWidth = all.length > 60 ? 1 : 1.6;
      all.forEach(([from, to, colour]) => {
        const a = map.place.get(from), b = map.place.get(to);
        if (!a || !b || from === to) return;
        const side = line => line.x + Math.min(line.depth, 8) * 12 + 5;
        const [ax, ay] = transform.apply([side(a), a.y + ROW / 2]);
        const [bx, by] = transform.apply([side(b), b.y + ROW / 2]);
        const bend = Math.max(30, Math.abs(ax - bx) / 2);
        context.globalAlpha = all.length > 60 ? 0.5 : 0.9;
        context.strokeStyle = context.fillStyle = colour;
        context.beginPath();
        context.moveTo(ax, ay);
        context.bezierCurveTo(ax - bend * (ax >= bx ? 1 : -0.6), ay, bx + bend * (ax >= bx ? 0.6 : -1), by, bx, by);
        context.stroke();
        context.beginPath();
        context.arc(bx, by, 3.2, 0, 2 * Math.PI);
        context.fill();
      });
      context.globalAlpha = 1;
      const line = map.place.get(selected);
      if (!line) return;
      const [x, y] = transform.apply([line.x, line.y]);
      context.strokeStyle = c.organizations;
      context.lineWidth = 2;
      context.beginPath();
      context.roundRect(x - 4 * k, y, (WIDTH - 8) * k, ROW * k, 4);
      context.stroke();
    }

    function at(event) {
      const [px, py] = d3.pointer(event, canvas);
      const [x, y] = transform.invert([px, py]);
      const group = map.list.find(box => x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h);
      const line = group && group.lines.find(item => y >= item.y && y < item.y + ROW && x >= item.x - 8 && x < item.x + WIDTH - 4);
      return { group, table: line ? line.table : null, x: px, y: py };
    }

    view.on('mousemove', event => {
      const hit = at(event);
      const before = hovered;
      hovered = hit.table ? hit.table.i : null;
      canvas.style.cursor = hit.table || hit.group ? 'pointer' : 'grab';
      on.hover(hit.table, hit.x, hit.y);
      if (before !== hovered) render();
    }).on('mouseleave', () => { hovered = null; on.hover(null); render(); }).on('click', event => {
      const hit = at(event);
      if (hit.table && ROW * transform.k >= 5) on.select(hit.table.i);
      else if (hit.group) to(hit.group.x, hit.group.y, hit.group.w, hit.group.h, 1.5, true);
      else on.select(null);
    });

    const observer = new ResizeObserver(resize);
    observer.observe(holder);
    resize();
    fit(false);
    return {
      groups: map.list.map(group => ({ name: group.name, tables: group.lines.map(line => line.table),
        show: () => to(group.x, group.y, group.w, group.h, 1.5, true) })),
      select(i, move) {
        selected = i;
        const line = i === null ? null : map.place.get(i);
        if (line && move) {
          const context = 14;
          to(line.x - 240, line.y - ROW * context, WIDTH + 480, ROW * (2 * context + 1), 1.15, true);
        }
        render();
      },
      show(kinds) { shown = kinds; render(); },
      fit: () => fit(true),
      zoomBy: factor => view.transition().duration(200).call(zoom.scaleBy, factor),
      redraw: render,
      remove() { observer.disconnect(); canvas.remove(); }
    };
  }

  return { draw, groups };
})();
