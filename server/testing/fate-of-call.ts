/** `lost`: the call never arrives. `unanswered`: it arrives, but its answer does not. */
type Fate = 'refused' | 'lost' | 'unanswered' | 'answered';

/** Of ten calls through a faulty proxy six fail: two in each way. */
export function drawFate(): Fate {
  const luck = Math.random();
  if (luck < 0.2) return 'refused';
  if (luck < 0.4) return 'lost';
  return luck < 0.6 ? 'unanswered' : 'answered';
}
