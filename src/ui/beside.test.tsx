import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { beWide } from '../../testing/wide-window.ts';
import { Beside, Columns } from './beside.tsx';

function drawForm() {
  render(
    <Columns beside={<a href="#resumo">Até agora</a>} after={<button type="button">Continuar</button>}>
      <input aria-label="Procurar" />
      <Beside>
        <button type="button">Sugestão</button>
      </Beside>
      <input aria-label="Assunto" />
    </Columns>,
  );
  return [...document.querySelectorAll('input, button, a')].map(
    (control) => control.getAttribute('aria-label') ?? control.textContent,
  );
}

it('what stands beside a form comes after its fields and before its buttons, for whoever goes by keys or listens', () => {
  beWide();
  expect(drawForm()).toEqual(['Procurar', 'Assunto', 'Sugestão', 'Até agora', 'Continuar']);
});

it('on a phone it stands where it is written, and what is for wide screens alone is not there', () => {
  expect(drawForm()).toEqual(['Procurar', 'Sugestão', 'Assunto', 'Continuar']);
});

it('without a place beside, it stands where it is written on wide screens too', () => {
  beWide();
  render(
    <p>
      Regras: <Beside>até 10 ficheiros</Beside>
    </p>,
  );
  expect(screen.getByText('Regras: até 10 ficheiros')).toBeVisible();
});
