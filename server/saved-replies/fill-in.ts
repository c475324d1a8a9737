import type { CitizenRequest } from '../../contract/types.ts';
import { formatDay } from '../../shared/format-date.ts';
import { NOT_LISTED } from '../topics/published-topics.ts';

/** The placeholders of a saved reply, as they are typed. */
export const PLACEHOLDERS = ['{nome}', '{referência}', '{prazo}', '{tema}'] as const;

type Placeholder = (typeof PLACEHOLDERS)[number];

export interface Facts {
  citizenName: string;
  request: Pick<CitizenRequest, 'reference' | 'dueOn' | 'topic'>;
}

/** Replaces the placeholders in one pass, so that a citizen's name is put in as it is, even if it looks like a placeholder. */
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
    '{tema}': nameOf(topic),
  };
}

/** No answer quotes the words that only Balcão's pages have for a topic. */
function nameOf(topic: CitizenRequest['topic']): string {
  const isNamed = topic.status === 'known' && topic.subject.label !== NOT_LISTED;
  return isNamed ? `«${topic.subject.label}»` : 'o seu assunto';
}
