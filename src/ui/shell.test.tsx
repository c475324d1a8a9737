import { fireEvent, render, screen } from '@testing-library/react';
import type { MouseEvent } from 'react';
import { expect, test } from 'vitest';
import { Shell } from './shell.tsx';

function renderForm(onPress?: (event: MouseEvent) => void) {
  render(
    <Shell skipLabel="" header="" footer="" opening="">
      <form onSubmit={(event) => event.preventDefault()}>
        <input aria-label="Procurar" />
        <button type="submit" onClick={onPress}>
          <b>Procurar</b>
        </button>
      </form>
    </Shell>,
  );
  const field = screen.getByRole('textbox', { name: 'Procurar' });
  field.focus();
  return { field, button: screen.getByRole('button', { name: 'Procurar' }) };
}

test('a pressed button has the focus, even where the browser gives it none', () => {
  const { button } = renderForm();
  fireEvent.click(screen.getByText('Procurar'), { detail: 1 });
  expect(button).toHaveFocus();
});

test('whoever sends a form with Enter stays in the field', () => {
  const { field, button } = renderForm();
  // At Enter a browser makes a click of its own on the button that submits.
  fireEvent.click(button, { detail: 0 });
  expect(field).toHaveFocus();
});

test('a button that moves the focus into a field leaves it there', () => {
  const { field, button } = renderForm(() => field.focus());
  fireEvent.click(button, { detail: 1 });
  expect(field).toHaveFocus();
});
