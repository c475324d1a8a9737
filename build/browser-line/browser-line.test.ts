import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findBeyondInCode } from './beyond-in-code.ts';
import { findBeyondInStyles } from './beyond-in-styles.ts';
import { BROWSERS_MEANT, BUILD_TARGET } from './browser-line.ts';
import { complainOf } from './known-beyond.ts';

const codeComplaints = (source: string) => complainOf(findBeyondInCode('planted.js', source), {});
const styleComplaints = (source: string) => complainOf(findBeyondInStyles('planted.css', source), {});

// The build checks all that it has written in the same way, packages and worker too (`build/vite-browser-line.ts`).
describe('what browsers at the line lack', () => {
  it('is what package.json says, and what the build writes for', () => {
    expect(BUILD_TARGET).toEqual(['chrome109', 'edge109', 'opera95', 'firefox115', 'safari16.4', 'ios16.4']);
  });

  it('is what people read in README', () => {
    expect(readFileSync('README.md', 'utf8')).toContain(`${BROWSERS_MEANT.join(', ')}, or more recent`);
  });

  it.each([
    ['URL.canParse', 'const is=e=>URL.canParse(e)'],
    ['URL.canParse', 'const is=e=>window.URL.canParse(e)'],
    ['Array.fromAsync', 'await Array.fromAsync(x)'],
    ['Promise.withResolvers', 'let{promise:p}=Promise.withResolvers()'],
    ['AbortSignal.any', 'AbortSignal.any([a,b])'],
    ['Intl.Segmenter', 'new Intl.Segmenter(`pt`)'],
    ['Intl.DurationFormat', 'new Intl.DurationFormat(`pt`)'],
    ['.toSorted()', 'e.rows.toSorted((a,b)=>a-b)'],
    ['.checkVisibility()', 'e.checkVisibility()'],
    ['document.startViewTransition', 'document.startViewTransition(f)'],
    ['requestIdleCallback', 'requestIdleCallback(f)'],
    ['globalThis.scheduler', 'globalThis.scheduler?.yield()'],
    ['CloseWatcher', 'new CloseWatcher'],
    ['the flag v of a regular expression', '/[\\p{L}--[a-z]]/v.test(e)'],
  ])('is found in code: %s', (feature, source) => {
    const [complaint] = codeComplaints(source);
    expect(complaint).toMatch(/ is not in (Chrome|Firefox|Safari|Edge).*\. Used in planted\.js: …/);
    expect(complaint).toContain(`${feature} is not in`);
  });

  it.each([
    [':has', '.a:has(img){color:red}'],
    ['field-sizing', 'textarea{field-sizing:content}'],
    ['text-wrap: pretty', 'p{text-wrap:pretty}'],
    ['light-dark()', 'p{color:light-dark(red,blue)}'],
    ['@starting-style', '@starting-style{p{opacity:0}}'],
    ['&', '.a{& .b{color:red}}'],
    ['the unit rcap', 'p{width:1rcap}'],
    ['@media (scripting)', '@media (scripting:none){p{color:red}}'],
    ['::details-content', 'details::details-content{color:red}'],
  ])('is found in style: %s', (feature, source) => {
    expect(styleComplaints(source).join('\n')).toContain(`${feature} is not in `);
  });

  it('is not complained of where it is older than they are, or has another value before it', () => {
    expect(codeComplaints('AbortSignal.timeout(9);e.at(-1);e.findLast(f);Object.hasOwn(a,b)')).toEqual([]);
    expect(styleComplaints('p{color:red;color:light-dark(red,blue);height:100dvh}.a:is(b){gap:1px}')).toEqual(
      [],
    );
    expect(styleComplaints('@supports (field-sizing:content){p{field-sizing:content}}')).toEqual([]);
  });

  it('is not complained of where somebody has said what happens without it', () => {
    const found = findBeyondInStyles('planted.css', '.a:has(img){color:red}');
    expect(complainOf(found)).toEqual([]);
    expect(complainOf(found, {})).toHaveLength(1);
  });
});
