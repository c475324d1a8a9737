/** How one language foretells what the service will do, and by when. */
interface Telling {
  /** A unit of time, without its number. */
  time: string;
  most: string;
  /** Says that the service has a certain time. */
  has: RegExp;
  /** Says what the service does, as something that surely takes a certain time. */
  does: RegExp;
  /** *Some days later* at the beginning of a sentence, or *answers by* a day. */
  later: RegExp;
  /** Says that it is a rule, a law or a hope, which may turn out otherwise. */
  hedge: RegExp;
}

const TELLING: Record<string, Telling> = {
  'pt-PT': {
    time: '(dias?|semanas?|mês|meses|horas?)',
    most: 'no (prazo )?máximo',
    has: /Segurança Social tem\b/u,
    does: /\b(é emitid[oa]|respostas? (demora|chega)|avaliação demora)/iu,
    later: /^(Alguns d|D)ias depois|\b(e|serviço) responde até \{/u,
    hedge: /\b(em regra|normalmente|a lei|pode|publicad[oa])\b/iu,
  },
  en: {
    time: '(working |calendar )?(days?|weeks?|months?|hours?)',
    most: 'at most',
    has: /Segurança Social has\b/u,
    does: /\b(is issued|answer (takes|comes)|assessment takes)\b/iu,
    later: /^(A few|Some) days later|\banswers by \{/u,
    hedge: /\b(as a rule|usually|normally|the law|may|published)\b/iu,
  },
  es: {
    time: '(días?|semanas?|mes|meses|horas?)',
    most: 'como máximo',
    has: /Segurança Social tiene\b/u,
    does: /\b(se emite|respuesta (tarda|llega)|evaluación (dura|tarda))\b/iu,
    later: /^(Unos d|D)ías después|\by responde, como muy tarde, el \{/u,
    hedge: /\b(por regla general|normalmente|la ley|puede|publicado)\b/iu,
  },
  fr: {
    time: '(jours?|semaines?|mois|heures?)',
    most: 'au (plus(?! tard)|maximum)',
    has: /Segurança Social (a|dispose de)\s/u,
    does: /(est délivrée?|réponse (prend|arrive)|évaluation dure)/iu,
    later: /^Quelques jours (plus tard|après)|\bet répond au plus tard le \{/u,
    hedge: /(en général|en règle générale|normalement|la loi|peut|publié)/iu,
  },
  uk: {
    time: '(робоч\\S+ )?(день|дні|днів|дня|тиж\\S+|місяц\\S*|годин\\S*)',
    most: 'щонай(більше|пізніше)',
    has: /Segurança Social має (\d|\{\{|відповісти за)/u,
    does: /(видають|відповідь (надходить|приходить)|оцінювання триває)/iu,
    later: /^За кілька днів|^До \{.*відповість/u,
    hedge: /(зазвичай|закон|може|оприлюднен)/iu,
  },
};

const NUMBER = '(?:\\d+|\\{\\{[^}]+\\}\\})';

/** Finds sentences that foretell what the service will do and by when, which nothing here can know. Each is named with its place. */
export function findForecasts(language: string, texts: ReadonlyMap<string, string>): string[] {
  const telling = TELLING[language];
  if (!telling) throw new Error(`Nobody has said how ${language} foretells`);
  return [...texts].flatMap(([place, text]) =>
    text
      .split(/(?<=[.!?])\s+/u)
      .filter((sentence) => foretells(telling, sentence))
      .map((sentence) => `${language} promises in ${place}: «${sentence}»`),
  );
}

function foretells({ time, most, has, does, later, hedge }: Telling, sentence: string): boolean {
  if (later.test(sentence)) return true;
  if (hedge.test(sentence)) return false;
  const atMost = new RegExp(`${most}.{0,9}${NUMBER} ${time}|${NUMBER} ${time}.{0,12} ${most}`, 'iu');
  const length = new RegExp(`${time}(?!\\p{Letter})`, 'iu');
  const counted = new RegExp(`${NUMBER}\\D{0,20}`, 'u').test(sentence) && length.test(sentence);
  return atMost.test(sentence) || (counted && (has.test(sentence) || does.test(sentence)));
}
