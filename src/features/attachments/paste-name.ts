import { lisbonDate } from '../../domain/lisbon-date.ts';
import { formatTime } from '../../lib/format-date.ts';

/** What browsers call a picture that has no name of its own. */
const NAMELESS = /^(image\.(\w+))?$/i;

/** *imagem-2026-11-25-10-31.png*, when a screenshot has no name of its own. The word is the citizen's. */
export function namePasted(file: File, word: string, now: Date): File {
  const match = NAMELESS.exec(file.name);
  if (!match) return file;
  const time = formatTime(now.toISOString(), 'en').replace(':', '-');
  const ending = match[2] ?? file.type.slice(file.type.indexOf('/') + 1);
  return new File([file], `${word}-${lisbonDate(now)}-${time}.${ending || 'png'}`, { type: file.type });
}
