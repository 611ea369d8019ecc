export default function ({ data, parentElement, setTriggerValue }) {
  const host = parentElement.querySelector('.host');
  const make = (name, attributes, text) => {
    const element = document.createElement(name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const opener = (id, text) => {
    const button = make('button', { type: 'button', class: 'open' }, text);
    button.onclick = () => setTriggerValue('open', id);
    return button;
  };
  const label = (row) => {
    const cell = make('th', { scope: 'row' });
    cell.append(data.opens ? opener(row.id, row.label) : row.label);
    if (row.held) cell.append(make('span', { class: 'held' }, row.held));
    return cell;
  };
  const source = (row) => {
    const cell = make('td', { class: 'n from' });
    if (row.source) {
      const link = make('a', { href: row.source.to, target: '_self', class: 'open' }, row.source.said);
      link.append(make('span', { class: 'sr' }, row.source.of));
      cell.append(link);
    }
    return cell;
  };
  const traced = data.rows.some((row) => row.source);
  const value = (cell) => {
    const td = make('td', { class: 'n ' + cell.tone });
    const inside = cell.opens ? opener(cell.opens, '') : td;
    inside.append(make('span', {}, cell.said));
    if (cell.glyph) inside.append(make('span', { class: 'g', 'aria-hidden': 'true' }, cell.glyph));
    if (cell.word) inside.append(make('span', { class: 'sr' }, ' ' + cell.word));
    if (cell.opens) td.append(inside);
    return td;
  };
  const table = make('table', data.rows.some((row) => row.cells.some((cell) => cell.opens)) ? { class: 'grid' } : {});
  table.append(make('caption', {}, data.caption));
  const head = make('tr', {});
  data.columns.forEach((name, n) => head.append(make('th', { scope: 'col', class: n ? 'n' : '' }, name)));
  if (traced) head.append(make('th', { scope: 'col', class: 'n from' }, data.source));
  const thead = make('thead', {}); thead.append(head); table.append(thead);
  const body = make('tbody', {});
  data.rows.forEach((row) => {
    const tr = make('tr', {});
    tr.append(label(row));
    row.cells.forEach((cell) => tr.append(value(cell)));
    if (traced) tr.append(source(row));
    body.append(tr);
  });
  table.append(body);
  const box = make('div', { class: 'box', tabindex: '0', role: 'region', 'aria-label': data.caption });
  box.append(table);
  host.replaceChildren(box);
}
