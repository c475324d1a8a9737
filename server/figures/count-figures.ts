import { sql } from 'kysely';
import { isWorkingDay } from '../../domain/add-working-days.ts';
import { addDays, lisbonDate, weekday } from '../../domain/lisbon-date.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/schema.ts';
import { WAITING } from '../office/waiting.ts';
import { nameSubjects } from './name-subjects.ts';

/** A quarter of a year, the running week included. */
const WEEKS = 13;
const WEEK_DAYS = 7;

interface WorkingDayNumbers {
  days: string[];
  numbers: number[];
}

interface Period {
  /** The Monday of the period's first week. */
  from: string;
  today: string;
  numbered: WorkingDayNumbers;
  /** The ids of the subjects that are counted apart: any citizen can send another. */
  subjects: string[];
}

/**
 * Counts the figures that supervisors read: the requests of the last weeks and what became of them, and all that wait, whenever they were received.
 * Everything is counted anew each time, so that whatever once went wrong is right an hour later.
 */
export async function countFigures({ db, clocks, limits, topics }: Context): Promise<void> {
  const at = clocks.officeNow();
  const today = lisbonDate(at);
  const from = addDays(mondayOf(today), -WEEK_DAYS * (WEEKS - 1));
  const numbered = numberWorkingDays(from, today, limits.extraHolidays);
  const subjects = [...nameSubjects(topics).keys()];
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('officeFigures').execute();
    await keepCounted(tx, { from, today, numbered, subjects });
    await tx
      .insertInto('officeFiguresCounted')
      .values({ at, receivedFrom: from })
      .onConflict((conflict) => conflict.column('one').doUpdateSet({ at, receivedFrom: from }))
      .execute();
  });
}

function mondayOf(day: string): string {
  return addDays(day, -((weekday(day) + WEEK_DAYS - 1) % WEEK_DAYS));
}

/**
 * Numbers the days from one to another, so that the difference between two numbers is the count of working days between them. A database, which knows
 * no holidays, counts with it.
 */
export function numberWorkingDays(
  from: string,
  to: string,
  extraHolidays: readonly string[],
): WorkingDayNumbers {
  const days: string[] = [];
  const numbers: number[] = [];
  let number = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, extraHolidays)) number += 1;
    days.push(day);
    numbers.push(number);
  }
  return { days, numbers };
}

/** The facts of a request that are counted. Only the first answer counts, as a citizen may ask again about it. */
const FACTS = sql`
  select
    received_on,
    received_on >= first_day as is_received,
    case when received_on >= first_day then date_trunc('week', received_on)::date end as week,
    topic,
    coalesce(held_by, request #>> '{office,name}') as service,
    kind,
    is_waiting,
    is_waiting and due_on < today as is_overdue,
    case when received_on >= first_day then (request #>> '{rating,helpful}')::boolean end as helpful,
    (select min(entry ->> 'at')::timestamptz from json_array_elements(request -> 'history') as entry
      where entry ->> 'state' = 'answered') as answered_at`;

async function keepCounted(tx: Tx, { from, today, numbered, subjects }: Period): Promise<void> {
  await sql`
    with period as (select ${from}::date as first_day, ${today}::date as today),
    working_days as (select * from unnest(${numbered.days}::date[], ${numbered.numbers}::int[]) as numbered (day, number)),
    requests_now as materialized (
      select first_day, today, due_on, services.name as held_by, (received_at at time zone 'Europe/Lisbon')::date as received_on,
        state in (${sql.join(WAITING)}) as is_waiting, kind, without_zeros(request) as request
      from period, requests
        left join services on services.id = coalesce(nullif(requests.service, ''), (select id from services where is_first))
      where received_at >= (${from}::timestamp at time zone 'Europe/Lisbon') or state in (${sql.join(WAITING)})
    ),
    facts as (
      ${FACTS} from requests_now,
        lateral (
          select case when id = any (${subjects}::text[]) then id when id is not null then 'notInTree' end as topic
          -- An id of half an emoji alone is empty once the database has it.
          from (select nullif(request #>> '{topic,subject,id}', '') as id) as sent
        ) as chosen
    ),
    counted as (
      select facts.*, answer.number - reception.number as days
      from facts
      left join working_days as reception on reception.day = received_on
      left join working_days as answer on answer.day = (answered_at at time zone 'Europe/Lisbon')::date
    )
    insert into office_figures
      (counted_by, week, topic, service, kind, received, answered, waiting, overdue, half_within, most_within, rated, helpful)
    select
      case grouping(week, topic, service, kind) when 15 then 'all' when 7 then 'week' when 11 then 'topic' when 13 then 'service' when 14 then 'kind'
        else 'cell' end,
      week, topic, service, kind,
      count(*) filter (where is_received),
      count(days),
      count(*) filter (where is_waiting),
      count(*) filter (where is_overdue),
      percentile_disc(0.5) within group (order by days),
      percentile_disc(0.9) within group (order by days),
      count(helpful),
      count(*) filter (where helpful)
    from counted
    group by grouping sets ((), (week), (topic), (service), (kind), (week, topic, service))
    order by week, topic, service, kind`.execute(tx);
}
