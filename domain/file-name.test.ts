import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitFileName, hasEndingOf, mendFileName } from './file-name.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { plainLine } from './plain-line.ts';

const types = fc.constantFrom(...DEFAULT_LIMITS.acceptedTypes);
const names = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('\u200d', '\u200c', '\u202e', '\ufe0f', 'ی', 'क', '्', '👩', '🏽', '❤', 'h', '.'),
  }),
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
        expect(fit.replace(/[\u200c\u200d]/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
        expect(fit).not.toMatch(/[\u200c\u200d](?=[h.\s]|\u200c|\u200d|$)/);
        expect(fit).not.toMatch(/(?<=[h.\s]|^)[\u200c\u200d]/);
      }),
    );
  });

  it('keeps all that is seen of it', () => {
    expect(plainLine(' Fatura\u202e de\u00a0março (2).pdf\u200f')).toBe('Fatura de\u00a0março (2).pdf');
    expect(fitFileName('Situação 🙂.jpeg', 'image/jpeg')).toBe('Situação 🙂.jpeg');
  });

  it.each([
    ['Persian, whose letters it keeps apart', 'می\u200cخواهم.pdf'],
    ['Persian, beside a number', '۳\u200cماهه.pdf'],
    ['Hindi, where it shows half a letter', 'क्\u200dष.pdf'],
    ['Sinhala, where it joins two', 'ශ්\u200dරී ලංකා.pdf'],
    ['Bengali, before the sign that joins', 'র\u200d্য.pdf'],
    ['a family of three pictures', '👩\u200d❤️\u200d👨.jpg'],
    ['somebody whose skin is shown', '👩🏽\u200d🚀 férias.jpg'],
  ])('keeps what joins or parts what it stands between: %s', (_what, name) => {
    expect(plainLine(name)).toBe(name);
  });

  it.each([
    ['nota.h\u200dta', 'nota.hta'],
    ['nota.\u200chta', 'nota.hta'],
    ['\u200cخ.pdf\u200d', 'خ.pdf'],
    ['خ\u200c.pdf', 'خ.pdf'],
    ['می\u200c\u200dخ.pdf', 'میخ.pdf'],
    ['می\u202e\u200cخ.pdf', 'میخ.pdf'],
    ['👩\u200d.jpg', '👩.jpg'],
    ['👩\u200cهم.jpg', '👩هم.jpg'],
    ['Fat\u200cura \u200d1.pdf', 'Fatura 1.pdf'],
  ])('leaves it out where it joins nothing: %j', (name, plain) => {
    expect(plainLine(name)).toBe(plain);
  });

  it('is mended where a device left the ending out or mixed it up, and nowhere else', () => {
    expect(mendFileName('image', 'image/heic')).toBe('image.heic');
    expect(mendFileName('foto.png', 'image/jpeg')).toBe('foto.png.jpg');
    expect(mendFileName('Fatura.hta', 'application/pdf')).toBe('Fatura.hta');
    expect(mendFileName('nota.\u202ehta', null)).toBe('nota.hta');
  });
});
