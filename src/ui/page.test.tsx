import { render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { expect, it, vi } from 'vitest';
import { ErrorSummary } from './error-summary.tsx';
import { Page } from './page.tsx';

/** The flag of the first page lives in the module: each test begins a visit of its own. */
async function beginVisit(): Promise<typeof Page> {
  vi.resetModules();
  const { Page: FreshPage } = await import('./page.tsx');
  return FreshPage;
}

it('sets the title of the first page of a visit and leaves the focus at the start of the document', async () => {
  const FreshPage = await beginVisit();
  render(
    <StrictMode>
      <FreshPage title="Os meus pedidos – e-Clic" heading="Os meus pedidos">
        <p />
      </FreshPage>
    </StrictMode>,
  );
  expect(document.title).toBe('Os meus pedidos – e-Clic');
  expect(document.body).toHaveFocus();
});

it('sets the title before it moves the focus to the heading of the next page', async () => {
  const FreshPage = await beginVisit();
  const first = render(
    <FreshPage title="A" heading="A">
      <p />
    </FreshPage>,
  );
  first.unmount();
  const titlesAtFocus: string[] = [];
  const note = () => titlesAtFocus.push(document.title);
  document.addEventListener('focusin', note);
  render(
    <FreshPage title="Definir tema – e-Clic" heading="Definir tema">
      <p />
    </FreshPage>,
  );
  document.removeEventListener('focusin', note);
  expect(screen.getByRole('heading', { level: 1, name: 'Definir tema' })).toHaveFocus();
  expect(titlesAtFocus).toEqual(['Definir tema – e-Clic']);
});

it('keeps the title in step without taking the focus from the field being written in', async () => {
  const FreshPage = await beginVisit();
  const view = render(
    <FreshPage title="Descrição – e-Clic" heading="Descrição">
      <input aria-label="campo" />
    </FreshPage>,
  );
  screen.getByLabelText('campo').focus();
  view.rerender(
    <FreshPage title="Erro: Descrição – e-Clic" heading="Descrição">
      <input aria-label="campo" />
    </FreshPage>,
  );
  expect(document.title).toBe('Erro: Descrição – e-Clic');
  expect(screen.getByLabelText('campo')).toHaveFocus();
});

it('moves the focus to the heading again when another page shows under the same heading', () => {
  const page = (key: string) => (
    <Page title="Iniciar sessão – e-Clic" heading="Iniciar sessão" focusKey={key}>
      <button type="button">Entrar</button>
    </Page>
  );
  const view = render(page('/entrar'));
  screen.getByRole('button').focus();
  view.rerender(page('/entrar/cmd'));
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
});

it('leaves the focus to the error summary when a page opens with errors', async () => {
  const FreshPage = await beginVisit();
  render(
    <FreshPage title="A" heading="A">
      <p />
    </FreshPage>,
  ).unmount();
  render(
    <FreshPage title="Erro: B" heading="B" hasErrors>
      <ErrorSummary title="Há um problema" items={[]} focusKey={1} />
    </FreshPage>,
  );
  expect(screen.getByRole('region', { name: 'Há um problema' })).toHaveFocus();
});
