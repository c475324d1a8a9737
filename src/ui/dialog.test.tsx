import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode, useState } from 'react';
import { expect, it, vi } from 'vitest';
import { Dialog } from './dialog.tsx';
import { announce } from './live-region.tsx';
import { Shell } from './shell.tsx';

function SignOut() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Terminar sessão
      </button>
      {open && (
        <Dialog title="Tem 1 rascunho" onClose={() => setOpen(false)} closeLabel="Cancelar">
          <p>Fica neste dispositivo.</p>
        </Dialog>
      )}
    </>
  );
}

async function openDialog() {
  render(
    <StrictMode>
      <SignOut />
    </StrictMode>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Terminar sessão' }));
  return screen.getByRole('dialog', { name: 'Tem 1 rascunho' });
}

it('is named by its heading and takes the focus there', async () => {
  await openDialog();
  expect(screen.getByRole('heading', { name: 'Tem 1 rascunho' })).toHaveFocus();
});

it('gives the focus back to what opened it when its button is pressed', async () => {
  await openDialog();
  await userEvent.click(screen.getByRole('button', { name: 'Cancelar' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Terminar sessão' })).toHaveFocus();
});

it('gives the focus back to a button that the browser did not focus, and leaves the page where it is', async () => {
  render(
    <Shell skipLabel="" header="" footer="" opening="">
      <SignOut />
    </Shell>,
  );
  const opener = screen.getByRole('button', { name: 'Terminar sessão' });
  fireEvent.click(opener, { detail: 1 });
  const focus = vi.spyOn(opener, 'focus');
  fireEvent.click(screen.getByRole('button', { name: 'Cancelar' }), { detail: 1 });
  expect(opener).toHaveFocus();
  expect(focus).toHaveBeenCalledExactlyOnceWith({ preventScroll: true });
});

it('closes at Esc, which the browser tells as a cancel event', async () => {
  const dialog = await openDialog();
  act(() => {
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
  });
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Terminar sessão' })).toHaveFocus();
});

it('tells a screen reader what is announced while the page behind it is inert', async () => {
  const dialog = await openDialog();
  act(() => announce('A cópia não foi descarregada'));
  expect(await within(dialog).findByText('A cópia não foi descarregada')).toBeInTheDocument();
});
