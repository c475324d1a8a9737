import { within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { writeCompleteDraft } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { beWide } from '../../../testing/wide-window.ts';
import type { DraftStep } from '../../db/core/schema.ts';
import { DraftStepPage } from './draft-step-page.tsx';

async function openStep(step: DraftStep) {
  const db = openMemoryDatabase();
  const draftId = await writeCompleteDraft(db);
  const page = (
    <DraftStepPage draftId={draftId} step={step} kind={null} errors={[]} tries={0} onContinue={() => {}}>
      <input aria-label="Campo" />
    </DraftStepPage>
  );
  const { screen } = await renderFeature(page, { db });
  await screen.findByRole('button', { name: 'Eliminar rascunho' });
  return screen;
}

it.each([
  ['description', ['Tema']],
  ['topic', ['Descrição', 'O que pretende']],
  ['attachments', ['Descrição', 'O que pretende', 'Tema']],
] as const)(
  'on wide screens the step %s says what the others hold, and not its own part',
  async (step, said) => {
    beWide();
    const screen = await openStep(step);
    const soFar = await screen.findByRole('region', { name: 'Até agora' });
    expect(
      within(soFar)
        .getAllByRole('term')
        .map(({ textContent }) => textContent),
    ).toEqual(said);
  },
);

it('on a phone no step does', async () => {
  const screen = await openStep('topic');
  expect(screen.queryByRole('region', { name: 'Até agora' })).toBeNull();
});
