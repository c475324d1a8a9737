import { cleanup, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { registeredRequest } from '../../../testing/builders.ts';
import { fillDisk } from '../../../testing/full-disk.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { keepMetadata } from '../../db/core/metadata.ts';
import { readRatingDraft } from '../../db/outbox/rating-draft.ts';
import { RatingSection } from './rating-section.tsx';

const REQUEST = registeredRequest('5f0c7d8e-0000-4000-8000-000000000001', { state: 'answered' });

/** Shows the form of a rating and chooses its answer. */
async function chooseAnswer(db: CitizenDatabase) {
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
  const close = () => user.click(screen.getByRole('button', { name: 'Fechar avaliação' }));
  return { screen, close, closed };
}

test('a rating of which only the answer was chosen is gone once it is closed', async () => {
  const db = openMemoryDatabase();
  const { close, closed } = await chooseAnswer(db);
  await waitFor(async () => expect(await readRatingDraft(db, REQUEST.id)).not.toBeNull());
  await close();
  expect(closed).toEqual(['#rate-answer']);
  await waitFor(async () => expect(await readRatingDraft(db, REQUEST.id)).toBeNull());
});

test('an answer that a full device could not keep is not kept by closing the form', async () => {
  const db = openMemoryDatabase();
  const makeRoom = fillDisk();
  const { screen, close } = await chooseAnswer(db);
  await screen.findByRole('alert');
  makeRoom();
  await close();
  cleanup();
  // Writes go in the order in which they are asked for.
  await keepMetadata(db, 'draftsOnDeviceOnly', false);
  expect(await readRatingDraft(db, REQUEST.id)).toBeNull();
});
