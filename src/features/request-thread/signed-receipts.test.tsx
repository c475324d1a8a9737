import { within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { message, renderRequest } from '../../../testing/render-request.tsx';

const SIGNED = 'Comprovativo assinado';
const history = [
  { state: 'registered', at: '2026-11-25T12:00:00.000Z', officeName: 'e-Clic' },
  { state: 'withdrawn', at: '2026-12-01T12:00:00.000Z', officeName: 'e-Clic' },
] as const;

test('the thread says of each message, of the request and of its withdrawal that the receipt was checked', async () => {
  const { screen } = await renderRequest(
    { state: 'withdrawn', history: [...history], receiptCheck: 'fits', withdrawalCheck: 'fits' },
    message({ receiptCheck: 'fits' }),
    message({ author: 'citizen', purpose: 'reply', officeName: null, receiptCheck: 'fits' }),
    message({ purpose: 'answer', body: 'Sem assinatura ainda.' }),
  );
  const articles = screen.getAllByRole('article');
  const signed = articles.filter((article) => article.textContent?.includes(SIGNED));
  expect([articles.length, signed.length]).toEqual([3, 2]);
  expect(screen.getByText('Sem assinatura ainda.').closest('article')).not.toHaveTextContent(SIGNED);
  // The request's own words and the timeline are folded, as on a phone.
  const [step] = screen.getAllByText('Anulado').flatMap((each) => each.closest('li') ?? []);
  expect(step).toHaveTextContent(SIGNED);
  expect(screen.getByText('Recebido', { selector: 'dt' }).nextElementSibling).toHaveTextContent(SIGNED);
  expect(screen.queryByText(/não confere/)).toBeNull();
});

test('a receipt that nobody could check yet is not called signed, and the line has its room', async () => {
  const receipt = 'head.claims.signature';
  const { screen } = await renderRequest({ receipt }, message({ receipt }));
  const lines = await screen.findAllByText(new RegExp(SIGNED));
  expect(lines).toHaveLength(2);
  for (const line of lines) expect(line).not.toBeVisible();
});

test('what does not fit is said plainly, with what to do, and nothing is hidden', async () => {
  const { screen } = await renderRequest(
    { receiptCheck: 'doesNotFit' },
    message({ receiptCheck: 'unknownKey' }),
  );
  await screen.findByText('O comprovativo não confere com o que enviou');
  const article = screen.getByRole('article');
  await within(article).findByText('O comprovativo não confere com esta mensagem');
  expect(within(article).getByText('Falta um documento.')).toBeVisible();
  expect(within(article).getByRole('link', { name: 'Contactos da Segurança Social' })).toHaveAttribute(
    'href',
    '/contactos',
  );
  expect(screen.queryByText(new RegExp(SIGNED))).toBeNull();
});
