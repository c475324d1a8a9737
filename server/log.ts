import { type DestinationStream, type Logger, pino } from 'pino';

export type Log = Pick<Logger, 'info' | 'error'>;

/** Writes one JSON line for each thing that happens to the standard output, where whoever runs containers looks for it. */
export function createLog(destination?: DestinationStream): Log {
  const options = {
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return destination ? pino(options, destination) : pino(options);
}

/**
 * Describes where an exception comes from. A database quotes in its messages what it was given, which may be somebody's words: so only the error's name, its
 * code and the stack are told.
 */
export function describeBug(error: unknown): string {
  if (!(error instanceof Error)) return 'Something was thrown that is no error';
  const { code, message, stack = '' } = error as { code?: unknown } & Error;
  const afterMessage = stack.slice(Math.max(0, stack.indexOf(message)) + message.length);
  const [, ...calls] = afterMessage.slice(afterMessage.indexOf('\n    at ')).split('\n');
  const what = typeof code === 'string' ? `${error.name} ${code}` : error.name;
  return [what, ...calls].join('\n');
}
