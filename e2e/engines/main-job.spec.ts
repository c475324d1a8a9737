import { expect } from '@playwright/test';
import { DESCRIPTION } from '../steps.ts';
import { test } from './fixtures.ts';
import { goOn, pickTopic, see, seePage, signIn, startRequest, writeDescription } from './steps.ts';

const DESCRIBED = DESCRIPTION.replace(/\n+/g, ' ');

test('a request goes from sign-in to its reference', async ({ open, server }) => {
  const browser = await open();
  await test.step('The main job, from sign-in to the reference', async () => {
    await signIn(browser, server);
    await startRequest(browser);
    await writeDescription(browser, DESCRIBED);
    await goOn(browser, 'Definir tema');
    await pickTopic(browser);
    await goOn(browser, 'Anexar documentos');
    await goOn(browser, 'Resumo do pedido');
    await browser.click({ role: 'button', name: 'Submeter pedido' });
    await seePage(browser, 'Pedido recebido');
    await see(browser, /EC-\d{4}-\d{7}/);
    const { requests } = await server.state();
    expect(requests.filter(({ description }) => description === DESCRIBED)).toMatchObject([{ commits: 1 }]);
  });
});
