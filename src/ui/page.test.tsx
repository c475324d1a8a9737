import { act, render, screen } from '@testing-library/react';
import { StrictMode, Suspense, use } from 'react';
import { expect, it, vi } from 'vitest';
import { ErrorSummary } from './error-summary.tsx';
import { Page } from './page.tsx';

/** Loads the module anew for each test, since it keeps in a variable whether the first page of a visit was drawn. */
async function beginVisit(): Promise<typeof Page> {
  vi.resetModules();
  const { Page: FreshPage } = await import('./page.tsx');
  return FreshPage;
}

/** Waits for a frame: the focus moves with the frame that draws the page. */
async function drawFrame(): Promise<void> {
  await act(() => new Promise<void>((resolve) => void requestAnimationFrame(() => resolve())));
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
  await drawFrame();
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
  await drawFrame();
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
  await drawFrame();
  expect(document.title).toBe('Erro: Descrição – e-Clic');
  expect(screen.getByLabelText('campo')).toHaveFocus();
});

it('moves the focus to the heading again when another page shows under the same heading', async () => {
  const page = (key: string) => (
    <Page title="Iniciar sessão – e-Clic" heading="Iniciar sessão" focusKey={key}>
      <button type="button">Entrar</button>
    </Page>
  );
  const view = render(page('/entrar'));
  screen.getByRole('button').focus();
  view.rerender(page('/entrar/cmd'));
  await drawFrame();
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
});

it('leaves the focus to whoever has taken it before the page is drawn', async () => {
  const page = (key: string) => (
    <Page title="Ajuda – e-Clic" heading="Ajuda" focusKey={key}>
      <h2 tabIndex={-1}>Prazos</h2>
    </Page>
  );
  const view = render(page('/ajuda'));
  view.rerender(page('/ajuda#prazos'));
  screen.getByRole('heading', { level: 2 }).focus();
  await drawFrame();
  expect(screen.getByRole('heading', { level: 2 })).toHaveFocus();
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
  await drawFrame();
  expect(screen.getByRole('region', { name: 'Há um problema' })).toHaveFocus();
});

function Part({ words }: { words: Promise<string> }) {
  return <p>{use(words)}</p>;
}

it('gives its heading the focus back when a part that was fetched had taken the page away', async () => {
  const page = (part: Promise<string> | null) => (
    <Suspense fallback="…">
      <Page title="Pedido – e-Clic" heading="Pedido">
        {part && <Part words={part} />}
      </Page>
    </Suspense>
  );
  const view = render(page(null));
  const heading = screen.getByRole('heading', { level: 1 });
  heading.focus();
  let arrive = (_words: string) => {};
  const words = new Promise<string>((resolve) => {
    arrive = resolve;
  });
  await act(async () => view.rerender(page(words)));
  expect(heading).not.toBeVisible();
  // Stands for what browsers do: an element that is hidden loses the focus.
  heading.blur();
  await act(async () => arrive('As mensagens'));
  expect(screen.getByText('As mensagens')).toBeVisible();
  expect(heading).toHaveFocus();
});
