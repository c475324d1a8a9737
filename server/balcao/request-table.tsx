/** @jsxImportSource hono/jsx */
import type { CitizenRequest, Message } from '../../contract/types.ts';
import { descriptionBefore } from '../../domain/description-before.ts';
import type { Calendar } from '../../domain/working-days.ts';
import { firstWords } from '../../shared/first-words.ts';
import type { ListedRequest } from '../office/office-list.ts';
import type { ListPlace } from './list-address.ts';
import { requestPath } from './paths.ts';
import { isLate, listDueWords, SHORT_KIND_WORDS, subjectWords } from './words.ts';

/** More graphemes than a row has room for. */
const SHOWN_GRAPHEMES = 120;

interface RequestTableProps {
  place: ListPlace;
  listed: readonly ListedRequest[];
  days: Calendar;
}

/** The roles are named again: on a narrow screen each row is laid out as a card, and some browsers then see no table. */
const ROLES = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const;

const COLUMNS = ['Prazo', 'Pedido', 'Requerente', 'Tema', 'Tipo e sinais', 'Com quem'];

export function RequestTable({ place, listed, days }: RequestTableProps) {
  return (
    <table class="requests" {...ROLES.table}>
      <caption class="unseen">Pedidos, com o prazo, o requerente e o tema de cada um</caption>
      <thead {...ROLES.rowgroup}>
        <tr {...ROLES.row}>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" {...ROLES.columnheader}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...ROLES.rowgroup}>
        {listed.map((each) => (
          <Row key={each.request.reference} {...each} place={place} days={days} />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  citizenName,
  request,
  assigneeName,
  last,
  place,
  days,
}: ListedRequest & { place: ListPlace; days: Calendar }) {
  return (
    <tr {...ROLES.row}>
      <td {...ROLES.cell} class={isLate(request, days) ? 'due overdue' : 'due'}>
        {listDueWords(request, days)}
      </td>
      <td {...ROLES.cell} class="what">
        <a href={requestPath(request.reference, place)}>{request.reference}</a>
        <span class="first-words">
          {firstWords(descriptionBefore(request.description, last ? [last] : []), SHOWN_GRAPHEMES)}
        </span>
      </td>
      <td {...ROLES.cell}>
        <span class="two-lines">{citizenName}</span>
      </td>
      <td {...ROLES.cell}>
        <span class="two-lines">{subjectWords(request)}</span>
      </td>
      <td {...ROLES.cell} class="signs">
        <span class={request.kind === 'complaint' ? 'sign complaint' : ''}>
          {SHORT_KIND_WORDS[request.kind]}
        </span>
        {signsOf(request, last).map((sign) => (
          <span key={sign} class="sign">
            {sign}
          </span>
        ))}
      </td>
      <td {...ROLES.cell} class={assigneeName === null ? 'nobody' : ''}>
        <span class="two-lines">{assigneeName ?? '–'}</span>
      </td>
    </tr>
  );
}

function signsOf({ attachments }: CitizenRequest, last: Message | null): string[] {
  const files = attachments.length + (last?.author === 'citizen' ? last.attachments.length : 0);
  return [
    ...(last?.author === 'citizen' ? ['Mensagem nova'] : []),
    ...(files === 0 ? [] : [files === 1 ? '1 ficheiro' : `${files}\u00a0ficheiros`]),
  ];
}
