import { sql } from 'kysely';
import type { Context } from '../../server/context.ts';

const SYLLABLES = ['ba', 'ce', 'di', 'fo', 'gu', 'la', 'me', 'ni', 'po', 'ru', 'ta', 've', 'xi', 'zo'];
export const WORDS =
  'recebi uma nota de cobrança do mês de outubro e não percebo a que período se refere o pagamento da prestação abono pensão subsídio doença baixa declaração situação contributiva morada conta bancária valor decisão indeferimento resposta documento comprovativo filho mãe reforma'.split(
    ' ',
  );

/** With 300 000 requests, each of these words is in about a hundred of them. */
export const RARE_WORDS = combine(combine(SYLLABLES, SYLLABLES), SYLLABLES);

function combine(some: readonly string[], others: readonly string[]): string[] {
  return some.flatMap((one) => others.map((other) => one + other));
}

/** Writes the search words of all requests in the server's form with one statement; request by request it would take hours. */
export async function seedWords({ db }: Context): Promise<void> {
  const folded = (text: string) => sql`translate(lower(${sql.raw(text)}), 'áâãàçéêíóôõú', 'aaaaceeiooou')`;
  await sql`insert into office_words (citizen_id, request_id, received_at, words)
    select requests.citizen_id, requests.id, received_at, setweight(to_tsvector('simple', ${folded('name')}), 'A')
      || to_tsvector('portuguese', ${folded(`name || ' ' || (request ->> 'description') || ' ' || coalesce(message ->> 'body', '')`)})
    from requests join citizens on citizens.id = requests.citizen_id
      left join messages on messages.citizen_id = requests.citizen_id and messages.request_id = requests.id`.execute(
    db,
  );
}
