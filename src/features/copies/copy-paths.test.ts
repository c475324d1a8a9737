import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftFolder, safeFileName, uniqueNames } from '../../../domain/copies/copy-paths.ts';
import { isSafePath } from '../../lib/zip/unzip.ts';

describe('draftFolder', () => {
  it('is named by its number and the words of a label, without accents', () => {
    expect(draftFolder(1, 'Subsídio de doença')).toBe('rascunhos/1-subsidio-de-doenca');
    expect(draftFolder(2, 'Документи / ../')).toBe('rascunhos/2');
  });
});

describe('safeFileName', () => {
  it.each([
    ['fatura de água.pdf', 'fatura de água.pdf'],
    ['../../etc/passwd', '_..-..-etc-passwd'],
    ['a\\b:c*d?.pdf', 'a-b-c-d-.pdf'],
    // A right-to-left mark, with which «fdp.exe» is shown as «exe.pdf».
    ['\u202Efdp.exe', 'fdp.exe'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['com1.tar.gz', '_com1.tar.gz'],
    ['.htaccess', '_.htaccess'],
    ['fim. . .', 'fim'],
    ['', '_'],
    ['\ud800', '_'],
    // Some systems take composed and decomposed letters for the same name.
    ['cafe\u0301.txt', 'café.txt'],
  ])('makes of %j the name %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  it('keeps the ending of a name of 300 characters, whatever the letters weigh', () => {
    for (const letter of ['a', 'ã', '👨‍👩‍👧', 'अ']) {
      const safe = safeFileName(`${letter.repeat(300)}.pdf`);
      expect(safe.endsWith('.pdf')).toBe(true);
      expect(new TextEncoder().encode(safe).length).toBeLessThan(120);
    }
  });

  it.each(['10000000000.pdf', 'niss 1000 000 0000.pdf', '2026-10000000000-3.pdf'])(
    'hides the NISS in %j',
    (name) => {
      expect(safeFileName(name).replace(/[^0-9]/g, '')).not.toContain('10000000000');
      expect(safeFileName(name)).toContain('•');
    },
  );

  it('lets a reference stand, though its digits may look like a NISS', () => {
    expect(safeFileName('EC-2026-0000124.pdf')).toBe('EC-2026-0000124.pdf');
  });

  it('never leaves its folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const safe = safeFileName(name);
        expect(isSafePath(safe) && !safe.includes('/')).toBe(true);
      }),
    );
  });
});

describe('uniqueNames', () => {
  it('tells two files of one name apart, also where capitals do not count', () => {
    const unique = uniqueNames();
    expect(['a.pdf', 'A.pdf', 'a.pdf', 'a (2).pdf', 'b'].map(unique)).toEqual([
      'a.pdf',
      'A (2).pdf',
      'a (3).pdf',
      'a (2) (2).pdf',
      'b',
    ]);
  });
});
