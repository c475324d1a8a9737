import bcd from '@mdn/browser-compat-data/forLegacyNode';
import type { CompatData, Identifier } from '@mdn/browser-compat-data/types';
import * as csstree from 'css-tree';
import { type BeyondLine, lackedBy } from './browser-line.ts';

const { css } = bcd as CompatData;
const { 'at-rules': atRules = {}, properties = {}, selectors = {}, types = {} } = css;

/** Units that the data has together, as one feature. */
const UNITS: Readonly<Record<string, RegExp>> = {
  container_query_length_units: /^cq(w|h|i|b|min|max)$/,
  viewport_percentage_units_dynamic: /^dv(w|h|i|b|min|max)$/,
  viewport_percentage_units_large: /^lv(w|h|i|b|min|max)$/,
  viewport_percentage_units_small: /^sv(w|h|i|b|min|max)$/,
};

/**
 * Finds what a built style sheet uses and browsers at the line lack. It leaves out values that follow another one of the same property, and everything inside
 * `@supports`.
 */
export function findBeyondInStyles(file: string, source: string): BeyondLine[] {
  const found: BeyondLine[] = [];

  function add(feature: string, data: Identifier | undefined, node: csstree.CssNode): void {
    const lacking = lackedBy(data);
    if (lacking.length === 0) return;
    const { start = { offset: 0 }, end = { offset: 0 } } = node.loc ?? {};
    const around = source.slice(Math.max(0, start.offset - 40), end.offset + 40).replace(/\s+/g, ' ');
    found.push({ feature, lackedBy: lacking, where: `${file}: … ${around} …` });
  }

  function addValue(declaration: csstree.Declaration): void {
    const property = properties[declaration.property];
    csstree.walk(declaration.value, (part) => {
      if (part.type === 'Identifier')
        add(`${declaration.property}: ${part.name}`, property?.[part.name], part);
      if (part.type === 'Function') add(`${part.name}()`, functionOf(part.name), part);
      if (part.type === 'Dimension') add(`the unit ${part.unit}`, unitOf(part.unit), part);
    });
  }

  csstree.walk(csstree.parse(source, { positions: true }), {
    enter(node: csstree.CssNode) {
      if (node.type === 'Atrule') {
        if (node.name === 'supports') return csstree.walk.skip;
        add(`@${node.name}`, atRules[node.name], node);
      }
      if (node.type === 'Feature') add(`@media (${node.name})`, atRules.media?.[node.name], node);
      if (node.type === 'FeatureRange') add('@media (a < b)', atRules.media?.range_syntax, node);
      if (node.type === 'PseudoClassSelector') add(`:${node.name}`, selectors[node.name], node);
      // A pseudo-element with a prefix stands beside those of the other engines.
      if (node.type === 'PseudoElementSelector' && !node.name.startsWith('-'))
        add(`::${node.name}`, selectors[node.name], node);
      if (node.type === 'NestingSelector') add('&', selectors.nesting, node);
      if (node.type === 'Block') addDeclarations(node);
      return undefined;
    },
  });
  return found;

  function addDeclarations(block: csstree.Block): void {
    const before = new Set<string>();
    for (const child of block.children) {
      if (child.type !== 'Declaration' || child.property.startsWith('--')) continue;
      add(child.property, properties[child.property], child);
      if (!before.has(child.property)) addValue(child);
      before.add(child.property);
    }
  }
}

function functionOf(name: string): Identifier | undefined {
  return types[name] ?? types.color?.[name] ?? types['easing-function']?.[name];
}

function unitOf(unit: string): Identifier | undefined {
  const [group = unit] = Object.entries(UNITS).find(([, units]) => units.test(unit)) ?? [];
  return types.length?.[group];
}
