import { expect, it } from 'vitest';

const START = '/rascunhos/novo?convidado=sim';

it('a tick that the browser brings back without a word holds for whoever goes on before the app has come', async () => {
  document.documentElement.dataset.written = '/entrar';
  await import('./head-script.ts');
  document.body.innerHTML = `<input type="checkbox" id="shared"><a href="${START}"></a>`;
  const [box, start] = [document.querySelector('input'), document.querySelector('a')];
  if (!box || !start) throw new Error('The page was not written');
  box.checked = true;
  document.dispatchEvent(new Event('readystatechange'));
  expect(start.href).toMatch(/\?convidado=partilhado$/);
});
