export default function ({ data, parentElement, setTriggerValue }) {
  const host = parentElement.querySelector('.host');
  const said = JSON.stringify(data.items);
  if (host.dataset.said === said) return;
  host.dataset.said = said;
  const box = document.createElement('div');
  box.className = 'box';
  box.setAttribute('role', 'alert');
  box.tabIndex = -1;
  const title = document.createElement('h2');
  title.textContent = 'There is a problem';
  const list = document.createElement('ul');
  data.items.forEach((item) => {
    const line = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = item.text;
    button.onclick = () => setTriggerValue('go', item.id);
    line.append(button);
    list.append(line);
  });
  box.append(title, list);
  host.replaceChildren(box);
  if (data.focus) box.focus();
}
