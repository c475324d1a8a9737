import { describe, expect, it } from 'vitest';
import { createRoom } from './room.ts';

describe('Room', () => {
  it('is so much for each and so much for all, and what is given back twice is given back once', () => {
    const room = createRoom({ each: 4, all: 6 });
    const maria = room.take('maria', 4);
    expect(room.take('maria', 1)).toBeNull();
    expect(room.take('joão', 3)).toBeNull();
    const joao = room.take('joão', 2);
    expect(room.take('ana', 1)).toBeNull();
    maria?.();
    maria?.();
    expect(room.take('ana', 4)).not.toBeNull();
    expect(room.take('ana', 1)).toBeNull();
    joao?.();
    expect(room.take('maria', 2)).not.toBeNull();
  });
});
