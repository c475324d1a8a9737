import { type RawBuilder, sql } from 'kysely';
import { lisbonDate } from '../../domain/lisbon-date.ts';
import type { Context } from '../context.ts';
import type { Db } from '../db/schema.ts';
import type { Mail, SendMail } from '../mail/mailer.ts';
import { placeNews } from '../office/read-news.ts';
import { WAITING } from '../office/waiting.ts';
import { isWithin, type Reach, readerOfClerk } from '../services/reach.ts';
import type { NoticeRow } from './clerk-notices.ts';
import type { Clerk } from './clerks.ts';

const HOUR_MS = 3_600_000;
/** How many mails are sent at once. Each waits ten seconds for a mail server that is away, and the job has minutes for all clerks. */
const AT_ONCE = 20;

/** The numbers of requests that a mail tells a clerk. */
interface NoticeCounts {
  /** New requests in which it is still the office's turn. */
  fresh: number;
  /** Other requests about which their citizen has said something more. */
  moved: number;
  /** Requests that have become overdue. */
  newlyOverdue: number;
  /** All requests that are overdue, newly or not. */
  overdue: number;
}

/** How far a clerk has been told. */
interface ToldUpTo {
  toldPlace: number;
  toldDay: string;
}

/**
 * Tells the clerks who want it of requests that are new or have become overdue since they were last told. Each gets at most one mail an hour, also
 * where a mail fails.
 */
export async function tellClerks(context: Context): Promise<void> {
  const { db, clocks, sendMail } = context;
  if (!sendMail) return;
  const due = await db
    .selectFrom('clerkNotices')
    .innerJoin('clerks', 'clerks.userName', 'clerkNotices.userName')
    .selectAll('clerkNotices')
    .select('clerks.isSupervisor')
    .where('triedAt', '<=', clocks.now() - HOUR_MS)
    .execute();
  if (due.length === 0) return;
  const { lastPlace: toldPlace } = await placeNews(db);
  const told = { toldPlace, toldDay: lisbonDate(clocks.officeNow()) };
  const failures: unknown[] = [];
  while (due.length > 0) {
    const ends = await Promise.allSettled(
      due.splice(0, AT_ONCE).map((notice) => tellClerk(context, sendMail, notice, told)),
    );
    failures.push(...ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : [])));
  }
  // Clerks whose mail failed are told of the same requests an hour later, with what has come by then.
  if (failures.length > 0) throw failures[0];
}

async function tellClerk(
  { db, clocks, seal, site }: Context,
  sendMail: SendMail,
  notice: NoticeRow & Pick<Clerk, 'isSupervisor'>,
  told: ToldUpTo,
): Promise<void> {
  const { userName, emailSealed, wantsNew, wantsOverdue } = notice;
  const { reach } = await readerOfClerk(db, notice);
  const counts = {
    ...(wantsNew ? await countNews(db, reach, notice, told) : { fresh: 0, moved: 0 }),
    ...(wantsOverdue ? await countOverdue(db, reach, notice, told) : { newlyOverdue: 0, overdue: 0 }),
  };
  const row = db.updateTable('clerkNotices').where('userName', '=', userName);
  if (counts.fresh + counts.moved + counts.newlyOverdue > 0) {
    // This is noted before the mail is sent: a process that ends in between sends no second one within the hour.
    await row.set({ triedAt: clocks.now() }).execute();
    const settings = `${site}/balcao/avisos`;
    await sendMail({
      to: seal.open(emailSealed, userName),
      ...noticeMail(counts, { balcao: `${site}/balcao`, settings }),
      unsubscribeUrl: settings,
    });
  }
  await row.set(told).execute();
}

/** The mail has only numbers and the way to Balcão: mails are read on locked screens, and by programs on their way. */
function noticeMail(
  { fresh, moved, newlyOverdue, overdue }: NoticeCounts,
  { balcao, settings }: { balcao: string; settings: string },
): Pick<Mail, 'subject' | 'text'> {
  const news = [
    fresh > 0 && countWords(fresh, '1 pedido novo', 'pedidos novos'),
    moved > 0 &&
      countWords(moved, '1 pedido com novidades do requerente', 'pedidos com novidades dos requerentes'),
    newlyOverdue > 0 &&
      `${countWords(newlyOverdue, '1 pedido que ficou fora do prazo', 'pedidos que ficaram fora do prazo')} (ao todo, ${overdue})`,
  ].filter((line) => line !== false);
  const text = [
    'Desde o último aviso, há no Balcão do e-Clic:',
    news.map((line) => `– ${line}`).join('\n'),
    `Abrir o Balcão: ${balcao}`,
    `Recebe estes avisos, no máximo um por hora, porque os pediu. Para os mudar ou deixar de receber: ${settings}`,
  ];
  return { subject: 'Novidades no Balcão do e-Clic', text: text.join('\n\n') };
}

function countWords(count: number, one: string, many: string): string {
  return count === 1 ? one : `${count} ${many}`;
}

/** A request is new to its service when it is submitted or forwarded to it. */
const NEW_HERE = ['submitted', 'forwarded'] as const;

/** Selects, among requests within reach, those that were forwarded to one of the services. A request that went outside bears the name of no service. */
function isForwardedTo(reach: Reach): RawBuilder<boolean> {
  if (reach === null) return sql<boolean>`false`;
  return sql<boolean>`exists (select from services where (services.id = requests.service or (services.is_first and requests.service = ''))
    and services.name = without_zeros(requests.request) -> 'office' ->> 'name')`;
}

/** Counts requests with news that the clerk may see and in which it is still the office's turn. */
async function countNews(
  db: Db,
  reach: Reach,
  { toldPlace }: ToldUpTo,
  upTo: ToldUpTo,
): Promise<Pick<NoticeCounts, 'fresh' | 'moved'>> {
  const moved = db
    .selectFrom('officeNews')
    .innerJoin('requests', (join) =>
      join
        .onRef('requests.citizenId', '=', 'officeNews.citizenId')
        .onRef('requests.id', '=', 'officeNews.requestId'),
    )
    .select(({ fn, eb }) => fn.agg<boolean>('bool_or', [eb('what', 'in', NEW_HERE)]).as('isFresh'))
    .where('place', '>', toldPlace)
    .where('place', '<=', upTo.toldPlace)
    .where(({ eb, or, and }) =>
      or([
        eb('what', 'in', ['submitted', 'replied', 'corrected']),
        and([eb('what', '=', 'forwarded'), isForwardedTo(reach)]),
      ]),
    )
    .where('requests.state', 'in', WAITING)
    .where(isWithin(reach))
    .groupBy(['officeNews.citizenId', 'officeNews.requestId']);
  return db
    .selectFrom(moved.as('moved'))
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere('isFresh', '=', true).as('fresh'),
      fn.countAll<number>().filterWhere('isFresh', '=', false).as('moved'),
    ])
    .executeTakeFirstOrThrow();
}

async function countOverdue(
  db: Db,
  reach: Reach,
  { toldDay }: ToldUpTo,
  upTo: ToldUpTo,
): Promise<Pick<NoticeCounts, 'newlyOverdue' | 'overdue'>> {
  return db
    .selectFrom('requests')
    .select(({ fn }) => [
      fn.countAll<number>().as('overdue'),
      fn.countAll<number>().filterWhere('dueOn', '>=', toldDay).as('newlyOverdue'),
    ])
    .where('state', 'in', WAITING)
    .where(isWithin(reach))
    .where('dueOn', '<', upTo.toldDay)
    .executeTakeFirstOrThrow();
}
