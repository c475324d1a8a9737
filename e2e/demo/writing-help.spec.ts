import { expect, test } from '../fixtures.ts';
import { beSignedIn, descriptionBox, startRequest } from '../steps.ts';

const PHONE = { width: 390, height: 780 };
const KINDS = ['Pedir informação', 'Esclarecer uma dúvida', 'Pedir um documento', 'Apresentar reclamação'];

test.use({ viewport: PHONE });

test('on a phone each kind says what it is for in one line, and help to write moves nothing', async ({
  page,
}) => {
  await beSignedIn(page);
  await startRequest(page);
  for (const name of KINDS) {
    const kind = page.getByRole('radio', { name });
    const hint = page.locator(`#${await kind.getAttribute('aria-describedby')}`);
    await expect(hint).toBeVisible();
    const lines = await hint.evaluate(
      (line) => line.clientHeight / Number.parseFloat(getComputedStyle(line).lineHeight),
    );
    expect(Math.round(lines), name).toBe(1);
  }

  const prompt = page.getByRole('button', { name: 'Quando' });
  const before = await prompt.boundingBox();
  await prompt.press('Enter');
  await expect(descriptionBox(page)).toBeFocused();
  await expect(descriptionBox(page)).toHaveValue('Quando:\n');
  await expect(prompt).toHaveAttribute('aria-pressed', 'true');
  expect(await prompt.boundingBox()).toEqual(before);
});
