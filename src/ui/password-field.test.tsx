import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { PasswordField } from './password-field.tsx';

it('shows what was written and hides it again, and keeps every letter', async () => {
  render(<PasswordField id="password" label="Palavra-chave" showLabel="Mostrar" hideLabel="Ocultar" />);
  const field = screen.getByLabelText('Palavra-chave');
  await userEvent.type(field, 'Demonstracao1');
  expect(field).toHaveAttribute('type', 'password');
  await userEvent.click(screen.getByRole('button', { name: 'Mostrar' }));
  expect(field).toHaveAttribute('type', 'text');
  await userEvent.click(screen.getByRole('button', { name: 'Ocultar' }));
  expect(field).toHaveAttribute('type', 'password');
  expect(field).toHaveValue('Demonstracao1');
});

it('lets a password be pasted', async () => {
  render(<PasswordField id="password" label="Palavra-chave" showLabel="Mostrar" hideLabel="Ocultar" />);
  await userEvent.click(screen.getByLabelText('Palavra-chave'));
  await userEvent.paste('Demonstracao1');
  expect(screen.getByLabelText('Palavra-chave')).toHaveValue('Demonstracao1');
});
