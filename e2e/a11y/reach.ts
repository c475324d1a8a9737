import { expect, type Page } from '@playwright/test';
import { drawPaper, photograph } from '../paper-photo.ts';
import {
  ASKED_BEFORE,
  chooseFiles,
  goOn,
  heading,
  PICTURE,
  pdf,
  pickTopic,
  setFaults,
  startRequest,
  submit,
  writeDescription,
  writeRequest,
} from '../steps.ts';
import { askForCode, type World } from './worlds.ts';

/** Brings a world's page into a state. */
export type Reach = (world: World) => Promise<void>;

export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await heading(page, /./).waitFor();
  // Until the app has taken over a page written at build time, it draws that page anew under the eyes of the test.
  await expect(page.locator('html')).not.toHaveAttribute('data-written');
  // A grey shape stands in the place of everything that is still being read from the device.
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

export function at(path: string): Reach {
  return ({ page }) => open(page, path);
}

export function step(which: 'draftId' | 'begunId', name: string): Reach {
  return (world) => open(world.page, `/rascunhos/${world[which]}/${name}`);
}

export function ofRequest(rest = ''): Reach {
  return (world) => open(world.page, `/pedidos/${world.requestId}${rest}`);
}

export function after(reach: Reach, ...presses: readonly Reach[]): Reach {
  return async (world) => {
    await reach(world);
    for (const press of presses) await press(world);
  };
}

export function press(name: string | RegExp): Reach {
  return ({ page }) => page.getByRole('button', { name, exact: true }).first().click();
}

export function follow(link: string): Reach {
  return ({ page }) => page.getByRole('link', { name: link, exact: true }).click();
}

export function fill(label: string, text: string): Reach {
  return ({ page }) => page.getByLabel(label, { exact: true }).fill(text);
}

export function choose(name: string): Reach {
  return ({ page }) => page.getByRole('radio', { name, exact: true }).check();
}

/** Waits for words that a press or a typed word brings. */
export function says(words: string | RegExp): Reach {
  return ({ page }) => page.getByText(words).first().waitFor();
}

/** Waits for what a press or a typed word brings, known by its role and its name. */
export function shows(role: 'button' | 'checkbox' | 'heading' | 'textbox', name: string | RegExp): Reach {
  return ({ page }) => page.getByRole(role, { name }).first().waitFor();
}

/** Writes a question that was asked before, and waits until the page says where it is answered. */
export const askedAgain: Reach = async ({ page }) => {
  await page.getByLabel('Descrição do pedido', { exact: true }).fill(ASKED_BEFORE);
  await page.getByRole('link', { name: /^Ver a resposta/ }).waitFor();
};

export const expectProblem: Reach = ({ page }) =>
  page.getByRole('heading', { name: 'Há um problema' }).waitFor();

export const expectDialog: Reach = ({ page }) => page.getByRole('dialog').waitFor();

export function wrongly(reach: Reach, button = 'Continuar'): Reach {
  return after(reach, press(button), expectProblem);
}

/** Finds the status of a request by the reference and the code of its receipt, like somebody who helps the citizen with the paper in hand. */
export const statusFound: Reach = async ({ page }) => {
  const reference = /EC-\d{4}-\d{7}/.exec(await page.title())?.[0] ?? '';
  const code = await page.getByText(/^[A-Z]{5}\s[A-Z]{5}$/).textContent();
  await open(page, '/estado');
  await page.getByLabel('Referência', { exact: true }).fill(reference);
  await page.getByLabel('Código de consulta', { exact: true }).fill(code ?? '');
  await page.getByRole('button', { name: 'Consultar', exact: true }).click();
  await page.getByRole('heading', { name: `Referência ${reference}` }).waitFor();
};

/** Cuts the connection once the page is there. */
export function offline(reach: Reach): Reach {
  return after(reach, async ({ page, context }) => {
    await context.setOffline(true);
    await page.waitForFunction(() => !navigator.onLine);
  });
}

/** Opens a request of the list by the words for its state. */
export function requestThatIs(state: string): Reach {
  return async ({ page }) => {
    await open(page, '/pedidos');
    await page.getByRole('listitem').filter({ hasText: state }).getByRole('link').first().click();
    await heading(page, /^Pedido\s+EC-/).waitFor();
    await page.getByRole('heading', { name: 'Mensagens' }).waitFor();
  };
}

/** Downloads the receipt of an answered request, and has it checked. */
export const proven: Reach = async (world) => {
  const { page } = world;
  await after(requestThatIs('Respondido'), follow('Ver comprovativo de entrega'))(world);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Descarregar comprovativo (PDF)' }).click(),
  ]);
  const file = await download.path();
  await open(page, '/verificar');
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('heading', { name: 'Comprovativo verdadeiro' }).waitFor();
};

/** Opens all that is folded, until nothing more is. The last has the focus, as after a press. */
export const openDetails: Reach = async ({ page }) => {
  await page.waitForFunction(() => {
    const all = [...document.querySelectorAll<HTMLDetailsElement>('main details')];
    const closed = all.filter(({ open }) => !open);
    for (const details of closed) details.open = true;
    closed.at(-1)?.querySelector('summary')?.focus();
    return all.length > 0 && closed.length === 0;
  });
};

export const wrongFile: Reach = async ({ page }) => {
  await chooseFiles(page, [{ ...pdf('vazio.pdf'), buffer: Buffer.alloc(0) }]);
};

/** A picture so large that the app makes it smaller. */
export const largePhoto: Reach = async ({ page }) => {
  const buffer = Buffer.concat([PICTURE.buffer], 3_000_000);
  await chooseFiles(page, [{ ...PICTURE, name: 'grande.png', buffer }]);
  await page.getByRole('button', { name: 'Usar o tamanho original' }).waitFor();
};

/** A photo of a sheet that was just taken and not yet accepted. */
export function photographed(which: 'draftId' | 'begunId'): Reach {
  return after(step(which, 'anexos'), async ({ page }) => {
    await photograph(page, 'Fotografar papel', [await drawPaper(page, 'Folha', 1200, 1600)]);
    await page.getByRole('img', { name: /^Fotografia da página/ }).waitFor();
  });
}

/** The sheet is in the list of attachments. */
export const scanned: Reach = async ({ page }) => {
  await page.getByRole('button', { name: 'Usar esta página' }).click();
  await page.getByRole('button', { name: 'Juntar como um PDF' }).waitFor();
};

/** A short answer under the topic answers the question, and the citizen drops the draft. */
export const answeredHere: Reach = async (world) => {
  const { page } = world;
  await freshDraft(world);
  await writeDescription(page, 'Quanto tenho a pagar este mês, e até quando?');
  await goOn(page);
  await heading(page, 'Definir tema').waitFor();
  await pickTopic(page);
  await page.getByText(/^Talvez isto já responda/).click();
  await page.getByRole('button', { name: 'Isto respondeu à minha dúvida' }).click();
  await heading(page, 'Os meus pedidos').waitFor();
  await page.getByRole('button', { name: 'Desfazer' }).waitFor();
};

/** The second screen of a complaint's first step. */
export const complaintDetails: Reach = async (world) => {
  const { page } = world;
  await freshDraft(world);
  await choose('Apresentar reclamação')(world);
  await page.getByLabel('Descrição da reclamação', { exact: true }).fill('Esperei quatro horas.');
  await goOn(page);
  await heading(page, 'Pormenores da reclamação').waitFor();
};

export const freshDraft: Reach = async ({ page }) => {
  await open(page, '/pedidos');
  await startRequest(page);
};

export const received: Reach = async ({ page }) => {
  await open(page, '/pedidos');
  await writeRequest(page);
  await submit(page);
};

/** The request stays on its way for some ten seconds. Everything that follows is as slow. */
export const sending: Reach = async ({ page }) => {
  await open(page, '/pedidos');
  await writeRequest(page, [pdf()]);
  const summary = page.url();
  await setFaults(page, { latencyMs: 4_000 });
  await open(page, summary);
  await page.getByRole('button', { name: 'Submeter pedido' }).click();
  await heading(page, 'A enviar o pedido').waitFor();
};

export const codeAsked: Reach = ({ page }) => askForCode(page);

export const cmdSimulator: Reach = async ({ page }) => {
  await open(page, '/entrar');
  await page.getByRole('button', { name: 'Entrar com Chave Móvel Digital' }).click();
  await page.getByLabel('Número de telemóvel').waitFor();
};

export const guestDraft: Reach = async ({ page }) => {
  await open(page, '/entrar');
  await page.getByRole('link', { name: 'Começar um pedido sem iniciar sessão' }).click();
  await heading(page, 'Descrição do pedido').waitFor();
  await page.getByRole('textbox', { name: 'Descrição do pedido', exact: true }).fill('Uma dúvida minha');
  await page.getByText('Guardado neste dispositivo').waitFor();
};

/** Something that another app has shared, in the form in which the worker keeps it. No draft takes its file, which is empty. */
export const shared: Reach = async ({ page }) => {
  await open(page, '/pedidos');
  const id = await page.evaluate(keepEmptyFile);
  await open(page, `/partilhar?partilha=${id}`);
  await page.getByRole('button', { name: 'Juntar', exact: true }).waitFor();
};

/** Runs in the page. */
function keepEmptyFile(): Promise<string> {
  return new Promise((resolve, reject) => {
    const id = crypto.randomUUID();
    const file = { id, name: 'vazio.pdf', type: 'application/pdf', bytes: new ArrayBuffer(0) };
    const opening = indexedDB.open('eclic-device');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const change = opening.result.transaction('device', 'readwrite');
      const rows = change.objectStore('device');
      const known = rows.get('device');
      known.onsuccess = () => {
        const ownerId = known.result.current.id;
        rows.put({ key: `share ${id} ${Date.now()} ${ownerId}`, id, text: '', files: [file], leftOut: [] });
      };
      change.oncomplete = () => {
        opening.result.close();
        resolve(id);
      };
    };
  });
}

export const notJoined: Reach = async ({ page }) => {
  await page.getByText('Alguns ficheiros não foram juntos').waitFor();
};
