import { describe, expect, it } from 'vitest';
import { createCitizenQueues } from './citizen-queues.ts';
import { gate } from './testing/gate.ts';

describe('What is asked for one citizen', () => {
  it('is done so many at once, in the order in which it came, while others are done beside it', async () => {
    const queues = createCitizenQueues({ atOnce: 2, waitsMs: null });
    const done: string[] = [];
    const held = [gate(), gate()];
    const holding = held.map((each) => queues.take('maria', each.pass));
    const waiting = ['third', 'fourth'].map((name) => queues.take('maria', async () => void done.push(name)));
    await Promise.all(held.map(({ reached }) => reached));
    await queues.take('joão', async () => void done.push('João’s'));
    expect(done).toEqual(['João’s']);
    held[0]?.open();
    await Promise.all(waiting);
    expect(done).toEqual(['João’s', 'third', 'fourth']);
    held[1]?.open();
    await Promise.all(holding);
  });

  it('and has waited for too long is refused, and nothing of it was done; what comes later is', async () => {
    const queues = createCitizenQueues({ atOnce: 1, waitsMs: 5 });
    const { reached, open, pass } = gate();
    const held = queues.take('maria', pass);
    await reached;
    const late = queues.take('maria', () => Promise.reject(new Error('It was done')));
    await expect(late).rejects.toMatchObject({ status: 429 });
    open();
    await held;
    expect(await queues.take('maria', async () => 'done')).toBe('done');
  });

  it('and fails leaves its place to the next', async () => {
    const queues = createCitizenQueues({ atOnce: 1, waitsMs: null });
    const failed = queues.take('maria', () => Promise.reject(new Error('Failed')));
    const next = queues.take('maria', async () => 'next');
    await expect(failed).rejects.toThrow('Failed');
    expect(await next).toBe('next');
  });
});
