import { expect, test } from 'vitest';
import { jpegHeader } from '../../../testing/jpeg-header.ts';
import { readPdf } from '../../../testing/read-pdf.ts';
import { writePicturePdf } from './picture-pdf.ts';

const FACTS = {
  title: 'Contrato de trabalho',
  author: 'e-Clic',
  lang: 'pt-PT',
  createdAt: new Date('2026-11-25T12:00:00Z'),
};

const picture = (alt: string, width = 1240, height = 1754) => ({ bytes: jpegHeader(), width, height, alt });

test('who listens to the PDF hears its language, its title and each page as a photo', async () => {
  const alts = ['Página 1 de 2, fotografia', 'Página 2 de 2, fotografia'];
  const pdf = await readPdf(
    await writePicturePdf(
      FACTS,
      alts.map((alt) => picture(alt)),
    ),
  );
  expect(pdf.isTagged).toBe(true);
  expect(pdf.info).toEqual({ title: 'Contrato de trabalho', author: 'e-Clic', lang: 'pt-PT' });
  expect(pdf.alts).toEqual(alts);
  expect(pdf.roles.filter((role) => role === 'Figure')).toHaveLength(2);
});

test('each photo has an A4 page of its own, turned as the photo is', async () => {
  const pdf = await readPdf(
    await writePicturePdf(FACTS, [picture('a'), picture('b', 1754, 1240), picture('c', 600, 600)]),
  );
  expect(pdf.sizes).toEqual([
    { width: 595, height: 842 },
    { width: 842, height: 595 },
    { width: 595, height: 842 },
  ]);
});

test('the photos lie in the PDF as they are, with little beside them', async () => {
  const { size } = await writePicturePdf(FACTS, [picture('a'), picture('b')]);
  expect(size).toBeGreaterThan(2 * jpegHeader().byteLength);
  expect(size).toBeLessThan(2 * jpegHeader().byteLength + 5_000);
});
