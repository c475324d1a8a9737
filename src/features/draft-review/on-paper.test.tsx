import { expect, it, vi } from 'vitest';
import { NOON, writeCompleteDraft } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { keepProfile } from '../../db/core/metadata.ts';
import { OnPaper, readReview } from './draft-review.tsx';

const maria = { id: 'm', name: 'Maria Exemplo', maskedNiss: '••••••••000', holder: 'person' } as const;
const alice = { ...maria, id: 'a', name: 'Alice Modelo' };

async function renderFor(representations: (typeof alice)[]) {
  const db = openMemoryDatabase();
  await keepProfile(db, { citizen: maria, representations, contact: null });
  const review = await readReview(db, await writeCompleteDraft(db), NOON);
  if (!review) throw new Error('No draft');
  return renderFeature(<OnPaper review={review} />, { db });
}

it('lets whoever may represent nobody print what another is to sign', async () => {
  const print = vi.fn();
  vi.stubGlobal('print', print);
  const { screen, user } = await renderFor([]);
  await user.click(screen.getByText('Escreve por outra pessoa?'));
  expect(screen.getByText(/^A representação regista-se na Segurança Social Direta/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Imprimir o rascunho' }));
  expect(print).toHaveBeenCalledOnce();
});

it('is not there for whoever has somebody to choose', async () => {
  const { screen } = await renderFor([alice]);
  expect(screen.queryByText('Escreve por outra pessoa?')).toBeNull();
});
