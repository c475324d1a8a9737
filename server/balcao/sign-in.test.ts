import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { type Browser, readRequest } from '../../contract/conformance/subject.ts';
import { type ClerkBrowser, hiddenFields } from '../testing/clerk-browser.ts';
import { gate } from '../testing/gate.ts';
import { ANSWER, makeRequest, PASSWORD, setUpOffice, tryToSignIn } from '../testing/office-world.ts';

const HALF_AN_HOUR_MS = 30 * 60_000;
const ADDRESS = '192.0.2.9';

const office = await setUpOffice();
let maria: Browser;
let ana: ClerkBrowser;

beforeEach(async () => {
  maria = await office.signInMaria();
  ana = await office.openDesk('ana');
});

it('who is not signed in reads nothing, and comes to the request that they asked for once they are', async () => {
  const { path } = await makeRequest(maria);
  const nobody = office.openBrowser();
  const asked = await nobody.get(path);
  expect(asked.text).toContain('Iniciar sessão no Balcão');
  expect(asked.text).not.toContain('nota de cobrança');
  const pedido = /name="pedido" value="([^"]+)"/.exec(asked.text)?.[1] ?? '';
  expect((await office.signInThere(nobody, 'ana', { pedido })).text).toContain('nota de cobrança');
  expect(nobody.jar.get('eclic-balcao')).toMatch(
    /^eclic-balcao=[0-9a-f]{64}; Path=\/balcao; HttpOnly; SameSite=Strict$/,
  );
  const elsewhere = await office.signInThere(nobody, 'ana', { pedido: '/\\example.org' });
  expect(elsewhere.text).toContain('<h1>Pedidos</h1>');
  await nobody.post('/balcao/sair', {});
  expect((await nobody.get('/balcao')).text).toContain('Iniciar sessão no Balcão');
});

it('a wrong password is told beside its field, and the fifth is one too many', async () => {
  const browser = office.openBrowser();
  const wrong = await tryToSignIn(browser, 'ana', 'wrong');
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('<title>Erro: Iniciar sessão – Balcão e-Clic</title>');
  expect(wrong.text).toContain('<a href="#palavra-chave">');
  expect(wrong.text).toMatch(/id="palavra-chave" aria-describedby="palavra-chave-erro" aria-invalid="true"/);
  for (let tries = 2; tries < 5; tries += 1) await tryToSignIn(browser, 'ana', 'wrong');
  expect((await tryToSignIn(browser, 'ana', 'wrong')).status).toBe(429);
  const right = await tryToSignIn(browser, 'ana');
  expect([right.status, right.headers.get('Retry-After'), browser.jar.size]).toEqual([429, '60', 0]);
  expect(right.text).toContain('Tente de novo dentro de 1 minuto');
  expect((await tryToSignIn(browser, 'a\u0000na')).status).toBe(422);
});

it('whoever comes while as many are being judged as can be is told that, and signs in once there is room', async () => {
  const judging = gate();
  onTestFinished(judging.open);
  const four = Array.from({ length: 4 }, () => office.context.turns.clerks.take(ADDRESS, judging.pass));
  const browser = office.openBrowser(ADDRESS);
  const refused = await tryToSignIn(browser, 'ana');
  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '2']);
  expect(refused.text).toContain(
    'Há muitas pessoas a entrar ao mesmo tempo. Tente de novo dentro de momentos',
  );
  expect(refused.text).not.toContain('Demasiadas tentativas');
  expect(refused.text).toContain('value="ana"');
  judging.open();
  await Promise.all(four);
  expect((await office.signInThere(browser, 'ana')).text).toContain('<h1>Pedidos</h1>');
});

it('what another site, or nobody who says who they are, posts with the clerk’s cookie is refused', async () => {
  const { id, path } = await makeRequest(maria);
  const fields = { ...hiddenFields(await ana.get(path), 'answer'), mensagem: ANSWER };
  for (const from of [
    { Origin: 'https://example.org', 'Sec-Fetch-Site': 'cross-site' },
    { Origin: 'null' },
    {},
  ])
    expect((await ana.post(path, fields, from)).status).toBe(403);
  expect((await ana.post('/balcao/sair', {}, { Origin: 'https://example.org' })).status).toBe(403);
  expect((await readRequest(maria, id)).state).toBe('registered');
  const throughProxy = { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' };
  expect((await ana.post(path, fields, throughProxy)).status).toBe(200);
});

it('what was written while the session ran out is sent once somebody has signed in again', async () => {
  const { id, path } = await makeRequest(maria);
  const fields = { ...hiddenFields(await ana.get(path), 'answer'), mensagem: ANSWER };
  office.clocks.advance(HALF_AN_HOUR_MS);
  const ended = await ana.post(path, fields);
  expect(ended.status).toBe(401);
  expect(ended.text).toContain(`${ANSWER}</p>`);
  expect(ended.text).not.toContain('nota de cobrança');
  await office.signInThere(ana, 'ana');
  const back = await ana.get(path);
  expect(back.text).toContain(`${ANSWER}</textarea>`);
  expect((await ana.post(path, { ...hiddenFields(back, 'answer'), mensagem: ANSWER })).status).toBe(200);
  maria = await office.signInMaria();
  expect((await readRequest(maria, id)).state).toBe('answered');
});

it('a clerk changes the first password for one of their own, and their other sessions end', async () => {
  const other = await office.openDesk('ana');
  const path = '/balcao/palavra-chave';
  const change = (nova: string, now = PASSWORD) => ana.post(path, { 'palavra-chave': now, nova });
  expect((await change('curta')).status).toBe(422);
  expect((await change('qwerty123456')).text).toContain('A nova palavra-chave é das mais usadas');
  expect((await change('Demasiado. '.repeat(20))).text).toContain(
    'A nova palavra-chave pode ter até 128 caracteres',
  );
  expect((await change(PASSWORD)).text).toContain('A nova palavra-chave é igual à atual');
  expect((await change('outra-bem-comprida', 'wrong')).status).toBe(422);
  expect((await change('outra-bem-comprida')).text).toContain('A palavra-chave foi mudada');
  expect((await ana.get('/balcao')).text).toContain('<h1>Pedidos</h1>');
  expect((await other.get('/balcao')).text).toContain('Iniciar sessão no Balcão');
  expect((await tryToSignIn(other, 'ana')).status).toBe(422);
  const again = await office.signInThere(other, 'ana', { password: 'outra-bem-comprida' });
  expect(again.text).toContain('<h1>Pedidos</h1>');
});
