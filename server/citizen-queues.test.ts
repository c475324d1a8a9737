import { describe, expect, it } from 'vitest';
import { createLines } from './lines.ts';
import { gate } from './testing/gate.ts';

describe('What is asked for one citizen', () => {
  it('is done so many at once, in the order in which it came, while others are done beside it', async () => {
    const lines = createLines({ atOnce: 2, waitsMs: null });
    const done: string[] = [];
    const held = [gate(), gate()];
    const holding = held.map((each) => lines.take('maria', each.pass));
    const waiting = ['third', 'fourth'].map((name) => lines.take('maria', async () => void done.push(name)));
    await Promise.all(held.map(({ reached }) => reached));
    await lines.take('joão', async () => void done.push('João’s'));
    expect(done).toEqual(['João’s']);
    held[0]?.open();
    await Promise.all(waiting);
    expect(done).toEqual(['João’s', 'third', 'fourth']);
    held[1]?.open();
    await Promise.all(holding);
  });

  it('and has waited for too long is refused, and nothing of it was done; what comes later is', async () => {
    const lines = createLines({ atOnce: 1, waitsMs: 5 });
    const { reached, open, pass } = gate();
    const held = lines.take('maria', pass);
    await reached;
    const late = lines.take('maria', () => Promise.reject(new Error('It was done')));
    await expect(late).rejects.toMatchObject({ status: 429 });
    open();
    await held;
    expect(await lines.take('maria', async () => 'done')).toBe('done');
  });

  it('and fails leaves its place to the next', async () => {
    const lines = createLines({ atOnce: 1, waitsMs: null });
    const failed = lines.take('maria', () => Promise.reject(new Error('Failed')));
    const next = lines.take('maria', async () => 'next');
    await expect(failed).rejects.toThrow('Failed');
    expect(await next).toBe('next');
  });
});
