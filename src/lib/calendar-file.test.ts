import { expect, test } from 'vitest';
import { writeCalendarDay } from './calendar-file.ts';

const STAMPED_AT = new Date('2026-11-25T12:00:00.000Z');

function write(changes: Partial<Parameters<typeof writeCalendarDay>[0]> = {}): string {
  return writeCalendarDay({
    uid: 'prazo-1@e-clic',
    day: '2026-12-31',
    summary: 'Prazo da resposta ao pedido EC-2026-0000124',
    stampedAt: STAMPED_AT,
    ...changes,
  });
}

function unfold(file: string): string[] {
  return file.replaceAll('\r\n ', '').split('\r\n');
}

test('a day of a calendar is all of that day and ends where the next year begins', () => {
  expect(unfold(write())).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//e-Clic//e-Clic//PT',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    'UID:prazo-1@e-clic',
    'DTSTAMP:20261125T120000Z',
    'SEQUENCE:29926800',
    'DTSTART;VALUE=DATE:20261231',
    'DTEND;VALUE=DATE:20270101',
    'SUMMARY:Prazo da resposta ao pedido EC-2026-0000124',
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('no line is longer than 75 bytes, no letter is cut, and unfolding gives the words back', () => {
  const summary = `${'ã'.repeat(100)}${'👨‍👩‍👧'.repeat(20)}`;
  const file = write({ summary });
  for (const line of file.split('\r\n')) {
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/\p{Cs}/u);
  }
  expect(unfold(file)).toContain(`SUMMARY:${summary}`);
});

test('what means something in a calendar file is escaped, and a line break makes no second line', () => {
  const file = write({ summary: 'a;b,c\\d\r\nBEGIN:VALARM\u0007' });
  expect(unfold(file)).toContain('SUMMARY:a\\;b\\,c\\\\d\\nBEGIN:VALARM');
});
