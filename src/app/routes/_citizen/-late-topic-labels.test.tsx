import { expect, it } from 'vitest';
import { registeredRequest } from '../../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../../testing/memory-database.ts';
import { renderFeature } from '../../../../testing/render-feature.tsx';
import { SearchableList } from '../../../../testing/searchable-list.tsx';
import { recordReceived } from '../../../db/requests/requests.ts';
import { startI18n } from '../../../i18n.ts';
import { usePreferences } from '../../../state/preferences.ts';

const TOPIC = {
  status: 'known',
  version: '1',
  lifeEvent: { id: 'payments', label: 'Pagamentos' },
  subject: { id: 'refunds', label: 'Restituições' },
  reason: { id: 'requestProgress', label: 'Saber em que ponto está um pedido' },
} as const;

async function readTexts(language: string, namespace: string): Promise<object> {
  return (await import(`../../../../locales/${language}/${namespace}.json`)).default;
}

it('the list waits for no label: a topic is said as it was written, and in the reader’s words once they come', async () => {
  let deliver: (labels: object) => void = () => undefined;
  const labels = new Promise<object>((resolve) => {
    deliver = resolve;
  });
  usePreferences.setState({ language: 'en' });
  await startI18n((language, namespace) =>
    namespace === 'topics' ? labels : readTexts(language, namespace),
  );
  const db = openMemoryDatabase();
  await recordReceived(db, registeredRequest(crypto.randomUUID(), { topic: TOPIC }));

  const { screen } = await renderFeature(<SearchableList />, { db });
  const card = await screen.findByRole('link', { name: /: Restituições$/ });
  deliver(await readTexts('en', 'topics'));
  await expect.poll(() => card.textContent).toMatch(/: Refunds$/);
});
