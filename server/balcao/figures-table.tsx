/** @jsxImportSource hono/jsx */
import type { OfficeFiguresRow } from '../../contract/office-types.ts';
import { Measure } from './measure.tsx';

export const FIGURES_PATH = '/balcao/numeros';

interface FiguresTableProps {
  caption: string;
  firstColumn: string;
  /** The name of the table's CSV file, without its ending. */
  file: string;
  rows: readonly OfficeFiguresRow[];
  nameOf: (row: OfficeFiguresRow) => string;
}

/** On a narrow screen the table scrolls sideways inside its section, by the keyboard too. */
export function FiguresTable({ caption, firstColumn, file, rows, nameOf }: FiguresTableProps) {
  if (rows.length === 0) return null;
  const most = Math.max(1, ...rows.map(({ received }) => received));
  const id = `numeros-${file}`;
  return (
    <>
      <section class="figures" aria-labelledby={id} tabindex={0}>
        <table>
          <caption id={id}>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{firstColumn}</th>
              <th scope="col">Recebidos</th>
              <th scope="col">Respondidos</th>
              <th scope="col">Por responder</th>
              <th scope="col">Fora do prazo</th>
              <th scope="col">Metade em dias úteis</th>
              <th scope="col">9 de cada 10 em dias úteis</th>
              <th scope="col">Avaliações em que ajudou</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={nameOf(row)}>
                <th scope="row">{nameOf(row)}</th>
                <td>
                  {row.received}
                  <Measure share={row.received / most} />
                </td>
                <td>{row.answered}</td>
                <td>{row.waiting}</td>
                <td class={row.overdue > 0 ? 'overdue' : undefined}>{row.overdue}</td>
                <td>{row.halfWithin ?? '–'}</td>
                <td>{row.mostWithin ?? '–'}</td>
                <td>{row.rated === 0 ? '–' : `${row.helpful} de ${row.rated}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="way">
        <a href={`${FIGURES_PATH}/${file}.csv`}>{`Descarregar «${caption}» (CSV)`}</a>
      </p>
    </>
  );
}
