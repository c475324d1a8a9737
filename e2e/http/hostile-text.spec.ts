import type { Page } from '@playwright/test';
import type { Attachment, ChangePage } from '../../contract/types.ts';
import { expect, test } from '../fixtures.ts';
import { descriptionBox, goOn, heading, signIn, startRequest, writeDescription } from '../steps.ts';

const SCRIPT = '<img src=x onerror="document.body.remove();alert(1)">';
const TURNED = '\u202egnp.exe';
const ENDLESS = 'W'.repeat(10_000);
const HOSTILE = `${SCRIPT} ${TURNED} ${ENDLESS}`;

const FILE: Attachment = {
  id: '3b241101-e2bb-4255-8caf-4136c566a962',
  name: `${SCRIPT}${TURNED}${'n'.repeat(200)}.pdf`,
  type: 'application/pdf',
  size: 2_000,
  sha256: 'a'.repeat(64),
};

/** Replaces everything that other people can write by the most hostile text. */
function poison({ changes, ...page }: ChangePage): ChangePage {
  return {
    ...page,
    changes: changes.map((change) => {
      switch (change.type) {
        case 'request': {
          const { request } = change;
          const history = request.history.map((step) => ({ ...step, officeName: HOSTILE }));
          const onBehalfOf = { id: 'c_x', name: HOSTILE };
          const office = { ...request.office, name: HOSTILE };
          return {
            ...change,
            request: { ...request, description: HOSTILE, attachments: [FILE], history, onBehalfOf, office },
          };
        }
        case 'message':
          return {
            ...change,
            message: { ...change.message, body: HOSTILE, officeName: HOSTILE, attachments: [FILE] },
          };
        default:
          return change;
      }
    }),
  };
}

async function expectTame(page: Page): Promise<void> {
  await expect(page.locator('main img[src=x]')).toHaveCount(0);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
}

test('script, turned letters and a word of 10 000 characters are text on every page at 320 px', async ({
  page,
}) => {
  page.on('dialog', (dialog) => {
    throw new Error(`A page said: ${dialog.message()}`);
  });
  await page.setViewportSize({ width: 320, height: 640 });
  await page.route('**/api/v1/changes*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: poison((await response.json()) as ChangePage) });
  });
  await signIn(page);
  const main = page.getByRole('main');
  await expect(main.getByText(SCRIPT).first()).toBeVisible();
  await expectTame(page);

  await main
    .getByRole('listitem')
    .filter({ hasText: 'Aguarda a sua resposta' })
    .getByRole('link')
    .first()
    .click();
  const message = page.getByRole('article');
  await expect(message.getByText(FILE.name).first()).toBeVisible();
  // Compares to true: a failing report must not print the whole text.
  expect((await message.locator('p[dir="auto"]').textContent()) === HOSTILE).toBe(true);
  await expectTame(page);
  // A try before this one may have left its reply in the account.
  await page.getByRole('button', { name: /^(Responder|Continuar a resposta)$/ }).click();
  await page.getByRole('textbox', { name: 'A sua resposta' }).fill(HOSTILE);
  await page.getByRole('button', { name: 'Guardar e fechar' }).click();
  await expect(page.getByRole('button', { name: 'Continuar a resposta' })).toBeFocused();
  await expectTame(page);
  await page.getByRole('link', { name: 'Ver comprovativo de entrega' }).click();
  await expect(heading(page, 'Comprovativo de entrega')).toBeVisible();
  await expectTame(page);

  await startRequest(page);
  await writeDescription(page, HOSTILE.slice(0, 4_000));
  await goOn(page);
  await page.getByRole('button', { name: /Não sei qual é o tema/ }).click();
  await page.goto(new URL(page.url()).pathname.replace('/tema', '/resumo'));
  await expect(main.getByText(SCRIPT)).toBeVisible();
  await expectTame(page);
  await page.goto(new URL(page.url()).pathname.replace('/resumo', '/descricao'));
  await expect(descriptionBox(page)).toHaveValue(HOSTILE.slice(0, 4_000));
  await expectTame(page);
  // A round of sync may still be waiting for a route.
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});
