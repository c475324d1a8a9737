/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import type { OfficeCountedBy, OfficeFigures, OfficeFiguresRow } from '../../contract/office-types.ts';
import { formatDateTime, formatDay } from '../../shared/format-date.ts';
import type { Env } from '../caller.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import { writeFiguresCsv } from '../figures/figures-csv.ts';
import { OF_ONE_THING, readFigures } from '../figures/read-figures.ts';
import { html, NotFoundPage } from './answers.tsx';
import { FIGURES_PATH, FiguresTable } from './figures-table.tsx';
import { keyOf } from './list-address.ts';
import { Page } from './page.tsx';
import { requireSupervisor } from './require-clerk.tsx';
import { KIND_WORDS, LOCALE } from './words.ts';

/** The name of each CSV file, without its ending, by what the file counts by. */
const FILE_NAMES = {
  week: 'por-semana',
  kind: 'por-tipo',
  service: 'por-servico',
  topic: 'por-tema',
  cell: 'por-semana-tema-e-servico',
} as const satisfies Partial<Record<OfficeCountedBy, string>>;

export function figuresRoutes(routes: Hono<Env>, context: Context): void {
  routes.get('/numeros', async (call) => {
    const clerk = await requireSupervisor(context, call);
    return html(<FiguresPage clerk={clerk} figures={await readFigures(context, OF_ONE_THING)} />);
  });

  routes.get('/numeros/:file', async (call) => {
    const clerk = await requireSupervisor(context, call);
    const file = call.req.param('file');
    const countedBy = keyOf(FILE_NAMES, /^(.+)\.csv$/.exec(file)?.[1] ?? null);
    if (!countedBy) return html(<NotFoundPage clerk={clerk} />, 404);
    const { rows } = await readFigures(context, [countedBy]);
    return call.body(writeFiguresCsv(countedBy, rows), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${file}"`,
    });
  });
}

interface FiguresPageProps {
  clerk: Clerk;
  figures: OfficeFigures;
}

function FiguresPage({ clerk, figures }: FiguresPageProps) {
  const { countedAt, receivedFrom, rows } = figures;
  return (
    <Page title="Números" clerk={clerk} at={FIGURES_PATH}>
      <h1>Números</h1>
      {countedAt === null || receivedFrom === null ? (
        <p>Ainda não há números: os primeiros são contados dentro de minutos.</p>
      ) : (
        <Counted countedAt={countedAt} receivedFrom={receivedFrom} rows={rows} />
      )}
    </Page>
  );
}

interface CountedProps {
  countedAt: string;
  receivedFrom: string;
  rows: readonly OfficeFiguresRow[];
}

function Counted({ countedAt, receivedFrom, rows }: CountedProps) {
  const of = (countedBy: OfficeCountedBy) => rows.filter((row) => row.countedBy === countedBy);
  const [sum] = of('all');
  const since = formatDay(receivedFrom, LOCALE);
  return (
    <>
      <p>
        {`Contados a ${formatDateTime(countedAt, LOCALE)}, e de novo a cada hora. Nenhum diz de quem são os pedidos.`}
      </p>
      <ul>
        <li>{`Recebidos, respondidos e avaliações: dos pedidos que chegaram desde ${since}, cada um na semana em que chegou.`}</li>
        <li>Por responder e fora do prazo: de todos, seja quando for que chegaram.</li>
        <li>
          Dias úteis: nos pedidos que já têm resposta, da receção à primeira, contando aqueles em que se
          esperou pelo requerente.
        </li>
      </ul>
      {sum && <Sum row={sum} />}
      <FiguresTable
        caption="Por semana"
        firstColumn="Semana de"
        file={FILE_NAMES.week}
        rows={of('week').toReversed()}
        nameOf={({ week }) => (week === null ? `Antes de ${since}` : formatDay(week, LOCALE))}
      />
      <FiguresTable
        caption="Por tipo"
        firstColumn="Tipo"
        file={FILE_NAMES.kind}
        rows={byReceived(of('kind'))}
        nameOf={({ kind }) => (kind === null ? '' : KIND_WORDS[kind])}
      />
      <FiguresTable
        caption="Por serviço"
        firstColumn="Serviço que tem o pedido"
        file={FILE_NAMES.service}
        rows={byReceived(of('service'))}
        nameOf={({ service }) => service ?? ''}
      />
      <FiguresTable
        caption="Por tema"
        firstColumn="Tema"
        file={FILE_NAMES.topic}
        rows={byReceived(of('topic'))}
        nameOf={({ topic }) => topic?.label ?? 'Tema por definir'}
      />
      <p class="way">
        <a href={`${FIGURES_PATH}/${FILE_NAMES.cell}.csv`}>
          Descarregar por semana, tema e serviço ao mesmo tempo (CSV)
        </a>
      </p>
    </>
  );
}

function byReceived(rows: readonly OfficeFiguresRow[]): OfficeFiguresRow[] {
  return rows.toSorted((a, b) => b.received - a.received);
}

function Sum({ row }: { row: OfficeFiguresRow }) {
  const { received, answered, waiting, overdue, halfWithin, mostWithin, rated, helpful } = row;
  return (
    <dl class="facts block">
      <dt>Recebidos</dt>
      <dd>{received}</dd>
      <dt>Respondidos</dt>
      <dd>{answered}</dd>
      <dt>Por responder</dt>
      <dd>{waiting}</dd>
      <dt>Fora do prazo</dt>
      <dd>{overdue}</dd>
      <dt>Até à primeira resposta</dt>
      <dd>
        {halfWithin === null || mostWithin === null
          ? 'Ainda não houve respostas'
          : `${daysWords(halfWithin)} ou menos em metade dos respondidos, ${daysWords(mostWithin)} ou menos em 9 de cada 10`}
      </dd>
      <dt>Avaliações</dt>
      <dd>{rated === 0 ? 'Nenhuma' : `${rated}; em ${helpful} a resposta ajudou`}</dd>
    </dl>
  );
}

function daysWords(days: number): string {
  return days === 1 ? '1 dia útil' : `${days} dias úteis`;
}
