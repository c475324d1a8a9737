import { expect, test } from 'vitest';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { DemoAccounts } from './demo-accounts.tsx';

test('one press fills the form with a demo account, and all that is asked later is shown', async () => {
  const filled: string[][] = [];
  const { screen, user } = await renderFeature(
    <DemoAccounts onFill={(niss, password) => filled.push([niss, password])} />,
  );
  await user.click(await screen.findByRole('button', { name: 'Usar a conta de Maria Exemplo' }));
  expect(filled).toEqual([['10000000000', 'Demonstracao1']]);
  for (const words of ['NISS 11000000007', 'NISS 20000000001']) {
    expect(screen.getByText(words, { exact: false })).toBeVisible();
  }
  for (const secret of ['Demonstracao1', '123456', '910000000', '1234']) {
    expect(screen.getByText(secret)).toBeVisible();
  }
});
