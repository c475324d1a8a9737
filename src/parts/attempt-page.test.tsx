import { act, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import { renderFeature } from '../../testing/render-feature.tsx';
import { AttemptPage } from './attempt-page.tsx';
import { useAttempt } from './use-attempt.ts';

const OFFLINE = 'Sem ligação à Internet.';

function SomePage({ worksOffline = false }: { worksOffline?: boolean }) {
  const attempt = useAttempt(({ target }) => target);
  return (
    <AttemptPage heading="Iniciar sessão" attempt={attempt} worksOffline={worksOffline}>
      <p>NISS</p>
    </AttemptPage>
  );
}

function loseConnection() {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  act(() => window.dispatchEvent(new Event('offline')));
}

test('whoever has nothing on this device is told on the page that there is no connection, and hears it', async () => {
  const { screen } = await renderFeature(<SomePage />);
  await screen.findByText('NISS');
  expect(screen.queryByText(OFFLINE)).toBeNull();
  loseConnection();
  expect(screen.getByText(OFFLINE, { selector: 'p' })).toBeVisible();
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(OFFLINE));
});

test('where the line under the header says it, the page does not say it again', async () => {
  const { screen } = await renderFeature(<SomePage />, { db: openMemoryDatabase() });
  await screen.findByText('NISS');
  loseConnection();
  expect(screen.queryByText(OFFLINE)).toBeNull();
});

test('nothing is said of a page that asks nothing of a server', async () => {
  const { screen } = await renderFeature(<SomePage worksOffline />);
  await screen.findByText('NISS');
  loseConnection();
  expect(screen.queryByText(OFFLINE)).toBeNull();
});
