/** The terms by their anchors, `/glossario#niss`, which never change; names and meanings are in `locales/<lng>/glossary.json`. */
export const GLOSSARY_IDS = [
  'autenticacao',
  'beneficiario',
  'carreira',
  'cesd',
  'cit',
  'cmd',
  'contribuicoes',
  'csi',
  'denuncia',
  'execucao',
  'iban',
  'ias',
  'indeferimento',
  'layoff',
  'niss',
  'prestacao',
  'plano',
  'psi',
  'reclamacao',
  'requerente',
  'rsi',
  'siga',
  'situacao',
  'ssd',
] as const;

type GlossaryId = (typeof GLOSSARY_IDS)[number];

/** A term with its forms as they stand in sentences, capitals included. */
export type GlossaryTerm = { id: GlossaryId; forms: readonly string[] };

/** A part of a text; one with a `termId` is a word of the glossary. */
type TextPart = { text: string; termId?: GlossaryId };

/** Cuts a text at the glossary's words, each only where it first occurs. The parts, joined, are the text. */
export type TermFinder = (text: string) => TextPart[];

/** Makes a finder, once for all texts of a language, since making it takes longer than using it. */
export function createTermFinder(terms: readonly GlossaryTerm[]): TermFinder {
  const idByForm = new Map(terms.flatMap(({ id, forms }) => forms.map((form) => [form, id] as const)));
  if (idByForm.size === 0) return (text) => [{ text }];
  const pattern = patternOf([...idByForm.keys()]);
  return (text) => {
    const told = new Set<GlossaryId>();
    const parts: TextPart[] = [];
    let end = 0;
    for (const match of text.matchAll(pattern)) {
      const termId = idByForm.get(match[0]);
      if (termId === undefined || told.has(termId)) continue;
      told.add(termId);
      if (match.index > end) parts.push({ text: text.slice(end, match.index) });
      parts.push({ text: match[0], termId });
      end = match.index + match[0].length;
    }
    return end < text.length ? [...parts, { text: text.slice(end) }] : parts;
  };
}

/** Makes a pattern that matches whole words only, and the longest of several forms. */
function patternOf(forms: string[]): RegExp {
  const longestFirst = forms
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}
