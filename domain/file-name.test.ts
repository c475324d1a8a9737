import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitFileName, hasEndingOf, mendFileName, plainFileName } from './file-name.ts';
import { DEFAULT_LIMITS } from './limits.ts';

const types = fc.constantFrom(...DEFAULT_LIMITS.acceptedTypes);
const names = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .tuple(fc.string(), fc.constantFrom('.hta', '.pdf', '.JPG', '.exe\u202e', '.\u200bbat'))
    .map((parts) => parts.join('')),
);

describe('The name of a file', () => {
  it('ends as its type does wherever it is handed on, whatever it was, and changes once', () => {
    fc.assert(
      fc.property(names, types, (name, type) => {
        const fit = fitFileName(name, type);
        expect(hasEndingOf(type, fit)).toBe(true);
        expect(fitFileName(fit, type)).toBe(fit);
        expect(fit).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      }),
    );
  });

  it('keeps all that is seen of it', () => {
    expect(plainFileName(' Fatura\u202e de\u00a0março (2).pdf\u200f')).toBe('Fatura de\u00a0março (2).pdf');
    expect(fitFileName('Situação 🙂.jpeg', 'image/jpeg')).toBe('Situação 🙂.jpeg');
  });

  it('is mended where a device left the ending out or mixed it up, and nowhere else', () => {
    expect(mendFileName('image', 'image/heic')).toBe('image.heic');
    expect(mendFileName('foto.png', 'image/jpeg')).toBe('foto.png.jpg');
    expect(mendFileName('Fatura.hta', 'application/pdf')).toBe('Fatura.hta');
    expect(mendFileName('nota.\u202ehta', null)).toBe('nota.hta');
  });
});
