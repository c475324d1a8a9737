import { findCitizen } from '../citizens.ts';
import type { Context } from '../context.ts';
import type { Db } from '../db/schema.ts';
import { newsMail } from '../mail/texts.ts';
import { findOwnRequest } from '../requests/request-rows.ts';
import { isWorthTelling } from './is-worth-telling.ts';
import type { ToldNews } from './news.ts';

/** A citizen who refuses mails meanwhile is not told. A mail that went out just before the process ended may go out again. */
export async function tellNews(context: Context, told: ToldNews): Promise<void> {
  const { db, clocks, seal, sendMail, site } = context;
  const { citizenId, requestId, news } = told;
  const citizen = await findCitizen(db, citizenId);
  const request = (await findOwnRequest(db, citizenId, requestId))?.request;
  if (!citizen) return;
  const { emailSealed, wantsNews, language } = citizen;
  if (!sendMail || !emailSealed || !wantsNews || !request) return;
  if ((await wasSent(db, told)) || !(await isWorthTelling(context, request, told))) return;
  const settings = `${site}/definicoes`;
  const values = { reference: request.reference, request: `${site}/pedidos/${requestId}`, settings };
  await sendMail({
    to: seal.open(emailSealed, citizenId),
    ...newsMail(language, news, values),
    unsubscribeUrl: settings,
  });
  await db
    .updateTable('toldNews')
    .set({ sentAt: clocks.now() })
    .where((row) => row.and(told))
    .execute();
}

async function wasSent(db: Db, told: ToldNews): Promise<boolean> {
  const { sentAt } = await db
    .selectFrom('toldNews')
    .select('sentAt')
    .where((row) => row.and(told))
    .executeTakeFirstOrThrow();
  return sentAt !== null;
}
