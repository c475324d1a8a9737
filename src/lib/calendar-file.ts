interface CalendarDay {
  /** The id of the event is the same for ever: a calendar that meets it again changes the event instead of adding one. */
  uid: string;
  day: string;
  summary: string;
  /** When the file is made. */
  stampedAt: Date;
}

/** RFC 5545 counts bytes, without the line's end. */
const MAX_LINE_BYTES = 75;
const DAY_MS = 86_400_000;

/** Writes an event of one whole day, on which nobody is busy, as a file for any calendar. */
export function writeCalendarDay({ uid, day, summary, stampedAt }: CalendarDay): string {
  const stamp = stampedAt.toISOString().replace(/[-:]|\.\d+/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//e-Clic//e-Clic//PT',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${stamp}`,
    // The sequence grows with time, so that a later file wins over an earlier one.
    `SEQUENCE:${Math.floor(stampedAt.getTime() / 60_000)}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    // The end is the first day after the event.
    `DTEND;VALUE=DATE:${compact(dayAfter(day))}`,
    `SUMMARY:${escapeText(summary)}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
}

/** Escapes what would end a value, or begin another line. */
function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

/** Goes on with a long line in the next one, after a space, and never cuts a character. */
function foldLine(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let bytes = 0;
  for (const character of line) {
    const more = encoder.encode(character).length;
    if (bytes + more > MAX_LINE_BYTES) {
      folded += '\r\n ';
      bytes = 1;
    }
    folded += character;
    bytes += more;
  }
  return folded;
}
