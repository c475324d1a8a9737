import type { DemoFaults } from '../../api/demo-calls.ts';
import { readWholeNumber } from './whole-number.ts';

export type FaultField = 'latencyMs' | 'errorRate' | 'dropRate' | 'lostAnswerRate';
export type FaultTexts = Record<FaultField, string>;

const MOST_LATENCY_MS = 60_000;

/** Rates as percentages, which is how people say them. */
export function faultTexts(faults: DemoFaults): FaultTexts {
  const percent = (rate: number) => String(Math.round(rate * 100));
  return {
    latencyMs: String(faults.latencyMs),
    errorRate: percent(faults.errorRate),
    dropRate: percent(faults.dropRate),
    lostAnswerRate: percent(faults.lostAnswerRate),
  };
}

/** Null when any of the texts is not a figure that makes sense. */
export function readFaults(texts: FaultTexts): Omit<DemoFaults, 'offline'> | null {
  const latencyMs = readWholeNumber(texts.latencyMs, 0, MOST_LATENCY_MS);
  const errorRate = readRate(texts.errorRate);
  const dropRate = readRate(texts.dropRate);
  const lostAnswerRate = readRate(texts.lostAnswerRate);
  if (latencyMs === null || errorRate === null || dropRate === null || lostAnswerRate === null) return null;
  return { latencyMs, errorRate, dropRate, lostAnswerRate };
}

function readRate(text: string): number | null {
  const percent = readWholeNumber(text, 0, 100);
  return percent === null ? null : percent / 100;
}
