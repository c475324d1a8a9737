import { describe, expect, it } from 'vitest';
import { dueOn } from './deadlines.ts';
import { DEFAULT_LIMITS } from './limits.ts';

describe('dueOn', () => {
  it.each([
    ['2026-03-30', '2026-04-14', '2026-04-21'],
    ['2026-04-20', '2026-05-05', '2026-05-12'],
    ['2026-06-01', '2026-06-17', '2026-06-24'],
    ['2026-11-24', '2026-12-10', '2026-12-17'],
    ['2026-11-27', '2026-12-15', '2026-12-22'],
    ['2026-12-18', '2027-01-05', '2027-01-12'],
  ])('what is received on %s is due on %s, a complaint on %s', (received, general, complaint) => {
    const receivedAt = `${received}T10:31:00Z`;
    expect(dueOn(receivedAt, 'information', DEFAULT_LIMITS)).toBe(general);
    expect(dueOn(receivedAt, 'clarification', DEFAULT_LIMITS)).toBe(general);
    expect(dueOn(receivedAt, 'documents', DEFAULT_LIMITS)).toBe(general);
    expect(dueOn(receivedAt, 'complaint', DEFAULT_LIMITS)).toBe(complaint);
  });

  it('counts from the day in Lisbon: a summer request of 23:30 UTC belongs to the next day', () => {
    expect(dueOn('2026-07-13T22:30:00Z', 'information', DEFAULT_LIMITS)).toBe('2026-07-27');
    expect(dueOn('2026-07-13T23:30:00Z', 'information', DEFAULT_LIMITS)).toBe('2026-07-28');
  });

  it('gives one day more when the server adds a holiday', () => {
    const limits = { ...DEFAULT_LIMITS, extraHolidays: ['2026-12-14'] };
    expect(dueOn('2026-11-27T10:31:00Z', 'information', limits)).toBe('2026-12-16');
  });
});
