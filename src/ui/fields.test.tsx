import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { Button } from './button.tsx';
import { Checkbox } from './checkbox.tsx';
import { RadioGroup } from './radio-group.tsx';
import { SearchField } from './search-field.tsx';
import { SelectField } from './select-field.tsx';
import { TextArea } from './text-area.tsx';
import { TextField } from './text-field.tsx';

function Shared() {
  const [checked, setChecked] = useState(false);
  return (
    <Checkbox id="shared" label="Este dispositivo é partilhado" checked={checked} onChange={setChecked} />
  );
}

it('names a field by its label alone and describes it by what stands beside it', () => {
  render(
    <TextField
      id="niss"
      label="NISS"
      hint="Tem 11 algarismos"
      optionalText="opcional"
      error="Escreva o NISS"
    />,
  );
  const field = screen.getByRole('textbox', { name: 'NISS' });
  expect(field).toHaveAccessibleDescription('opcional Tem 11 algarismos Escreva o NISS');
  expect(field).toBeInvalid();
});

it('says nothing of a description or an error where there is none', () => {
  render(<TextField id="niss" label="NISS" />);
  expect(screen.getByRole('textbox')).not.toHaveAttribute('aria-describedby');
  expect(screen.getByRole('textbox')).not.toHaveAttribute('aria-invalid');
});

it('ties what stands below a text box to the box', () => {
  render(
    <TextArea
      id="description"
      label="Descrição do pedido"
      hint="Escreva só o necessário"
      describedBy="saved"
      below={<p id="saved">Guardado às 10:31</p>}
    />,
  );
  expect(screen.getByRole('textbox', { name: 'Descrição do pedido' })).toHaveAccessibleDescription(
    'Escreva só o necessário Guardado às 10:31',
  );
});

it('tells which option was chosen from a list', async () => {
  const choose = vi.fn();
  render(
    <SelectField
      id="subject"
      label="Assunto"
      placeholder="Escolha"
      error="Escolha o assunto"
      options={[
        { value: 'sickness', label: 'Subsídio de doença' },
        { value: 'parental', label: 'Subsídio parental' },
      ]}
      value=""
      onChange={choose}
    />,
  );
  const list = screen.getByRole('combobox', { name: 'Assunto' });
  expect(list).toHaveAccessibleDescription('Escolha o assunto');
  await userEvent.selectOptions(list, 'Subsídio parental');
  expect(choose).toHaveBeenCalledWith('parental');
});

it('names a group of choices, describes it, and tells which one was chosen', async () => {
  const choose = vi.fn();
  render(
    <RadioGroup
      legend="O que pretende?"
      name="kind"
      id="kind"
      error="Escolha o que pretende"
      options={[{ value: 'documents', label: 'Pedir um documento', hint: 'Uma declaração, por exemplo' }]}
      value={null}
      onChange={choose}
    />,
  );
  expect(screen.getByRole('group', { name: 'O que pretende?' })).toHaveAccessibleDescription(
    'Escolha o que pretende',
  );
  const choice = screen.getByRole('radio', { name: 'Pedir um documento' });
  expect(choice).toHaveAccessibleDescription('Uma declaração, por exemplo');
  await userEvent.click(choice);
  expect(choose).toHaveBeenCalledWith('documents');
});

it('ticks a box by its label', async () => {
  render(<Shared />);
  await userEvent.click(screen.getByText('Este dispositivo é partilhado'));
  expect(screen.getByRole('checkbox', { name: 'Este dispositivo é partilhado' })).toBeChecked();
});

it('is a search box by its label', () => {
  render(<SearchField id="topic" label="Procurar tema" />);
  expect(screen.getByRole('searchbox', { name: 'Procurar tema' })).toBeInTheDocument();
});

it('sends nothing a second time while a button is busy, and stays reachable', async () => {
  const submit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault());
  const press = vi.fn();
  render(
    <form onSubmit={submit}>
      <Button variant="primary" type="submit" busy onClick={press}>
        Submeter pedido
      </Button>
    </form>,
  );
  const button = screen.getByRole('button', { name: 'Submeter pedido' });
  await userEvent.click(button);
  expect(submit).not.toHaveBeenCalled();
  expect(press).not.toHaveBeenCalled();
  expect(button).toHaveFocus();
  expect(button).toHaveAttribute('aria-disabled', 'true');
});

it('takes files that are chosen', async () => {
  const names: string[] = [];
  render(
    <input
      type="file"
      aria-label="Ficheiros"
      onChange={(event) => names.push(...Array.from(event.currentTarget.files ?? [], (file) => file.name))}
    />,
  );
  await userEvent.upload(screen.getByLabelText('Ficheiros'), new File(['x'], 'carta.pdf'));
  expect(names).toEqual(['carta.pdf']);
});
