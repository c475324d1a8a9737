import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../src/state/kept-preferences.ts';
import { parseTexts } from './hold-together.ts';
import { FONT_PACKAGE, type FontFace, makeFont, readFontFaces } from './vite-fonts.ts';

const FACES = readFontFaces(readFileSync('src/ui/styles/fonts.css', 'utf8'));
const FONTS = new Map<FontFace, Font>();
for (const face of FACES) FONTS.set(face, create(await makeFont(face)) as Font);

const [FIRST] = FACES;
const CYRILLIC = 'Noto Sans Cyrillic';

/** The faces of the package's own style sheet, which says the characters of each of its files. */
const PACKED = readFontFaces(
  readFileSync(`${FONT_PACKAGE}/wght.css`, 'utf8')
    .replaceAll("'", '"')
    .replaceAll(/url\(\.(.+?)\)/g, `url("${FONT_PACKAGE.replace('node_modules/', '')}$1")`),
);

/** The file that a browser fetches for a character: of faces that both name it, the later one's. */
function faceOf(character: string, family = FIRST?.family): FontFace | undefined {
  return FACES.findLast((face) => face.family === family && face.characters.includes(character));
}

function holds(face: FontFace | undefined, character: string): boolean {
  const font = face && FONTS.get(face);
  return Boolean(font?.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
}

function charactersOf(language: string): string[] {
  const texts = readdirSync(`locales/${language}`).map((file) =>
    JSON.stringify(parseTexts(readFileSync(`locales/${language}/${file}`, 'utf8'))),
  );
  return [...new Set(texts.join(''))];
}

describe('the letters that the app brings', () => {
  it.each(LANGUAGES.map(({ code }) => code).filter((code) => code !== 'uk'))(
    'are all in the file that comes first, for texts in %s',
    (language) => {
      // The device's own fonts show the name of Ukrainian among the languages, and the hyphen that does not break, which the package lacks.
      const letters = charactersOf(language).filter((each) => !/[\p{Script=Cyrillic}\u2011]/u.test(each));
      expect(letters.filter((each) => faceOf(each) !== FIRST || !holds(FIRST, each))).toEqual([]);
    },
  );

  it('are in that one and the Cyrillic one, for texts in uk', () => {
    const missing = charactersOf('uk').filter(
      (each) => !holds(FIRST, each) && !holds(faceOf(each, CYRILLIC), each),
    );
    expect(missing).toEqual([]);
  });

  it.each(['latin', 'latin-ext', 'cyrillic'])('lose none that the package has for %s', (name) => {
    const packed = PACKED.find(({ url }) => url.endsWith(`/noto-sans-${name}-wght-normal.woff2`));
    const file = createRequire(import.meta.url).resolve(packed?.url ?? '');
    const font = create(readFileSync(file)) as Font;
    const family = name === 'cyrillic' ? CYRILLIC : FIRST?.family;
    const promised = [...(packed?.characters ?? '')].filter((each) =>
      font.hasGlyphForCodePoint(each.codePointAt(0) ?? 0),
    );
    expect(promised.length).toBeGreaterThan(100);
    expect(promised.filter((each) => !holds(faceOf(each, family), each))).toEqual([]);
  });

  it.each(['Șerban Țepeș', 'Łukasz Żółć', 'Dvořák', 'Gülşen Yıldız', 'Đoković', 'Jürgen Groß', 'Chloë'])(
    'write the name %s without all that is beyond Latin-1',
    (name) => {
      for (const letter of name) {
        const face = faceOf(letter);
        expect([holds(face, letter), FACES.slice(0, 2).includes(face as FontFace)], letter).toEqual([
          true,
          true,
        ]);
      }
    },
  );

  it('are as heavy as the look asks, and no heavier', () => {
    const look = readFileSync('src/ui/styles/tokens.css', 'utf8');
    const asked = [...look.matchAll(/--font-weight-\w+: (\d+);/g)].map(([, weight]) => Number(weight));
    for (const font of FONTS.values()) {
      const { wght } = font.variationAxes;
      expect([wght?.min, wght?.max]).toEqual([Math.min(...asked), Math.max(...asked)]);
    }
  });

  it('are made alike each time, so that no release has them fetched again for nothing', async () => {
    if (!FIRST) throw new Error('There is no face');
    expect((await makeFont(FIRST)).equals(await makeFont(FIRST))).toBe(true);
  });
});
