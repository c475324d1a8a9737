import { waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { registeredRequest } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { readRatingDraft } from '../../db/outbox/rating-draft.ts';
import { RatingSection } from './rating-section.tsx';

const REQUEST = registeredRequest('5f0c7d8e-0000-4000-8000-000000000001', { state: 'answered' });

test('a rating of which only the answer was chosen is gone once it is closed', async () => {
  const db = openMemoryDatabase();
  const closed: string[] = [];
  const section = (
    <RatingSection
      request={REQUEST}
      rating={null}
      isWaiting={false}
      writing={{ helpful: null, comment: '' }}
      onOpen={() => undefined}
      onClose={(selector) => closed.push(selector)}
    />
  );
  const { screen, user } = await renderFeature(section, { db });
  await user.click(await screen.findByRole('radio', { name: 'Sim' }));
  await waitFor(async () => expect(await readRatingDraft(db, REQUEST.id)).not.toBeNull());
  await user.click(screen.getByRole('button', { name: 'Fechar avaliação' }));
  expect(closed).toEqual(['#rate-answer']);
  await waitFor(async () => expect(await readRatingDraft(db, REQUEST.id)).toBeNull());
});
