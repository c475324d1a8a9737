/** Shortcuts of a single key. The dialog under `?` lists them and turns them off. They do nothing while the clerk is in a field. */
const OFF = 'balcao-sem-atalhos';
const KEYS = [
  ['j', 'Ir para o pedido de baixo, na lista', () => step(1)],
  ['k', 'Ir para o pedido de cima, na lista', () => step(-1)],
  ['r', 'Escrever a resposta', () => focusOn('#answer-body')],
  ['n', 'Abrir o pedido seguinte', () => press('a.next')],
  ['l', 'Voltar aos pedidos', () => press('a.to-list')],
  ['?', 'Mostrar os atalhos', () => dialog.showModal()],
];

const dialog = makeDialog();
document.body.append(dialog);
document.querySelector('footer p').append(
  ' ',
  makeButton('Atalhos de teclado', () => dialog.showModal()),
);

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
  if (localStorage.getItem(OFF) !== null || event.target.closest('input, select, textarea')) return;
  const known = KEYS.find(([key]) => key === event.key);
  if (!known) return;
  event.preventDefault();
  known[2]();
});

function step(by) {
  const links = [...document.querySelectorAll('.what a')];
  const at = links.indexOf(document.activeElement);
  const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1);
  links[next]?.focus();
}

function focusOn(selector) {
  const field = document.querySelector(selector);
  if (!field) return;
  field.closest('details').open = true;
  field.focus();
}

function press(selector) {
  document.querySelector(selector)?.click();
}

function makeDialog() {
  const made = document.createElement('dialog');
  made.setAttribute('aria-labelledby', 'atalhos');
  const heading = document.createElement('h2');
  heading.id = 'atalhos';
  heading.textContent = 'Atalhos de teclado';
  const list = document.createElement('dl');
  list.className = 'facts';
  for (const [key, words] of KEYS) {
    const term = document.createElement('dt');
    const name = document.createElement('kbd');
    name.textContent = key;
    term.append(name);
    const meaning = document.createElement('dd');
    meaning.textContent = words;
    list.append(term, meaning);
  }
  made.append(
    heading,
    list,
    makeChoice(),
    makeButton('Fechar', () => made.close()),
  );
  return made;
}

function makeChoice() {
  const row = document.createElement('p');
  row.className = 'choice';
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.id = 'usar-atalhos';
  box.checked = localStorage.getItem(OFF) === null;
  box.addEventListener('change', () => {
    if (box.checked) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, '1');
  });
  const label = document.createElement('label');
  label.htmlFor = box.id;
  label.textContent = 'Usar os atalhos';
  row.append(box, label);
  return row;
}

function makeButton(words, act) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = words;
  button.addEventListener('click', act);
  return button;
}
