import { waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderScan } from '../../../testing/render-scan.tsx';

const START =
  'Contrato de arrendamento da casa onde moro com os meus dois filhos, renovado em janeiro, com anexos';
const LONG = `${START} assinados pelos herdeiros do senhorio`;

async function renderForm() {
  const rendered = await renderScan({ photos: 1 });
  const { screen, user } = rendered;
  await screen.findByRole('img', { name: 'Fotografia da página 1' });
  await user.click(screen.getByRole('button', { name: 'Usar esta página' }));
  return { ...rendered, field: await screen.findByRole('textbox', { name: 'Nome do PDF' }) };
}

test('a name that is too long is shortened as it is seen, heard, and then called', async () => {
  const { screen, user, field, files } = await renderForm();
  await user.click(field);
  await user.paste(LONG);
  const said = `Este nome é demasiado comprido. O PDF vai chamar-se «${START}…».`;
  expect(field).toHaveAccessibleDescription(said);
  expect(field).toHaveValue(LONG);
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(said));
  await user.click(screen.getByRole('button', { name: 'Juntar como um PDF' }));
  await waitFor(async () => expect(await files()).toMatchObject([{ name: `${START}….pdf` }]));
});

test('a name of a hundred characters stays whole', async () => {
  const { screen, user, field, files } = await renderForm();
  const name = START.padEnd(100, '.');
  await user.click(field);
  await user.paste(name);
  expect(field).toHaveAccessibleDescription(/^Se não escrever nenhum/);
  await user.click(screen.getByRole('button', { name: 'Juntar como um PDF' }));
  await waitFor(async () => expect(await files()).toMatchObject([{ name: `${name}.pdf` }]));
});
