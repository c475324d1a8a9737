import { randomUUID } from 'node:crypto';
import { ANSWER_CHECKS } from '../../domain/topics/answer-checks.ts';
import { type AnswerId, SHORT_ANSWERS } from '../../domain/topics/short-answers.ts';
import answers from '../../locales/pt-PT/answers.json' with { type: 'json' };
import type { Db } from '../db/schema.ts';
import type { SavedReply } from './saved-replies.ts';

/** The short answers for citizens that are asked for most. Their words come from `answers.json`, their sources from `ANSWER_CHECKS`. */
const STARTERS = [
  'statusCertificate',
  'careerStatement',
  'askForNiss',
  'password',
  'signInCode',
  'iban',
  'paymentDays',
  'sickness',
  'unemploymentClaim',
  'quarterly',
  'selfEmployedRate',
  'amountDue',
  'instalments',
  'childBenefitClaim',
  'proofOfSchooling',
  'healthCard',
  'simulator',
  'afterADeath',
  'carerConditions',
  'letterToPayBack',
] as const satisfies readonly AnswerId[];

export const STARTER_REPLIES: readonly Pick<SavedReply, 'title' | 'body' | 'topic'>[] = STARTERS.map((id) => {
  const { title, text } = answers.items[id];
  const sources = ANSWER_CHECKS[id].sources.join('; ');
  return {
    title,
    topic: SHORT_ANSWERS[id].subjectIds[0] ?? null,
    body: [
      'Agradecemos o seu pedido {referência}, {nome}.',
      `Sobre {tema}, esclarecemos:`,
      ...text,
      `Fonte: ${sources}.`,
    ].join('\n\n'),
  };
});

/** Adds replies for the made-up people of the simulator, unless somebody has kept one. */
export async function addStarterReplies(db: Db): Promise<void> {
  const known = await db.selectFrom('savedReplies').select('id').limit(1).executeTakeFirst();
  if (known) return;
  const everybodys = { kind: null, owner: null, beginsAnswer: false };
  const rows = STARTER_REPLIES.map((reply) => ({ ...reply, id: randomUUID(), ...everybodys }));
  await db.insertInto('savedReplies').values(rows).execute();
}
