import { render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { StepList } from './step-list.tsx';

it('names every step with its state, marks the current one, and links those that can be gone to', () => {
  render(
    <StepList
      label="Passos"
      steps={[
        {
          key: 'description',
          label: 'Descrição',
          state: 'reached',
          stateText: 'alcançado',
          render: (children) => <a href="/descricao">{children}</a>,
        },
        { key: 'topic', label: 'Tema', state: 'current', stateText: 'passo atual' },
        { key: 'attachments', label: 'Anexos', state: 'ahead', stateText: 'por alcançar' },
      ]}
    />,
  );
  const steps = within(screen.getByRole('navigation', { name: 'Passos' })).getAllByRole('listitem');
  expect(steps.map((step) => step.textContent)).toEqual([
    '1. Descrição alcançado',
    '2. Tema passo atual',
    '3. Anexos por alcançar',
  ]);
  expect(steps[1]).toHaveAttribute('aria-current', 'step');
  expect(screen.getByRole('link', { name: '1. Descrição' })).toBeInTheDocument();
});
