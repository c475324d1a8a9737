import ts from 'typescript';
import type { Sources } from './architecture-rules.ts';

/** Attributes whose words people read or hear. */
const SPOKEN = new Set(['aria-label', 'aria-description', 'title', 'alt', 'placeholder', 'label', 'heading']);

/** A word; what is all capitals, such as NISS, is a name in every language. */
const WORDS = /\p{Letter}\p{Lowercase}/u;

/** Sentences that stand in code instead of in `locales`. */
export function findSentences(sources: Sources): string[] {
  return Object.entries(sources).flatMap(([path, source]) => {
    if (path.includes('.test.')) return [];
    const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
    return sentencesIn(file).map((sentence) => `${path} says «${sentence}» itself`);
  });
}

function sentencesIn(file: ts.SourceFile): string[] {
  const found: string[] = [];
  function visit(node: ts.Node): void {
    const text = wordsOf(node)?.trim();
    if (text && WORDS.test(text)) found.push(text);
    ts.forEachChild(node, visit);
  }
  visit(file);
  return found;
}

function wordsOf(node: ts.Node): string | undefined {
  if (ts.isJsxText(node)) return node.text;
  if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteralLike(node.expression)) {
    return ts.isJsxAttribute(node.parent) ? undefined : node.expression.text;
  }
  if (!ts.isJsxAttribute(node) || !SPOKEN.has(node.name.getText())) return undefined;
  const { initializer } = node;
  if (initializer && ts.isStringLiteral(initializer)) return initializer.text;
  const expression = initializer && ts.isJsxExpression(initializer) ? initializer.expression : undefined;
  return expression && ts.isStringLiteralLike(expression) ? expression.text : undefined;
}
