import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { readPng } from '../../build/png.ts';
import { resolveHeadlessShell } from '../../e2e/browser.ts';
import { type Chance, createChance } from '../../testing/paper/chance.ts';
import type { PrintedSheet } from '../../testing/paper/take-photo.ts';

export type SheetKind = 'letter' | 'form' | 'receipt' | 'card' | 'blank';

/** A printed sheet, with the words on it. */
export interface Printed extends PrintedSheet {
  kind: SheetKind;
  words: string[];
}

const CSS_DPI = 96;
const PRINT_DPI = 300;
const mm = (px: number) => (px * 25.4) / CSS_DPI;
const px = (length: number) => Math.round((length * CSS_DPI) / 25.4);

const FONTS = ['Liberation Serif', 'Liberation Sans', 'DejaVu Serif', 'DejaVu Sans'] as const;
/** Words of real sentences, without punctuation: tesseract may misread a mark on a good photo too. */
const TEXT = sentencesIn(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../locales/pt-PT/answers.json'), 'utf8')),
).flatMap((sentence) => sentence.match(/[A-Za-zÀ-ú]{2,}/g) ?? []);

function sentencesIn(texts: unknown): string[] {
  if (typeof texts === 'string') return [texts];
  return typeof texts === 'object' && texts !== null ? Object.values(texts).flatMap(sentencesIn) : [];
}

function take(chance: Chance, count: number): string[] {
  const start = Math.floor(chance.next() * (TEXT.length - count));
  return TEXT.slice(start, start + count);
}

const paragraph = (words: readonly string[]) => `<p>${words.join(' ')}</p>`;

interface Draft {
  html: string;
  words: string[];
  widthMm: number;
  heightMm: number;
}

function letter(chance: Chance, points: number): Draft {
  const paragraphs = Array.from({ length: Math.floor(chance.between(4, 8)) }, () =>
    take(chance, Math.floor(chance.between(35, 85))),
  );
  const head = take(chance, 4);
  const html = `<h1>${head.join(' ')}</h1>${paragraphs.map(paragraph).join('')}<style>body{font:${points}pt/1.35 '${chance.pick(FONTS)}';padding:20mm}h1{font-size:1.5em}p{margin:0 0 .9em;text-align:${chance.pick(['left', 'justify'])}}</style>`;
  return { html, words: [...head, ...paragraphs.flat()], widthMm: 210, heightMm: 297 };
}

function form(chance: Chance): Draft {
  const rows = Array.from({ length: 14 }, () => take(chance, Math.floor(chance.between(2, 4))));
  const head = take(chance, 5);
  const cells = rows.map((words) => `<tr><td>${words.join(' ')}</td><td></td></tr>`).join('');
  const text = take(chance, 70);
  const html = `<h2>${head.join(' ')}</h2><table>${cells}</table>${paragraph(text)}<style>body{font:10pt/1.3 '${chance.pick(FONTS)}';padding:15mm}h2{background:${chance.pick(['#1d3557', '#333', '#ddd'])};color:${chance.pick(['#fff', '#fff'])};padding:3mm}table{border-collapse:collapse;width:100%}td{border:.3mm solid #000;height:9mm;padding:1mm;width:40%}</style>`;
  return { html, words: [...head, ...rows.flat(), ...text], widthMm: 210, heightMm: 297 };
}

function receipt(chance: Chance): Draft {
  const rows = Array.from({ length: Math.floor(chance.between(12, 30)) }, () => take(chance, 2));
  const head = take(chance, 3);
  const lines = rows
    .map(([a, b]) => `<div><span>${a} ${b}</span><span>${chance.between(1, 90).toFixed(2)}</span></div>`)
    .join('');
  const html = `<h3>${head.join(' ')}</h3>${lines}<style>body{font:9pt/1.4 'Liberation Mono';padding:5mm}h3{text-align:center}div{display:flex;justify-content:space-between}</style>`;
  return { html, words: [...head, ...rows.flat()], widthMm: 80, heightMm: 40 + rows.length * 5 };
}

function card(chance: Chance): Draft {
  const words = take(chance, 8);
  const back = chance.pick(['#dfe9f2', '#f3efe2', '#e6f1e4', '#2f5d8a']);
  const html = `<b>${words.slice(0, 3).join(' ')}</b><i></i><p>${words.slice(3).join('<br>')}</p><style>body{font:8pt/1.3 'Liberation Sans';padding:4mm;background:${back};color:${back === '#2f5d8a' ? '#fff' : '#111'}}i{position:absolute;left:5mm;top:14mm;width:22mm;height:30mm;background:#8a7668}p{margin:6mm 0 0 28mm}</style>`;
  return { html, words, widthMm: 85.6, heightMm: 54 };
}

/** The back of a page: empty, or with one word. */
function blank(chance: Chance): Draft {
  const words = chance.next() < 0.5 ? [] : take(chance, 1);
  const html = `<p>${words.join('')}</p><style>body{font:9pt 'Liberation Sans';padding:20mm}</style>`;
  return { html, words, widthMm: 210, heightMm: 297 };
}

/** Renders this many sheets of each kind; the same seed gives the same sheets. `points` is the size of the letters' text. */
export async function printSheets(
  counts: Readonly<Partial<Record<SheetKind, number>>>,
  seed: number,
  points?: number,
): Promise<Printed[]> {
  const browser = await chromium.launch(resolveHeadlessShell());
  try {
    const page = await browser.newPage({ deviceScaleFactor: PRINT_DPI / CSS_DPI });
    const sheets: Printed[] = [];
    for (const [kind, count] of Object.entries(counts) as [SheetKind, number][]) {
      for (let i = 0; i < count; i++) {
        const chance = createChance(seed * 1000 + kind.length * 100 + i);
        sheets.push(await print(page, kind, drawn(kind, chance, points ?? chance.pick([10, 10, 11, 12]))));
      }
    }
    return sheets;
  } finally {
    await browser.close();
  }
}

function drawn(kind: SheetKind, chance: Chance, points: number): Draft {
  switch (kind) {
    case 'letter':
      return letter(chance, points);
    case 'form':
      return form(chance);
    case 'receipt':
      return receipt(chance);
    case 'card':
      return card(chance);
    case 'blank':
      return blank(chance);
  }
}

async function print(
  page: Page,
  kind: SheetKind,
  { html, words, widthMm, heightMm }: Draft,
): Promise<Printed> {
  const [width, height] = [px(widthMm), px(heightMm)];
  await page.setViewportSize({ width, height });
  await page.setContent(
    `<!doctype html><html lang="pt"><style>body{margin:0;box-sizing:border-box;height:100vh;overflow:hidden;position:relative}</style>${html}`,
  );
  const picture = readPng(await page.screenshot());
  return { kind, words, picture, widthMm: mm(width) };
}
