import { sql } from 'kysely';
import type { Db } from '../../server/db/schema.ts';

const SYLLABLES = ['ba', 'ce', 'di', 'fo', 'gu', 'la', 'me', 'ni', 'po', 'ru', 'ta', 've', 'xi', 'zo'];

/** With 300 000 requests, each of these words is in about a hundred of them. */
export const RARE_WORDS = SYLLABLES.flatMap((first) =>
  SYLLABLES.flatMap((second) => SYLLABLES.map((third) => first + second + third)),
);

/** Writes the search words of all requests in the server's form with one statement; request by request it would take hours. */
export async function seedWords(db: Db): Promise<void> {
  const folded = (text: string) => sql`translate(lower(${sql.raw(text)}), 'áâãàçéêíóôõú', 'aaaaceeiooou')`;
  const words = `name || ' ' || (request ->> 'description') || ' ' || coalesce(message ->> 'body', '')`;
  await sql`insert into office_words (citizen_id, request_id, received_at, words)
    select requests.citizen_id, requests.id, received_at,
      setweight(to_tsvector('simple', ${folded('name')}), 'A') || to_tsvector('portuguese', ${folded(words)})
    from requests join citizens on citizens.id = requests.citizen_id
      left join messages on messages.citizen_id = requests.citizen_id and messages.request_id = requests.id`.execute(
    db,
  );
}
