import { expect } from '@playwright/test';
import { poll } from '../poll.ts';
import { readEverythingKept } from '../read-everything-kept.ts';
import { test } from './fixtures.ts';
import { reload, see, seePage, seeWritten, signIn, startRequest, writeDescription } from './steps.ts';

const WINDOW_NOTE = 'Numa janela privada, é apagado quando a fechar.';
const SECRET = 'Tenho uma doença de que não quero que se saiba.';

test('what a guest wrote comes along, and what should not stay is gone', async ({ open, server }) => {
  const mine = await open();
  await test.step('A guest’s draft is taken over at sign-in', async () => {
    await mine.goto(`${server.origin}/rascunhos/novo?convidado`);
    await seePage(mine, 'Descrição do pedido');
    await writeDescription(mine, 'Escrito por um visitante.');
    await signIn(mine, server);
    await mine.click({ role: 'button', name: 'Juntar à minha conta' });
    await see(mine, 'Escrito por um visitante.');
    await mine.goto(`${server.origin}/pedidos`);
    await see(mine, 'Escrito por um visitante.');
  });
  await mine.kill();

  await test.step('A shared device is wiped at sign-out', async () => {
    const shared = await open({ profile: 'shared' });
    await signIn(shared, server, { isShared: true });
    await startRequest(shared);
    await writeDescription(shared, SECRET);
    const isKept = async () => (await shared.run(readEverythingKept)).includes(SECRET);
    await poll(isKept).toBe(true);
    await shared.click({ role: 'button', name: 'Terminar sessão' });
    await shared.click({ role: 'button', name: 'Apagar e sair' });
    await see(shared, 'O que estava neste dispositivo foi apagado.');
    await seePage(shared, 'Iniciar sessão');
    const kept = await shared.run(readEverythingKept);
    for (const trace of [SECRET, 'Maria Exemplo', '10000000000']) {
      expect(kept.includes(trace), trace).toBe(false);
    }
    await shared.kill();
  });

  await test.step('A private window keeps the words while it is open, and nothing after it', async () => {
    const first = await open({ profile: 'private', isPrivate: true });
    await first.goto(`${server.origin}/rascunhos/novo?convidado`);
    await seePage(first, 'Descrição do pedido');
    await writeDescription(first, SECRET);
    await see(first, WINDOW_NOTE);
    await reload(first);
    await seeWritten(first, SECRET);
    const draft = await first.run(() => location.href);
    await first.kill();
    const second = await open({ profile: 'private', isPrivate: true });
    await second.goto(draft);
    await seePage(second, /./);
    expect(await second.run(readEverythingKept)).not.toContain(SECRET);
  });
});
