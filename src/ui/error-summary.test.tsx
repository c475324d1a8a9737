import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { ErrorSummary } from './error-summary.tsx';
import { StatusRegion } from './live-region.tsx';
import { RadioGroup } from './radio-group.tsx';
import { TextField } from './text-field.tsx';

const ITEMS = [
  { targetId: 'kind', text: 'Escolha o que pretende' },
  { targetId: 'niss', text: 'O NISS tem 11 algarismos' },
];

function form(tries: number) {
  return (
    <>
      <ErrorSummary title="Há um problema" items={ITEMS} focusKey={tries} />
      <RadioGroup
        legend="O que pretende?"
        name="kind"
        id="kind"
        options={[
          { value: 'information', label: 'Pedir informação' },
          { value: 'complaint', label: 'Apresentar reclamação' },
        ]}
        value={undefined}
        onChange={() => undefined}
      />
      <TextField id="niss" label="NISS" />
    </>
  );
}

it('takes the focus when it appears and again at the next try, but not in between', () => {
  const view = render(form(1));
  const summary = screen.getByRole('region', { name: 'Há um problema' });
  expect(summary).toHaveFocus();
  screen.getByLabelText('NISS').focus();
  view.rerender(form(1));
  expect(screen.getByLabelText('NISS')).toHaveFocus();
  view.rerender(form(2));
  expect(summary).toHaveFocus();
});

it('takes no focus from whoever writes a text, who hears the errors', async () => {
  const page = (hasErrors: boolean) => (
    <>
      <StatusRegion />
      {hasErrors && form(1)}
      <textarea aria-label="A sua resposta" />
    </>
  );
  const view = render(page(false));
  screen.getByLabelText('A sua resposta').focus();
  view.rerender(page(true));
  expect(screen.getByLabelText('A sua resposta')).toHaveFocus();
  await waitFor(() =>
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Há um problema. Escolha o que pretende. O NISS tem 11 algarismos',
    ),
  );
});

it('leads to the field without changing the address of the page', async () => {
  render(form(1));
  const address = window.location.href;
  await userEvent.click(screen.getByRole('link', { name: 'O NISS tem 11 algarismos' }));
  expect(screen.getByLabelText('NISS')).toHaveFocus();
  expect(window.location.href).toBe(address);
});

it('leads to the first choice of a group, and chooses nothing', async () => {
  render(form(1));
  await userEvent.click(screen.getByRole('link', { name: 'Escolha o que pretende' }));
  expect(screen.getByRole('radio', { name: 'Pedir informação' })).toHaveFocus();
  expect(screen.getByRole('radio', { name: 'Pedir informação' })).not.toBeChecked();
});
