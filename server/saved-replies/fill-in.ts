import type { CitizenRequest } from '../../contract/types.ts';
import { formatDay } from '../../shared/format-date.ts';

/** What may stand in a saved reply, as it is typed. */
export const PLACEHOLDERS = ['{nome}', '{referência}', '{prazo}', '{tema}'] as const;

type Placeholder = (typeof PLACEHOLDERS)[number];

export interface Facts {
  citizenName: string;
  request: Pick<CitizenRequest, 'reference' | 'dueOn' | 'topic'>;
}

/** Once over the text: what a citizen is called is put in as it is, whatever it looks like. */
export function fillIn(text: string, facts: Facts): string {
  const values = valuesOf(facts);
  return text.replace(/\{(nome|refer[êe]ncia|prazo|tema)\}/gi, (typed) => {
    const name = typed.toLowerCase().replace('referencia', 'referência');
    return values[name as Placeholder];
  });
}

function valuesOf({ citizenName, request: { reference, dueOn, topic } }: Facts): Record<Placeholder, string> {
  return {
    '{nome}': citizenName,
    '{referência}': reference,
    '{prazo}': formatDay(dueOn, 'pt-PT'),
    '{tema}': topic.status === 'unknown' ? 'o seu assunto' : `«${topic.subject.label}»`,
  };
}
