import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { KindField } from './choice-fields.tsx';

const AT_ONCE = [
  'declaração de situação contributiva',
  'extrato da carreira contributiva',
  'comprovativo de contactos',
];

it('whoever wants a document reads, before they write, which ones can be had without a request', async () => {
  const { screen } = await renderFeature(
    <KindField
      value="documents"
      isProposed={false}
      error={undefined}
      complaintWorkingDays={15}
      onChange={() => undefined}
    />,
  );
  const notice = await screen.findByText(/sem fazer um pedido/);
  for (const name of AT_ONCE) expect(notice).toHaveTextContent(name);
});

it.each(readdirSync('locales').filter((name) => !name.includes('.')))(
  'the documents are named in %s as the Segurança Social Direta names them',
  (language) => {
    const { documents } = JSON.parse(readFileSync(`locales/${language}/draft.json`, 'utf8'));
    for (const name of AT_ONCE) expect(documents.text).toContain(name);
  },
);
